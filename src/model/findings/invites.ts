import type { SdkUse, Watched } from '../watch/watched.ts';

/** The invites that the site has offered. */
export const invitesOffered = ({ sdkUses }: Watched): readonly SdkUse[] =>
  sdkUses.filter(({ method }) => method === 'startProactiveChat');

/** A call of the SDK as it was written, in short. */
export const callText = ({ method, args }: SdkUse): string =>
  `${method}(${args.map(({ type, text }) => (type === 'string' ? `'${text}'` : text)).join(', ')})`;
