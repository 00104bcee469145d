import type { InputUse, Refusal, Watched } from '../watch/watched.ts';

/** The requests of the site to services that tell where somebody is. */
export const locationRequests = ({ inputs }: Watched): readonly InputUse[] =>
  inputs.filter(({ input }) => input === 'location service');

/** Services that were shut down; what they answer now is no country. */
const RETIRED: readonly string[] = ['dev.virtualearth.net'];

/** Whether a request went to a service that was shut down. */
export function isRetired({ argument }: InputUse): boolean {
  const address = argument?.text ?? '';
  return URL.canParse(address) && RETIRED.includes(new URL(address).hostname);
}

/** Whether the page's content security policy has refused a request. */
export const isRefused = (refusals: readonly Refusal[], { argument }: InputUse): boolean =>
  refusals.some(({ blocked }) => blocked === argument?.text);
