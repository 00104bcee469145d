import './documentOfTests.ts';

import { beforeEach, expect, test } from 'vitest';
import { PendingTimers } from '../../../../src/content/page/watch/pendingTimers.ts';

const at = (line: number) => ({ file: location.href, line, column: 1 });
const ofTrigger = (line = 1) => ({ by: at(line), isTrigger: true });
const ofOthers = (line = 1) => ({ by: at(line), isTrigger: false });

let elapsed = 0;
let timers = new PendingTimers({ elapsed: () => elapsed });
beforeEach(() => {
  elapsed = 1_000;
  timers = new PendingTimers({ elapsed: () => elapsed });
});

const all = () => timers.all(({ isTrigger }) => isTrigger);
const dueIn = () => all().map((timer) => timer.dueIn);

test('Those of trigger code come first, then the soonest', () => {
  timers.add(1, 5_000, false, ofOthers());
  timers.add(2, 20_000, false, ofTrigger());
  timers.add(3, 1_000, false, ofOthers());
  timers.add(4, 10_000, false, ofTrigger());
  expect(dueIn()).toEqual([10_000, 20_000, 1_000, 5_000]);
});

test('Whose code it is, is asked when they are told', () => {
  timers.add(1, 5_000, false, ofOthers(10));
  timers.add(2, 20_000, false, ofOthers(50));
  const told = timers.all(({ by }) => by.line === 50);
  expect(told.map(({ by, isTrigger }) => [by?.line, isTrigger])).toEqual([
    [50, true],
    [10, false],
  ]);
});

test('One that has fired is gone', () => {
  timers.add(1, 5_000, false, ofTrigger());
  elapsed += 3_000;
  expect(all()).toEqual([{ dueIn: 2_000, delay: 5_000, repeats: false, ...ofTrigger() }]);
  elapsed += 2_001;
  expect(all()).toEqual([]);
});

test('One that repeats is due again and again', () => {
  timers.add(1, 4_000, true, ofTrigger());
  elapsed += 5_000;
  expect(all()).toEqual([{ dueIn: 3_000, delay: 4_000, repeats: true, ...ofTrigger() }]);
  elapsed += 8_000;
  expect(dueIn()).toEqual([3_000]);
});

test('One that is cleared is gone, and no other', () => {
  timers.add(1, 5_000, false, ofTrigger());
  timers.add(2, 6_000, true, ofTrigger());
  timers.remove(2);
  timers.remove(undefined);
  expect(dueIn()).toEqual([5_000]);
});

test.each([
  ['20000', 20_000],
  [' 2e4 ', 20_000],
  [true, 1],
  [1_500.9, 1_500],
])('A delay of %j is one of %d ms, as browsers take it', (delay, ms) => {
  timers.add(1, delay, false, ofTrigger());
  expect(all()).toMatchObject([{ dueIn: ms, delay: ms }]);
});

test.each([undefined, null, 'soon', -5, Number.NaN, 2 ** 31])('A delay of %s is none', (delay) => {
  timers.add(1, delay, false, ofTrigger());
  expect(all()).toMatchObject([{ dueIn: 0, delay: 0 }]);
});

test('An object as a delay is not asked for its number, which only code of the page tells', () => {
  let asked = 0;
  const delay = { valueOf: () => ++asked * 1_000 };
  timers.add(1, delay, false, ofTrigger());
  expect([dueIn(), asked]).toEqual([[0], 0]);
});
