import * as v from 'valibot';
import { expect, test } from 'vitest';
import { bridgeMessageSchema } from '../../../src/messages/observation.ts';
import type { Observation } from '../../../src/messages/page.ts';
import { type Invite, MAX_CONTEXT_ENTRIES, MAX_RECORDED_TEXT } from '../../../src/model/invite.ts';
import { MAX_RECORDED, type RecordedInvite } from '../../../src/model/recordedInvite.ts';
import { invitesInPage, type PageReport } from '../../../src/model/report.ts';
import { MAX_VALUE_LENGTH, type Text, text } from '../../../src/model/text.ts';
import { eventKinds, outcomes, type TimelineEvent } from '../../../src/model/timeline.ts';
import { facts } from '../builders.ts';
import { withOneFieldTooMany } from '../parts.ts';

const invite: Invite = {
  message: 'May I help?',
  showPrechat: true,
  inNewWindow: false,
  context: [
    { key: 'Page URL', value: 'https://shop.example/', isDisplayable: true },
    { key: 'Visits', value: 3, isDisplayable: false },
    { key: 'Proactive Chat', value: true, isDisplayable: true },
  ],
};
const entries = (count: number) => Array(count).fill(invite.context[0]);
const words = text('offered', 'May I help?');
const event: TimelineEvent = {
  kind: 'offered',
  text: words,
  at: 1,
  visitorAt: 2,
  cause: 'scenario',
  scenarioId: 'waitTime',
  invite,
};
const recorded: RecordedInvite = {
  what: 'invite',
  message: 'May I help?',
  showPrechat: true,
  inNewWindow: false,
  context: [{ key: 'Page URL', value: 'https://shop.example/', isDisplayable: true }],
  cause: 'scenario',
  scenarioId: 'waitTime',
  at: 5,
};
const report: PageReport = {
  epoch: 1,
  delivery: 'in time',
  realWorkers: [],
  widget: { state: 'ready', seenLate: false, chatActive: false },
  facts: facts({ country: { name: 'Germany', code: 'DE' }, pointerLeftAt: 5 }),
  parameters: { caseStatus: { 'case id': 'CAS-1' } },
  at: 3,
  outcomes: { waitTime: { outcome: 'qualified', cause: 'scenario', text: words, at: 4 } },
  invites: 'dry run',
  recorded: [recorded],
};

const observed = (observation: unknown) => ({ kind: 'observed', observation });
const withText = (changed: Partial<Record<keyof Text, unknown>>) =>
  observed({ kind: 'event', event: { ...event, text: { ...words, ...changed } } });
const withEvent = (changed: object) => observed({ kind: 'event', event: { ...event, ...changed } });
const withInvite = (changed: object) => withEvent({ invite: { ...invite, ...changed } });
const withEntry = (changed: object) =>
  withInvite({ context: [{ ...invite.context[0], ...changed }] });
const withReport = (changed: object) =>
  observed({ kind: 'report', report: { ...report, ...changed } });
const withFacts = (changed: object) => withReport({ facts: { ...report.facts, ...changed } });
const located = (latitude: number, longitude: number) =>
  observed({ kind: 'located', latitude, longitude });
const record = (count: number, value: unknown) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`key${index}`, value]));

const outcome = report.outcomes.waitTime;

const bare: readonly Observation[] = [
  { kind: 'report', report },
  { kind: 'event', event },
  {
    kind: 'event',
    event: { kind: 'widget ready', text: text('eventWidgetReady'), at: 1, visitorAt: 2 },
  },
  { kind: 'located', latitude: 47.1, longitude: 19.5 },
  { kind: 'address changed', address: 'https://shop.example/' },
  { kind: 'visits reset', address: 'https://shop.example/' },
  { kind: 'real worker in frame', why: 'policy' },
];

