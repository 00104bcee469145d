import { expect, test, vi } from 'vitest';
import type { InviteMode } from '../../../src/model/simulation.ts';
import type { Visitor } from '../../../src/model/visitor/visitor.ts';
import { simulation } from '../builders.ts';

vi.mock('webextension-polyfill', () => ({ default: {} }));
vi.mock('../../../src/content/bridge.iife.ts?script&iife', () => ({ default: '' }));
vi.mock('../../../src/content/page/main.iife.ts?script&iife', () => ({ default: '' }));
const { certainlyGiven, inheritance } = await import('../../../src/background/newTabs.ts');

const given = (host: string, visitor: Visitor, epoch = 1, invites: InviteMode = 'live') => ({
  host,
  simulation: { epoch, visitor, clockReading: null, scenarios: [], invites },
});
const FROM_ELSEWHERE: Visitor = { referrer: { value: 'https://example.com/' } };
const hosts = (...all: Parameters<typeof certainlyGiven>[0]) => [...certainlyGiven(all).keys()];

test('A new tab gets what all tabs of the host that opens it have', () => {
  expect(hosts(given('contoso.com', FROM_ELSEWHERE), given('contoso.com', FROM_ELSEWHERE))).toEqual(
    ['contoso.com'],
  );
  expect(hosts(given('contoso.com', FROM_ELSEWHERE), given('fabrikam.com', {}))).toEqual([
    'contoso.com',
  ]);
});

test('Nothing is certain while a tab of the host, or of its subdomains, has another visitor', () => {
  expect(
    hosts(given('contoso.com', FROM_ELSEWHERE), given('contoso.com', FROM_ELSEWHERE, 2)),
  ).toEqual([]);
  expect(hosts(given('contoso.com', FROM_ELSEWHERE), given('contoso.com', {}))).toEqual([]);
  expect(hosts(given('contoso.com', FROM_ELSEWHERE), given('shop.contoso.com', {}))).toEqual([]);
  expect(hosts(given('shop.contoso.com', FROM_ELSEWHERE), given('contoso.com', {}))).toEqual([
    'shop.contoso.com',
  ]);
  expect(hosts(given('contoso.com', FROM_ELSEWHERE), given('notcontoso.com', {}))).toEqual([
    'contoso.com',
  ]);
});

test('A dry run is given to new tabs, also with the real visitor', () => {
  expect(hosts(given('contoso.com', {}, 0, 'dry run'))).toEqual(['contoso.com']);
});

test('A real visitor needs no rule', () => {
  expect(hosts(given('contoso.com', {}))).toEqual([]);
});

test('A new tab inherits everything but the visits, and does not show the landing page', () => {
  const visits = { number: 3, store: 'cookie', name: 'visits' } as const;
  const landing = { address: 'https://contoso.com/', isShown: true };
  const opener = { ...simulation({ epoch: 7, visitor: { ...FROM_ELSEWHERE, visits } }), landing };
  expect(inheritance(opener)).toEqual({
    ...simulation({ epoch: 7, visitor: FROM_ELSEWHERE }),
    landing: { ...landing, isShown: false },
  });
});
