import { expect, test } from 'vitest';
import { severalInvites } from '../../../../../src/model/findings/rules/severalInvites.ts';
import { invite, lookedAt, page, START } from '../page.ts';

const first = invite();
const later = (ms: number) => invite({ at: START + ms });
const ended = (outcome: 'dismissed' | 'timed out' | 'accepted' | 'shown', ms: number) => ({
  outcome,
  at: START + ms,
});

test.each([
  ['in the same moment', [first, later(0)], []],
  ['while the first is showing', [first, later(20_000)], [ended('shown', 100)]],
  [
    'that the widget is known to ignore',
    [first, { ...later(5_000), ignored: 'invite pending' as const }],
    [],
  ],
])('Two invites %s are told', (_name, sdkUses, invites) => {
  const examined = page({ sdkUses, invites });
  expect(lookedAt(severalInvites, examined)).toHaveLength(2);
  expect(severalInvites.look(examined)?.values).toEqual([2]);
});

test('Of three, the one that came later is none of them', () => {
  const examined = page({ sdkUses: [first, later(1_000), later(90_000)] });
  expect(severalInvites.look(examined)?.values).toEqual([2]);
});

test.each([
  ['a single one', [first], []],
  [
    'one after the other was closed',
    [first, later(20_000)],
    [ended('shown', 100), ended('dismissed', 10_000)],
  ],
  ['one after the other has timed out', [first, later(70_000)], []],
  [
    'one during the chat of the other',
    [first, { ...later(20_000), ignored: 'chat active' as const }],
    [],
  ],
])('%s is as it should be', (_name, sdkUses, invites) => {
  expect(lookedAt(severalInvites, page({ sdkUses, invites }))).toBeNull();
});
