import type { Country, CountryUnknown } from '../model/facts.ts';
import type { PageReport, RealWorkers } from '../model/report.ts';
import type { Scenario } from '../model/scenarios/scenario.ts';
import type { PageSimulation } from '../model/simulation.ts';
import type { TimelineEvent } from '../model/timeline.ts';
import type { Watched } from '../model/watch/watched.ts';

/** The one event with which the bridge hands the page world its end of their channel, at the start of a document. */
export const HANDSHAKE = 'trigger-simulator';

export { LONGEST_SKIP } from '../model/visitor/clock.ts';

/** The longest address that an observation may hold. */
export const MAX_ADDRESS_LENGTH = 20_000;

/** The longest that a site waits before it offers an invite, in ms: what is skipped to come to its trigger. */
export const LONGEST_WAIT = 3_600_000;

/** Time to let pass at once in the page. */
export interface Skip {
  /** How long at the most; the first invite ends every skip. */
  readonly ms: number;
  /** Whether the next timer to fire ends it too. */
  readonly toNextTimer?: true;
}

/** What the page world is told. */
export type PageOrder =
  | { readonly kind: 'simulation'; readonly simulation: PageSimulation | null }
  | { readonly kind: 'visits'; readonly visits: number }
  | { readonly kind: 'country'; readonly country: Country | CountryUnknown }
  /** Offer the invite of a scenario, enabled or not, whatever its conditions say. */
  | { readonly kind: 'fire'; readonly scenario: Scenario }
  /** The answer is how many ms have passed. */
  | ({ readonly kind: 'skip' } & Skip)
  /** Let `ms` pass at once in a frame, as they have in the page. */
  | { readonly kind: 'skip in frame'; readonly ms: number }
  /** The visitor's pointer leaves the page. */
  | { readonly kind: 'leave' }
  | { readonly kind: 'report' };

/** What a bridge is told: most of it is for its page world. */
export type BridgeOrder =
  | PageOrder
  /** What the next document is to be left, just before a reload; the bridge keeps it to itself. */
  | { readonly kind: 'handover'; readonly simulation: PageSimulation | null };

/** What the page world observes. */
export type Observation =
  | { readonly kind: 'report'; readonly report: PageReport }
  | { readonly kind: 'event'; readonly event: TimelineEvent }
  /** The visitor's real position in degrees; the answer is a `country` order. */
  | { readonly kind: 'located'; readonly latitude: number; readonly longitude: number }
  /** `ms` have been skipped, which the bridge gives as the answer to the order. */
  | { readonly kind: 'skipped'; readonly ms: number }
  /** What the site's own code was seen to do so far. */
  | { readonly kind: 'watched'; readonly watched: Watched }
  /** The address changed without a load. */
  | { readonly kind: 'address changed'; readonly address: string }
  /** An invite was offered by a scenario after which visits are counted anew. */
  | { readonly kind: 'visits reset'; readonly address: string }
  /** A worker of a frame keeps the real time; those of the page are in its report. */
  | { readonly kind: 'real worker in frame'; readonly why: RealWorkers };
