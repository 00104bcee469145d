import type { SiteState } from '../messages/snapshot.ts';

/** A site on which the tool runs or may be enabled. */
export type KnownSite = Exclude<SiteState, { readonly state: 'forbidden' | 'hidden' }>;