const accepted: readonly unknown[] = [
  { kind: 'hello', navigation: 'reload', openerEpoch: null },
  { kind: 'hello', navigation: 'reload', openerEpoch: 7 },
  { kind: 'loaded' },
  ...bare.map(observed),
  ...eventKinds.map((kind) => withEvent({ kind })),
  ...invitesInPage.map((invites) => withReport({ invites })),
  ...outcomes.map((one) => withReport({ outcomes: { a: { ...outcome, outcome: one } } })),
  withReport({ widget: { state: 'none' } }),
  withReport({ widget: { state: 'loading' } }),
  withReport({ widget: { state: 'error', text: text('widgetError', 'x') } }),
  withFacts({ sinceReady: null, visits: null, country: 'outside', pointerLeftAt: null }),
];

test.each(accepted)('Accepts %j, and leaves it as it is', (message) => {
  expect(v.parse(bridgeMessageSchema, message)).toEqual(message);
});

test.each(accepted.flatMap(withOneFieldTooMany))('Refuses %j', (message) => {
  expect(v.is(bridgeMessageSchema, message)).toBe(false);
});

test.each<[string, unknown]>([
  ['the longest value', withText({ values: ['x'.repeat(MAX_VALUE_LENGTH)] })],
  ['the most values', withText({ values: Array(9).fill('x') })],
  ['a key that the catalogue does not have', withText({ key: 'later' })],
  ['the furthest time', withEvent({ at: 8.64e15, visitorAt: -8.64e15 })],
  ['the longest message', withInvite({ message: 'x'.repeat(MAX_RECORDED_TEXT) })],
  ['the most entries of a context', withInvite({ context: entries(MAX_CONTEXT_ENTRIES) })],
  ['the longest address', withFacts({ address: 'x'.repeat(20_000) })],
  ['the most outcomes', withReport({ outcomes: record(1000, outcome) })],
  ['the most recorded', withReport({ recorded: Array(MAX_RECORDED).fill(recorded) })],
  ['a record of a chat', withReport({ recorded: [{ ...recorded, what: 'chat', message: null }] })],
  [
    'the longest recorded message',
    withReport({ recorded: [{ ...recorded, message: 'x'.repeat(MAX_RECORDED_TEXT) }] }),
  ],
  ['the south-west', located(-90, -180)],
  ['the north-east', located(90, 180)],
])('Accepts %s', (_what, message) => {
  expect(v.is(bridgeMessageSchema, message)).toBe(true);
});

