import { expect, test } from 'vitest';
import { type RecordedRun, recordRun, type Visited } from '../../../../src/model/runs/record.ts';
import { text } from '../../../../src/model/text.ts';
import type { TimelineEvent } from '../../../../src/model/timeline.ts';
import type { Visitor } from '../../../../src/model/visitor/visitor.ts';
import { at, loaded, moved, offered, shown, visitorClock } from './events.ts';

const PAGE = 'https://shop.example/product';
const CART = 'https://shop.example/cart';

const visited = (
  timeline: readonly TimelineEvent[],
  visitor: Visitor = {},
  facts: Partial<Visited['facts']> = {},
): Visited => ({
  simulation: { visitor, scenarioIds: ['waitTime'] },
  timeline,
  facts: { address: PAGE, clock: visitorClock(100), sinceReady: 100_000, ...facts },
});

function recorded(...given: Parameters<typeof visited>): RecordedRun {
  const recording = recordRun(visited(...given));
  if ('problem' in recording) throw new Error(recording.problem.key);
  return recording.run;
}

const skip = (seconds: number) => ({ do: 'skip', ms: seconds * 1000 }) as const;
const ready = at(2, 'widget ready');

test('What was waited and skipped since lcw:ready is skipped; an invite that came last is expected', () => {
  const context = [{ key: 'visits', value: 3, isDisplayable: true }];
  const run = recorded([
    at(0, 'skipped'),
    loaded(PAGE),
    ready,
    offered(22.01, { context }),
    at(22.01, 'skipped'),
    shown(22.2),
  ]);
  expect(run).toEqual({
    address: PAGE,
    // With a clock the site's own timers can be skipped.
    visitor: { clock: { at: null } },
    scenarioIds: ['waitTime'],
    steps: [skip(21)],
    expects: {
      invite: {
        message: 'May I help?',
        showPrechat: false,
        context: [{ key: 'visits', value: 3 }],
      },
    },
  });
});

test('An invite that comes at once needs no step, and the visitor stays as it was', () => {
  const run = recorded([loaded(PAGE), ready, offered(2.1)]);
  expect(run.steps).toEqual([]);
  expect(run.visitor).toEqual({});
});

test('Leaving and other pages are steps, each after the time before it', () => {
  const run = recorded(
    [
      loaded(PAGE),
      ready,
      at(12, 'pointer left'),
      moved(13, CART),
      at(30, 'pointer left'),
      offered(30.1),
    ],
    {},
    { address: CART },
  );
  expect(run.address).toBe(PAGE);
  expect(run.steps).toEqual([
    skip(10),
    { do: 'leave page' },
    { do: 'go to', address: CART },
    skip(17),
    { do: 'leave page' },
  ]);
});

test('Where no invite came none is expected within what was skipped', () => {
  const run = recorded([loaded(PAGE), ready, at(62, 'skipped'), at(70, 'chat closed')]);
  expect(run.steps).toEqual([skip(60)]);
  expect(run.expects.invite).toBeNull();
});

test('What was before the page was loaded is not its story', () => {
  const run = recorded([loaded(CART), ready, offered(9, { message: 'Old' }), loaded(PAGE), ready]);
  expect(run.expects.invite).toBeNull();
  expect(run.address).toBe(PAGE);
});

test('A page that was there before anything was simulated begins with lcw:ready', () => {
  const run = recorded(
    [loaded(CART), ready, offered(9, { message: 'Old' }), offered(40)],
    {},
    { clock: visitorClock(60), sinceReady: 40_000 },
  );
  expect(run).toMatchObject({ address: PAGE, steps: [skip(20)] });
  expect(run.expects.invite).toMatchObject({ message: 'May I help?' });
});

test('While the clock stands still, real time has passed too', () => {
  const later = (ms: number, event: TimelineEvent) => ({ ...event, at: event.at + ms });
  const run = recorded([loaded(PAGE), ready, later(5000, offered(17))], {
    clock: { at: null, speed: 0 },
  });
  expect(run.steps).toEqual([skip(20)]);
});

test('Of an invite that was only seen the message is expected', () => {
  const run = recorded([loaded(PAGE), ready, shown(5, 'Hello', 'site')]);
  expect(run.expects.invite).toEqual({ message: 'Hello' });
});

test.each([
  [
    'a message of which a part was seen',
    shown(5, `${'x'.repeat(79)}…`, 'site'),
    'problemRunMessage',
  ],
  ['a message that was not seen', shown(5, '', 'site'), 'problemRunMessage'],
  [
    'an address that was cut',
    { ...moved(5, ''), text: text('eventAddressChanged', `https://a/${'x'.repeat(2000)}`) },
    'problemRunAddressLong',
  ],
])('%s makes no run', (_what, event, key) => {
  expect(recordRun(visited([loaded(PAGE), ready, event]))).toMatchObject({ problem: { key } });
});
