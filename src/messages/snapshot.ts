import * as v from 'valibot';
import type { SavedVisitor } from '../model/library/library.ts';
import { savedVisitorSchema } from '../model/library/schema.ts';
import type { PageReport, WidgetState } from '../model/report.ts';
import type { Playing, Run } from '../model/runs/run.ts';
import { runSchema } from '../model/runs/schema.ts';
import type { Scenario } from '../model/scenarios/scenario.ts';
import { scenarioSchema } from '../model/scenarios/schema.ts';
import { type InviteMode, inviteModes, type Simulation } from '../model/simulation.ts';
import { simulationSchema } from '../model/simulationSchema.ts';
import type { TimelineEvent } from '../model/timeline.ts';
import type { FoundCounter } from '../model/visitor/counters.ts';
import { counterStores } from '../model/visitor/visits.ts';
import type { Watched } from '../model/watch/watched.ts';
import { reportSchema, textSchema, timelineEventSchema, widgetSchema } from './observation.ts';
import { type Settings, settingsSchema } from './settings.ts';
import { watchedSchema } from './watched.ts';

/** How the tool stands to the page of a tab. */
export type SiteState =
  /** A page on which extensions may not run, such as the browser's own. */
  | { readonly state: 'forbidden' }
  /** A page whose address the browser does not tell us: nobody has clicked our button on it, or it is forbidden. */
  | { readonly state: 'hidden' }
  | {
      /**
       * `off`: the tester has not enabled the site. `reload needed`: enabled, but the page was loaded
       * before that, or before an update.
       */
      readonly state: 'off' | 'reload needed' | 'on';
      readonly host: string;
      /** The host permission of the site, to ask for. */
      readonly pattern: string;
    };

/** Everything the popup shows of a tab. It renders this and nothing else. */
export interface Snapshot {
  readonly tabId: number;
  readonly site: SiteState;
  /** Null while nobody could look. */
  readonly widget: WidgetState | null;
  readonly simulation: Simulation;
  /** What becomes of invites in the tab, by the tester's choice or the site's default. */
  readonly invites: InviteMode;
  /** Whether the tester has marked the site as one where real agents answer. */
  readonly isProduction: boolean;
  readonly scenarios: readonly Scenario[];
  /** The ids of the built-ins that were edited. */
  readonly edited: readonly string[];
  /** The ids of the built-ins that were taken out. */
  readonly removed: readonly string[];
  readonly visitors: readonly SavedVisitor[];
  readonly runs: readonly Run[];
  /** The run that is played in the tab, or was played there last; null if none was. */
  readonly playing: Playing | null;
  /** Null while no page world has reported. */
  readonly report: PageReport | null;
  /** What the site's own code was seen to do; null while it is not watched. */
  readonly watched: Watched | null;
  readonly timeline: readonly TimelineEvent[];
  /**
   * Of the events that the snapshot before it, through the same port, ended with: so many of the last come
   * before those of `timeline`, which are only what is new. The first snapshot of a port has all events.
   */
  readonly timelineKnown: number;
  readonly settings: Settings;
  /** When the simulation ends by itself, in ms since 1970; null if it does not. */
  readonly endsAt: number | null;
  /** What the site may count visits with, the likeliest first. */
  readonly counters: readonly FoundCounter[];
}

const site = v.variant('state', [
  v.strictObject({ state: v.literal('forbidden') }),
  v.strictObject({ state: v.literal('hidden') }),
  v.strictObject({
    state: v.picklist(['off', 'reload needed', 'on']),
    host: v.string(),
    pattern: v.string(),
  }),
]);

const runId = v.string();
const playing: v.GenericSchema<unknown, Playing> = v.variant('state', [
  v.strictObject({ runId, state: v.literal('playing'), step: v.number() }),
  v.strictObject({ runId, state: v.picklist(['passed', 'stopped']) }),
  v.strictObject({ runId, state: v.literal('failed'), differences: v.array(textSchema) }),
]);

/** A snapshot, as popups and tests take it from the background. */
export const snapshotSchema: v.GenericSchema<unknown, Snapshot> = v.strictObject({
  tabId: v.number(),
  site,
  widget: v.nullable(widgetSchema),
  simulation: simulationSchema,
  invites: v.picklist(inviteModes),
  isProduction: v.boolean(),
  scenarios: v.array(scenarioSchema),
  edited: v.array(v.string()),
  removed: v.array(v.string()),
  visitors: v.array(savedVisitorSchema),
  runs: v.array(runSchema),
  playing: v.nullable(playing),
  report: v.nullable(reportSchema),
  watched: v.nullable(watchedSchema),
  timeline: v.array(timelineEventSchema),
  timelineKnown: v.pipe(v.number(), v.integer(), v.minValue(0)),
  settings: settingsSchema,
  endsAt: v.nullable(v.number()),
  counters: v.array(
    v.strictObject({
      store: v.picklist(counterStores),
      name: v.string(),
      value: v.number(),
      addsOne: v.nullable(v.boolean()),
    }),
  ),
});
