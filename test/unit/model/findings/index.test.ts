import { describe, expect, test } from 'vitest';
import { findingsOf, rules } from '../../../../src/model/findings/index.ts';
import { MOST_EVIDENCE } from '../../../../src/model/findings/rule.ts';
import { render } from '../../render.ts';
import { code, fault, invite, page, threw } from './page.ts';

test('Each rule has a name of its own', () => {
  const names = rules.map(({ name }) => name);
  expect([...new Set(names)]).toEqual(names);
});

test('What keeps an invite away comes before what spoils it', () => {
  const examined = page({
    ...code('alert(1)').watched,
    faults: [fault('TypeError', 'x')],
  });
  expect(findingsOf(examined).map(({ rule, prevents }) => [rule, prevents])).toEqual([
    ['triggerThrows', true],
    ['alertInTrigger', false],
  ]);
});

describe('Evidence', () => {
  test('of the same fault in the same place is told once', () => {
    const contexts = [threw('TypeError: x'), threw('TypeError: x')];
    expect(findingsOf(page({ contexts }))[0]?.evidence).toHaveLength(1);
  });

  test('is bounded', () => {
    const found = findingsOf(code('alert(1)\n'.repeat(500)));
    expect(found[0]?.evidence).toHaveLength(MOST_EVIDENCE);
  });
});

test('A finding is told in words, with its values', () => {
  const [found] = findingsOf(page({ sdkUses: [invite(), invite()] }));
  expect(found && render(found.cause)).toBe(
    '2 invites were offered before one of them was answered. The widget shows only one.',
  );
  expect(found && render(found.mend)).toBe(
    'Let one place decide which invite is offered, and once only.',
  );
});

test.each(rules.map(({ name }) => name))(
  '%s finds nothing on a page on which nothing happened',
  (name) => {
    expect(rules.find((rule) => rule.name === name)?.look(page())).toBeNull();
  },
);
