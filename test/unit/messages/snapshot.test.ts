import * as v from 'valibot';
import { expect, test } from 'vitest';
import { type News, newsSchema, type TabState, withNews } from '../../../src/messages/snapshot.ts';
import { builtInScenarios } from '../../../src/model/scenarios/builtIn.ts';
import { text } from '../../../src/model/text.ts';
import type { TimelineEvent } from '../../../src/model/timeline.ts';
import { facts, fullRun, fullVisitor, simulation } from '../builders.ts';
import { withOneFieldTooMany } from '../parts.ts';

const site = { state: 'on', host: 'shop.example', pattern: 'https://shop.example/*' } as const;
const state: TabState = {
  tabId: 1,
  site,
  widget: { state: 'loading' },
  simulation: simulation({
    visitor: fullVisitor,
    scenarioIds: ['waitTime'],
    presentation: { overlay: true, place: { x: 20, y: 40 }, scenarioId: 'waitTime' },
  }),
  invites: 'live',
  isProduction: false,
  playing: { runId: 'stays', state: 'failed', differences: [text('runNotShown')] },
  watched: null,
  report: {
    epoch: 1,
    delivery: 'late',
    realWorkers: [],
    widget: { state: 'loading' },
    facts: facts(),
    parameters: {},
    at: 1,
    outcomes: {},
    invites: 'live',
    recorded: [],
  },
  settings: { timelineKept: true, expiryMinutes: 30 },
  endsAt: 1_800_000,
  counters: [
    { store: 'cookie', name: 'timesPageVisited', value: 3, addsOne: true },
    { store: 'localStorage', name: 'visits', value: 0, addsOne: null },
  ],
  recentReferrers: ['www.contoso.com/FAQ'],
  visitedPages: ['https://shop.example/support'],
};

const library = {
  scenarios: builtInScenarios,
  edited: ['waitTime'],
  removed: ['referrer'],
  visitors: [{ id: 'a', name: 'Returning', visitor: fullVisitor }],
  runs: [fullRun],
};

const event = (at: number): TimelineEvent => ({
  kind: 'widget ready',
  text: text('eventWidgetReady'),
  at,
  visitorAt: at,
});

const news = {
  news: 'state',
  state,
  library,
  known: 3,
  events: [event(1)],
  olderToCome: 0,
} as const satisfies News;

test.each<[string, News]>([
  ['one with everything', news],
  ['one without news of the library', { ...news, library: null }],
  [
    'one of a page that nobody could look at',
    { ...news, state: { ...state, site: { state: 'forbidden' }, widget: null, report: null } },
  ],
  [
    'one of a run that goes on',
    { ...news, state: { ...state, playing: { runId: 'a', state: 'playing', step: 1 } } },
  ],
  [
    'one of a run that has passed',
    { ...news, state: { ...state, playing: { runId: 'a', state: 'passed' } } },
  ],
  ['one of a site that is off', { ...news, state: { ...state, site: { ...site, state: 'off' } } }],
  [
    'one of a page to be reloaded',
    { ...news, state: { ...state, site: { ...site, state: 'reload needed' } } },
  ],
  ['older events', { news: 'older events', events: [event(0)] }],
])('Accepts %s, and leaves it as it is', (_what, one) => {
  expect(v.parse(newsSchema, one)).toEqual(one);
});

test.each(withOneFieldTooMany(news))('Refuses a field too many: %j', (value) => {
  expect(v.is(newsSchema, value)).toBe(false);
});

test.each<[string, unknown]>([
  ['null', null],
  ['an unknown site', { ...news, state: { ...state, site: { ...site, state: 'maybe' } } }],
  [
    'a site without a permission',
    { ...news, state: { ...state, site: { state: 'on', host: 'shop.example' } } },
  ],
  [
    'a counter in no store',
    { ...news, state: { ...state, counters: [{ ...state.counters[0], store: 'file' }] } },
  ],
  ['a scenario that is none', { ...news, library: { ...library, scenarios: [{ id: 'a' }] } }],
  ['less than no known events', { ...news, known: -1 }],
  ['an event that is none', { ...news, events: [{ kind: 'eval' }] }],
])('Refuses %s', (_what, value) => {
  expect(v.is(newsSchema, value)).toBe(false);
});

test('The latest events come first, older ones before them, new ones behind', () => {
  const first = withNews(null, { ...news, known: 0, events: [event(3), event(4)], olderToCome: 2 });
  const whole = withNews(first, { news: 'older events', events: [event(1), event(2)] });
  const later = withNews(whole, { ...news, library: null, known: 4, events: [event(5)] });
  expect(first?.timeline.map(({ at }) => at)).toEqual([3, 4]);
  expect(later?.timeline.map(({ at }) => at)).toEqual([1, 2, 3, 4, 5]);
});

test('Of a timeline that has lost its oldest events, or was cleared, only the rest stays', () => {
  const before = withNews(null, { ...news, known: 0, events: [event(1), event(2), event(3)] });
  const shorter = withNews(before, { ...news, known: 1, events: [event(4)] });
  expect(shorter?.timeline.map(({ at }) => at)).toEqual([3, 4]);
  expect(withNews(before, { ...news, known: 0, events: [] })?.timeline).toEqual([]);
});

test('What is not news stays the same objects', () => {
  const before = withNews(null, { ...news, known: 0 });
  const after = withNews(before, { ...news, library: null, known: 1, events: [] });
  expect(after?.scenarios).toBe(before?.scenarios);
  expect(after?.timeline[0]).toBe(before?.timeline[0]);
});

test('Without a library there is no snapshot yet', () => {
  expect(withNews(null, { ...news, library: null })).toBeNull();
  expect(withNews(null, { news: 'older events', events: [event(1)] })).toBeNull();
});
