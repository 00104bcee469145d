import type { InputUse, Refusal, Watched } from '../watch/watched.ts';

/** The requests of the trigger to services that tell where somebody is; those of other code keep no invite away. */
export const locationRequests = ({ inputs }: Watched): readonly InputUse[] =>
  inputs.filter(({ input, isTrigger }) => input === 'location service' && isTrigger);

/** Services that were shut down; what they answer now is no country. */
const RETIRED: readonly string[] = ['dev.virtualearth.net'];

/** Whether a request went to a service that was shut down. */
export function isRetired({ argument }: InputUse): boolean {
  const address = argument?.text ?? '';
  return URL.canParse(address) && RETIRED.includes(new URL(address).hostname);
}

/** Whether a violation of the page's policy tells of an address: browsers name it whole, or its origin only. */
const tellsOf = ({ blocked }: Refusal, address: string): boolean =>
  blocked === address ||
  (URL.canParse(address) &&
    [new URL(address).origin, `${new URL(address).origin}/`].includes(blocked));

/** Whether the page's content security policy has refused to load an address. */
export const isRefused = (refusals: readonly Refusal[], address: string): boolean =>
  refusals.some((refusal) => tellsOf(refusal, address));
