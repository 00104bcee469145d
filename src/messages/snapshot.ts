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
       * before that. `outdated`: the page was loaded before an update, and what is in it is heard no more.
       */
      readonly state: 'off' | 'reload needed' | 'outdated' | 'on';
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
  readonly settings: Settings;
  /** When the simulation ends by itself, in ms since 1970; null if it does not. */
  readonly endsAt: number | null;
  /** What the site may count visits with, the likeliest first. */
  readonly counters: readonly FoundCounter[];
  /** The referrers that the tester has used last, the latest first. */
  readonly recentReferrers: readonly string[];
  /** The addresses of the site's pages that were visited while it was enabled, the latest first. */
  readonly visitedPages: readonly string[];
}

/** Of a snapshot what the library gives to it. */
export type LibraryView = Pick<Snapshot, 'scenarios' | 'edited' | 'removed' | 'visitors' | 'runs'>;

/** All the rest but the timeline. */
export type TabState = Omit<Snapshot, keyof LibraryView | 'timeline'>;

/** What a popup hears of the tab that it shows: of long lists no more than is new to it. */
export type News =
  | {
      readonly news: 'state';
      readonly state: TabState;
      /** Null if it is as it was. */
      readonly library: LibraryView | null;
      /** Of the timeline that the popup has, so many of the last events stay; then come `events`. */
      readonly known: number;
      readonly events: readonly TimelineEvent[];
      /** How many older events follow: the first news has the latest only, which can be shown at once. */
      readonly olderToCome: number;
    }
  /** The events before all that the popup has. */
  | { readonly news: 'older events'; readonly events: readonly TimelineEvent[] };

const site = v.variant('state', [
  v.strictObject({ state: v.literal('forbidden') }),
  v.strictObject({ state: v.literal('hidden') }),
  v.strictObject({
    state: v.picklist(['off', 'reload needed', 'outdated', 'on']),
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

/** Of a snapshot what may be another at any moment. */
const stateSchema: v.GenericSchema<unknown, TabState> = v.strictObject({
  tabId: v.number(),
  site,
  widget: v.nullable(widgetSchema),
  simulation: simulationSchema,
  invites: v.picklist(inviteModes),
  isProduction: v.boolean(),
  playing: v.nullable(playing),
  report: v.nullable(reportSchema),
  watched: v.nullable(watchedSchema),
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
  recentReferrers: v.array(v.string()),
  visitedPages: v.array(v.string()),
});

const librarySchema: v.GenericSchema<unknown, LibraryView> = v.strictObject({
  scenarios: v.array(scenarioSchema),
  edited: v.array(v.string()),
  removed: v.array(v.string()),
  visitors: v.array(savedVisitorSchema),
  runs: v.array(runSchema),
});

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** What comes through the port of a popup. */
export const newsSchema: v.GenericSchema<unknown, News> = v.variant('news', [
  v.strictObject({
    news: v.literal('state'),
    state: stateSchema,
    library: v.nullable(librarySchema),
    known: count,
    events: v.array(timelineEventSchema),
    olderToCome: count,
  }),
  v.strictObject({ news: v.literal('older events'), events: v.array(timelineEventSchema) }),
]);

const lastOf = <T>(all: readonly T[], count: number): readonly T[] =>
  count === 0 ? [] : all.slice(-count);

/** The snapshot after news; null while the first news has not come. What is not news stays the same objects, so that what was made of them need not be made again. */
export function withNews(before: Snapshot | null, news: News): Snapshot | null {
  if (news.news === 'older events')
    return before && { ...before, timeline: [...news.events, ...before.timeline] };
  const library = news.library ?? before;
  if (!library) return null;
  const { scenarios, edited, removed, visitors, runs } = library;
  const timeline = [...lastOf(before?.timeline ?? [], news.known), ...news.events];
  return { ...news.state, scenarios, edited, removed, visitors, runs, timeline };
}
