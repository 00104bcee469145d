import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import {
  asItWas,
  isOwed,
  type Loan,
  loanSchema,
  sharePlace,
} from '../../../../src/background/loans/loan.ts';
import { cookie, cookieLoan, storageLoan } from './samples.ts';

test.each<Loan>([
  cookieLoan({ name: 'n', visitsBefore: 3, before: [cookie({})] }),
  cookieLoan({
    before: [
      cookie({
        expirationDate: 1_798_131_600.5,
        partitionKey: { topLevelSite: 'https://shop.example', hasCrossSiteAncestor: false },
      }),
    ],
  }),
  storageLoan({ store: 'sessionStorage', before: [{ name: 'a', value: '' }] }),
])('%j comes back from disk as it was', (loan) => {
  expect(v.parse(loanSchema, JSON.parse(JSON.stringify(loan)))).toEqual(loan);
});

test.each<[boolean, string, Loan, Loan]>([
  [true, 'cookies of one host', cookieLoan(), cookieLoan({ address: 'http://shop.example:81/b' })],
  [false, 'cookies of another host', cookieLoan(), cookieLoan({ address: 'https://b.example/' })],
  [false, 'cookies of a private window', cookieLoan(), cookieLoan({ storeId: '1' })],
  [false, 'cookies and storage', cookieLoan(), storageLoan()],
  [true, 'localStorage of two tabs', storageLoan(), storageLoan({ tabId: 2 })],
  [
    false,
    'localStorage of two origins',
    storageLoan(),
    storageLoan({ address: 'https://shop.example:81/' }),
  ],
  [
    false,
    'sessionStorage of two tabs',
    storageLoan({ store: 'sessionStorage' }),
    storageLoan({ store: 'sessionStorage', tabId: 2 }),
  ],
])('They share a place (%s): %s', (expected, _what, one, other) => {
  expect(sharePlace(one, other)).toBe(expected);
  expect(sharePlace(other, one)).toBe(expected);
});

const entries = (values: Readonly<Record<string, string>>) =>
  Object.entries(values).map(([name, value]) => ({ name, value }));

describe('Two tabs that take from one place', () => {
  const counter = storageLoan({ tabId: 1, name: 'n', before: entries({ n: '7' }) });
  const everything = storageLoan({ tabId: 2, before: entries({ n: '2', other: 'x' }) });

  test('both know what the first one found', () => {
    expect(asItWas(everything, [counter])).toEqual(entries({ other: 'x', n: '7' }));
    const second = storageLoan({ tabId: 2, name: 'n', before: entries({ n: '2' }) });
    expect(asItWas(second, [counter])).toEqual(entries({ n: '7' }));
  });

  test('what was not there is not there for the second one either', () => {
    const first = storageLoan({ tabId: 1, name: 'n' });
    expect(asItWas(everything, [first])).toEqual(entries({ other: 'x' }));
  });

  test('a counter is not taken for the other that was in everything', () => {
    const first = storageLoan({ tabId: 1, before: entries({ n: '7', other: 'x' }) });
    const second = storageLoan({ tabId: 2, name: 'n', before: entries({ n: '2' }) });
    expect(asItWas(second, [first])).toEqual(entries({ n: '7' }));
  });

  test('of three, the first counts', () => {
    const third = storageLoan({ tabId: 3, before: entries({ n: '5', other: 'y' }) });
    const second = { ...everything, before: asItWas(everything, [counter]) };
    expect(asItWas(third, [counter, second])).toEqual(entries({ n: '7', other: 'x' }));
  });

  test('elsewhere changes nothing', () => {
    const elsewhere = storageLoan({ address: 'https://b.example/', before: entries({ n: '1' }) });
    expect(asItWas(everything, [elsewhere])).toEqual(everything.before);
  });

  test('each puts back what nobody else holds', () => {
    const owedBySecond = isOwed(everything, [counter]);
    expect([owedBySecond('n'), owedBySecond('other')]).toEqual([false, true]);
    const owedByFirst = isOwed(counter, [everything]);
    expect([owedByFirst('n'), owedByFirst('other')]).toEqual([false, false]);
    const owedAlone = isOwed(counter, []);
    expect([owedAlone('n'), owedAlone('other')]).toEqual([true, false]);
  });
});
