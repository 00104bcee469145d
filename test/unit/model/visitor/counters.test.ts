import { describe, expect, test } from 'vitest';
import {
  type Counter,
  countOf,
  foundCounters,
  lookedAt,
  MOST_WATCHED,
  setTo,
  type WatchedCounter,
} from '../../../../src/model/visitor/counters.ts';

const cookie = (name: string, value: number): Counter => ({ store: 'cookie', name, value });

/** The counters after loads, with one look at each. */
const afterLoads = (...looks: readonly (readonly Counter[])[]): readonly WatchedCounter[] =>
  looks.reduce<readonly WatchedCounter[]>((watched, look) => lookedAt(watched, look, true), []);

const namesOf = (watched: readonly WatchedCounter[]) =>
  foundCounters(watched).map(({ name }) => name);

test.each([
  ['0', 0],
  ['7', 7],
  ['99999', 99999],
  ['100000', null],
  ['07', null],
  ['-1', null],
  ['1.5', null],
  [' 1', null],
  ['1e3', null],
  ['', null],
])('“%s” counts %s', (value, expected) => {
  expect(countOf(value)).toBe(expected);
});

describe('Found are', () => {
  test('a counter with the usual name, after one load', () => {
    expect(foundCounters(afterLoads([cookie('a', 1), cookie('timesPageVisited', 4)]))).toEqual([
      { store: 'cookie', name: 'timesPageVisited', value: 4, addsOne: null },
    ]);
  });

  test('any other after two loads, if it grew by one', () => {
    expect(afterLoads([cookie('a', 1)], [cookie('a', 2)]).map(({ before }) => before)).toEqual([1]);
    expect(foundCounters(afterLoads([cookie('a', 1)], [cookie('a', 2)]))).toEqual([
      { store: 'cookie', name: 'a', value: 2, addsOne: true },
    ]);
  });

  test('none that stayed, fell, or grew by more', () => {
    const before = [cookie('stays', 5), cookie('falls', 5), cookie('leaps', 5)];
    const after = [cookie('stays', 5), cookie('falls', 4), cookie('leaps', 7)];
    expect(namesOf(afterLoads(before, after))).toEqual([]);
  });

  test('one that is called so, though it stayed: this page may not be the one that counts', () => {
    expect(foundCounters(afterLoads([cookie('visits', 2)], [cookie('visits', 2)]))).toEqual([
      { store: 'cookie', name: 'visits', value: 2, addsOne: false },
    ]);
  });

  test('none that grew by chance once', () => {
    const looks = [20, 21, 25, 22].map((value) => [cookie('degrees', value)]);
    expect(namesOf(afterLoads(...looks))).toEqual([]);
  });

  test('none that grew without a load', () => {
    const watched = lookedAt(afterLoads([cookie('a', 1)]), [cookie('a', 2)], false);
    expect(namesOf(watched)).toEqual([]);
  });

  test('one that grew late in its load, once', () => {
    const early = afterLoads([cookie('a', 1)], [cookie('a', 1)]);
    expect(namesOf(early)).toEqual([]);
    const late = lookedAt(early, [cookie('a', 2)], false);
    expect(late).toEqual(lookedAt(late, [cookie('a', 2)], false));
    expect(namesOf(late)).toEqual(['a']);
  });

  test('counters of one name in two stores, each by itself', () => {
    const stored = (value: number): Counter => ({ store: 'localStorage', name: 'a', value });
    const found = foundCounters(
      afterLoads([cookie('a', 1), stored(8)], [cookie('a', 1), stored(9)]),
    );
    expect(found).toEqual([{ store: 'localStorage', name: 'a', value: 9, addsOne: true }]);
  });
});

test('The likeliest is first: by the usual name, by growth, by what a name says', () => {
  const look = (n: number) => [
    cookie('visits', 1),
    cookie('once', n === 1 ? 1 : 2),
    cookie('always', n),
    cookie('timesPageVisited', 1),
  ];
  expect(namesOf(afterLoads(look(1), look(2)))).toEqual([
    'timesPageVisited',
    'once',
    'always',
    'visits',
  ]);
  expect(namesOf(afterLoads(look(1), look(2), look(3)))).toEqual([
    'timesPageVisited',
    'always',
    'visits',
  ]);
  expect(namesOf(afterLoads([cookie('visits', 1)]))).toEqual(['visits']);
});

describe('After a counter was set', () => {
  test('its next load says whether the page adds one', () => {
    const set = setTo(afterLoads([cookie('timesPageVisited', 9)]), cookie('timesPageVisited', 2));
    expect(foundCounters(lookedAt(set, [cookie('timesPageVisited', 3)], true))[0]?.addsOne).toBe(
      true,
    );
    expect(foundCounters(lookedAt(set, [cookie('timesPageVisited', 2)], true))[0]?.addsOne).toBe(
      false,
    );
  });

  test('the leap is not held against it', () => {
    const grown = afterLoads([cookie('a', 1)], [cookie('a', 2)]);
    expect(namesOf(lookedAt(setTo(grown, cookie('a', 6)), [cookie('a', 7)], true))).toEqual(['a']);
  });
});

test('No more than so many are watched, and ten offered', () => {
  const many = (value: number) =>
    Array.from({ length: 1000 }, (_, index) => cookie(`n${index}`, value));
  const watched = afterLoads(many(1), many(2));
  expect(watched).toHaveLength(MOST_WATCHED);
  expect(foundCounters(watched)).toHaveLength(10);
});
