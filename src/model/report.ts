import type { Facts } from './facts.ts';
import type { RecordedInvite } from './recordedInvite.ts';
import type { Text } from './text.ts';
import type { ScenarioOutcome } from './timeline.ts';

/** What is known about the chat widget of a document. */
export type WidgetState =
  /** No script, no SDK: nothing that looks like the widget. */
  | { readonly state: 'none' }
  /** The widget's script or SDK is there; lcw:ready has not come. */
  | { readonly state: 'loading' }
  /** `seenLate`: it was ready before we looked, so nobody knows since when. */
  | {
      readonly state: 'ready';
      readonly seenLate: boolean;
      readonly chatActive: boolean;
      /** Whether it is ours, with no agent behind it. */
      readonly isStandIn?: true;
    }
  | { readonly state: 'error'; readonly text: Text };

/** How a document's visitor was delivered. */
export type Delivery =
  /** Nothing to deliver when the document began. */
  | 'none'
  /** In place before the first script of the page. */
  | 'in time'
  /** After scripts of the page had run: they may have seen the real visitor. */
  | 'late';

/** Why workers of a page keep the real time: its content security policy forbids ours, or they are shared with other pages. */
export const realWorkers = ['policy', 'shared'] as const;
export type RealWorkers = (typeof realWorkers)[number];

/** What becomes of invites in a document; `out of reach`: what its own code offers cannot be held back, though it should be. */
export const invitesInPage = ['live', 'dry run', 'out of reach'] as const;
export type InvitesInPage = (typeof invitesInPage)[number];

/** What the page world knows of its document, at one moment. */
export interface PageReport {
  /** The epoch of the simulation that is in force in the document; 0 for none. */
  readonly epoch: number;
  readonly delivery: Delivery;
  /** Why there are workers that keep the real time while the page does not; empty if there are none. */
  readonly realWorkers: readonly RealWorkers[];
  readonly widget: WidgetState;
  readonly facts: Facts;
  /** The parameters that each enabled scenario could read. */
  readonly parameters: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Real time of the facts, in ms since 1970. */
  readonly at: number;
  /** By scenario id. */
  readonly outcomes: Readonly<Record<string, ScenarioOutcome>>;
  readonly invites: InvitesInPage;
  /** The latest that were held back in this document, the oldest first. */
  readonly recorded: readonly RecordedInvite[];
}
