import type { ContextEntry } from '../invite.ts';
import type { Text } from '../text.ts';
import type { Visitor } from '../visitor/visitor.ts';

/** What a visitor does on the way to an invite. */
export type RunStep =
  /** Lets `ms` pass at once; the first invite ends it. */
  | { readonly do: 'skip'; readonly ms: number }
  /** Moves the pointer out of the page. */
  | { readonly do: 'leave page' }
  /** Loads another page. */
  | { readonly do: 'go to'; readonly address: string };

/** What has to be true of the invite that a run ends with. What is absent is not compared. */
export interface ExpectedInvite {
  /** To the letter; '' for an invite to which the widget gives its own text. */
  readonly message: string;
  readonly showPrechat?: boolean;
  /** Entries that the context must have; others may be there too. */
  readonly context?: readonly Pick<ContextEntry, 'key' | 'value'>[];
}

/** A visit that can be played again, and what has to come of it. */
export interface Run {
  readonly id: string;
  readonly name: string;
  /** Where the visitor arrives: absolute, http or https. */
  readonly address: string;
  readonly visitor: Visitor;
  /** The scenarios that watch the page; empty where only the site's own code does. */
  readonly scenarioIds: readonly string[];
  /** In their order, each after the widget is ready. */
  readonly steps: readonly RunStep[];
  /** The invite that the run ends with; null if none may come. */
  readonly expects: { readonly invite: ExpectedInvite | null };
}

export const MAX_STEPS = 100;

/** The longest address of a run. */
export const MAX_RUN_ADDRESS = 2000;

/** Where a run stands in a tab. */
export type PlayState =
  /** `step` counts the steps that have begun; 0 before the widget is ready. */
  | { readonly state: 'playing'; readonly step: number }
  | { readonly state: 'passed' }
  | { readonly state: 'stopped' }
  /** By what the run differs from what was expected, in sentences. */
  | { readonly state: 'failed'; readonly differences: readonly Text[] };

/** The run that is played in a tab, or was played there last. */
export type Playing = PlayState & { readonly runId: string };
