import * as v from 'valibot';
import { expect, test } from 'vitest';
import { type Snapshot, snapshotSchema } from '../../../src/messages/snapshot.ts';
import { builtInScenarios } from '../../../src/model/scenarios/builtIn.ts';
import { text } from '../../../src/model/text.ts';
import { facts, fullRun, fullVisitor, simulation } from '../builders.ts';
import { withOneFieldTooMany } from '../parts.ts';

const site = { state: 'on', host: 'shop.example', pattern: 'https://shop.example/*' } as const;
const snapshot: Snapshot = {
  tabId: 1,
  site,
  widget: { state: 'loading' },
  simulation: simulation({ visitor: fullVisitor, scenarioIds: ['waitTime'] }),
  invites: 'live',
  isProduction: false,
  scenarios: builtInScenarios,
  removed: ['referrer'],
  visitors: [{ id: 'a', name: 'Returning', visitor: fullVisitor }],
  runs: [fullRun],
  playing: { runId: 'stays', state: 'failed', differences: [text('runNotShown')] },
  edited: ['waitTime'],
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
  timeline: [{ kind: 'widget ready', text: text('eventWidgetReady'), at: 1, visitorAt: 2 }],
  timelineKnown: 3,
  settings: { timelineKept: true, expiryMinutes: 30 },
  endsAt: 1_800_000,
  counters: [
    { store: 'cookie', name: 'timesPageVisited', value: 3, addsOne: true },
    { store: 'localStorage', name: 'visits', value: 0, addsOne: null },
  ],
};

test.each<[string, Snapshot]>([
  ['one with everything', snapshot],
  [
    'one of a page that nobody could look at',
    { ...snapshot, site: { state: 'forbidden' }, widget: null, report: null, timeline: [] },
  ],
  [
    'one of a run that goes on',
    { ...snapshot, playing: { runId: 'a', state: 'playing', step: 1 } },
  ],
  ['one of a run that has passed', { ...snapshot, playing: { runId: 'a', state: 'passed' } }],
  ['one of a site that is off', { ...snapshot, site: { ...site, state: 'off' } }],
  ['one of a page to be reloaded', { ...snapshot, site: { ...site, state: 'reload needed' } }],
])('Accepts %s, and leaves it as it is', (_what, one) => {
  expect(v.parse(snapshotSchema, one)).toEqual(one);
});

test.each(withOneFieldTooMany(snapshot))('Refuses a field too many: %j', (value) => {
  expect(v.is(snapshotSchema, value)).toBe(false);
});

test.each<[string, unknown]>([
  ['null', null],
  ['an unknown site', { ...snapshot, site: { ...site, state: 'maybe' } }],
  ['a site without a permission', { ...snapshot, site: { state: 'on', host: 'shop.example' } }],
  [
    'a counter in no store',
    { ...snapshot, counters: [{ ...snapshot.counters[0], store: 'file' }] },
  ],
  ['a scenario that is none', { ...snapshot, scenarios: [{ id: 'a' }] }],
  ['less than no known events', { ...snapshot, timelineKnown: -1 }],
  ['an event that is none', { ...snapshot, timeline: [{ kind: 'eval' }] }],
])('Refuses %s', (_what, value) => {
  expect(v.is(snapshotSchema, value)).toBe(false);
});