test.each<[string, unknown]>([
  ['null', null],
  ['a text', 'hello'],
  ['nothing in it', {}],
  ['an unknown kind', { kind: 'enable site' }],
  ['a command', { command: 'reload', tabId: 1 }],
  ['hello with more', { kind: 'hello', navigation: 'reload', openerEpoch: null, tabId: 1 }],
  ['nothing observed', observed(undefined)],
  ['a real worker for no reason', observed({ kind: 'real worker in frame', why: '' })],
  ['an unknown observation', observed({ kind: 'eval' })],
  ['a position too far north', located(90.1, 0)],
  ['a position too far south', located(-90.1, 0)],
  ['a position too far east', located(0, 180.1)],
  ['a position too far west', located(0, -180.1)],
  ['a position that is NaN', located(Number.NaN, 0)],
  ['time that nobody ordered to be skipped', observed({ kind: 'skipped', ms: 1 })],
  ['an address that is none', observed({ kind: 'address changed', address: null })],
  ['a long address', observed({ kind: 'address changed', address: 'x'.repeat(20_001) })],

  ['an event of an unknown kind', withEvent({ kind: 'eval' })],
  ['an unknown cause', withEvent({ cause: 'weather' })],
  ['a cause that is undefined', withEvent({ cause: undefined })],
  ['a long id', withEvent({ scenarioId: 'x'.repeat(65) })],
  ['a time that is NaN', withEvent({ at: Number.NaN })],
  ['an event with more', withEvent({ html: '<b>' })],

  ['a time that no date can tell', withEvent({ visitorAt: 8.64e15 + 2 })],
  ['an invite that is undefined', withEvent({ invite: undefined })],
  ['a long message', withInvite({ message: 'x'.repeat(MAX_RECORDED_TEXT + 1) })],
  ['too many entries of a context', withInvite({ context: entries(MAX_CONTEXT_ENTRIES + 1) })],
  ['a long key of a context', withEntry({ key: 'x'.repeat(201) })],
  ['a long value of a context', withEntry({ value: 'x'.repeat(MAX_RECORDED_TEXT + 1) })],
  ['a value of a context that is NaN', withEntry({ value: Number.NaN })],
  ['a value of a context that is a list', withEntry({ value: [] })],

  ['words that are a text', withEvent({ text: 'Invite shown' })],
  ['a key with markup', withText({ key: '<b>' })],
  ['a key that is a list', withText({ key: ['offered'] })],
  ['a key with a dunder', withText({ key: '__proto__' })],
  ['a key with a line break', withText({ key: 'offered\n' })],
  ['a long key', withText({ key: 'x'.repeat(65) })],
  ['a long value', withText({ values: ['x'.repeat(MAX_VALUE_LENGTH + 1)] })],
  ['too many values', withText({ values: Array(10).fill('x') })],
  ['a value that is a number', withText({ values: [1] })],

  ['a report with more', withReport({ more: 1 })],
  ['an unknown delivery', withReport({ delivery: 'soon' })],
  ['real workers for no reason that is known', withReport({ realWorkers: ['mine'] })],
  ['an epoch that is a text', withReport({ epoch: '1' })],
  ['an unknown widget', withReport({ widget: { state: 'broken' } })],
  ['a widget with more', withReport({ widget: { state: 'none', chatActive: true } })],
  ['too many recorded', withReport({ recorded: Array(MAX_RECORDED + 1).fill(recorded) })],
  [
    'too long a recorded message',
    withReport({ recorded: [{ ...recorded, message: 'x'.repeat(MAX_RECORDED_TEXT + 1) }] }),
  ],
  [
    'too much recorded context',
    withReport({ recorded: [{ ...recorded, context: Array(101).fill(recorded.context[0]) }] }),
  ],
  ['an unknown state of invites', withReport({ invites: 'gone' })],
  ['too many outcomes', withReport({ outcomes: record(1001, outcome) })],
  ['a long id of an outcome', withReport({ outcomes: { ['x'.repeat(65)]: outcome } })],
  ['an unknown outcome', withReport({ outcomes: { a: { ...outcome, outcome: 'won' } } })],
  ['too many scenarios', withReport({ parameters: record(1001, {}) })],
  ['too many parameters', withReport({ parameters: { a: record(1001, 'x') } })],
  ['a parameter that is a number', withReport({ parameters: { a: { b: 1 } } })],
  ['a long name of a parameter', withReport({ parameters: { a: { ['x'.repeat(51)]: 'x' } } })],

  ['a clock that is not finite', withFacts({ clock: Number.POSITIVE_INFINITY })],
  ['a time that is missing', withFacts({ sinceReady: undefined })],
  ['a long address in the facts', withFacts({ address: 'x'.repeat(20_001) })],
  ['a long referrer', withFacts({ referrer: 'x'.repeat(20_001) })],
  ['visits that are a text', withFacts({ visits: '3' })],
  ['an unknown reason', withFacts({ country: 'hidden' })],
  ['a long code', withFacts({ country: { name: 'Germany', code: 'DEU' } })],
  ['a country without a code', withFacts({ country: { name: 'Germany' } })],
])('Refuses %s', (_what, message) => {
  expect(v.is(bridgeMessageSchema, message)).toBe(false);
});

test('A text of the longest address passes, however long it is', () => {
  const long = text('eventAddressChanged', `https://shop.example/?${'x'.repeat(1_000_000)}`);
  expect(v.is(bridgeMessageSchema, withEvent({ text: long }))).toBe(true);
});
