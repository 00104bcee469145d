import { expect, test } from 'vitest';
import { timerRate } from '../../../../src/model/visitor/clock.ts';
import { atMoment } from '../../../../src/model/watch/atMoment.ts';
import { START, watched } from '../findings/page.ts';

const timer = (dueIn: number) => ({
  dueIn,
  delay: 30_000,
  repeats: false,
  by: null,
  isTrigger: true,
});
const timers = [timer(20_000), timer(3_000)];

test.each([
  ['at once', 0, 1, [20_000, 3_000]],
  ['after 2 s', 2_000, 1, [18_000, 1_000]],
  ['after 3 s, when one has fired', 3_000, 1, [17_000]],
  ['after 2 s at 5 times the speed', 2_000, 5, [10_000]],
  ['before it was told, by a clock that was set back', -5_000, 1, [20_000, 3_000]],
])('Timers %s', (_name, later, rate, left) => {
  const moment = atMoment(watched({ timers }), START + later, rate);
  expect(moment.timers.map(({ dueIn }) => dueIn)).toEqual(left);
});

test.each([
  [undefined, 1],
  [{ at: null }, 1],
  [{ at: null, speed: 5 }, 5],
  [{ at: null, speed: 0 }, 1],
])('With the clock %j timers run %d times as fast', (clock, rate) => {
  expect(timerRate(clock)).toBe(rate);
});

test('Nothing else changes with time', () => {
  const { at, timers: _timers, ...rest } = atMoment(watched({ timers }), START + 500, 1);
  expect(at).toBe(START + 500);
  expect({ ...watched({ timers }), ...rest }).toEqual(watched({ timers }));
});
