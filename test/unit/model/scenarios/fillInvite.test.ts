import { describe, expect, test } from 'vitest';
import type { Facts } from '../../../../src/model/facts.ts';
import type { ContextValue, Invite } from '../../../../src/model/invite.ts';
import {
  fillInvite,
  knownPlaceholders,
  placeholdersIn,
} from '../../../../src/model/scenarios/fillInvite.ts';
import type { Scenario } from '../../../../src/model/scenarios/scenario.ts';
import { facts, invite, scenario } from '../../builders.ts';
import { render } from '../../render.ts';

/** The invite of a scenario as the SDK gets it, or the sentence that says why not. */
function filled(parts: Partial<Scenario>, known: Partial<Facts> = {}) {
  const result = fillInvite(scenario(parts), facts(known));
  return 'invite' in result ? result.invite : render(result.problem);
}

/** What becomes of one context entry. */
function filledValue(
  value: ContextValue,
  known: Partial<Facts> = {},
  parts: Partial<Scenario> = {},
) {
  const context = [{ key: 'entry', value, isDisplayable: true }];
  const result = filled({ ...parts, invite: invite({ context }) }, known);
  return typeof result === 'string' ? result : result.context.entry?.value;
}

test('An invite without placeholders stays as it is', () => {
  const plain: Invite = {
    message: 'Hello $1 $& {}',
    showPrechat: true,
    inNewWindow: true,
    context: [
      { key: 'a', value: 'x', isDisplayable: true },
      { key: 'b', value: 2.5, isDisplayable: false },
      { key: 'c', value: false, isDisplayable: true },
    ],
  };
  expect(filled({ invite: plain })).toEqual({
    message: 'Hello $1 $& {}',
    showPrechat: true,
    inNewWindow: true,
    context: {
      a: { value: 'x', isDisplayable: true },
      b: { value: 2.5, isDisplayable: false },
      c: { value: false, isDisplayable: true },
    },
  });
});

const germany = { country: { name: 'Germany', code: 'DE' } };
const needsRuritania: Partial<Scenario> = {
  conditions: [{ type: 'country', equals: 'Ruritania' }],
};
const needsNoTime: Partial<Scenario> = { conditions: [{ type: 'visits', moreThan: 2 }] };

test.each<[string, ContextValue, Partial<Facts>, Partial<Scenario>]>([
  ['{page url}', 'https://shop.example/', { address: 'https://shop.example/' }, {}],
  ['{referrer}', '', { referrer: '' }, {}],
  ['{visits}', 3, { visits: 3 }, {}],
  ['{visits} visits', '3 visits', { visits: 3 }, {}],
  ['{time on page}', 20_000, { sinceReady: 61_234 }, {}],
  ['{time on page}', 1005, {}, { conditions: [{ type: 'timeOnPage', seconds: 1.005 }] }],
  ['{time on page}', 61_234, { sinceReady: 61_233.6 }, needsNoTime],
  ['{country}', 'Germany', germany, needsRuritania],
  ['{country}', 'Ruritania', { country: 'denied' }, needsRuritania],
  ['{case id}', 'CAS-1', { parameters: { 'case id': 'CAS-1' } }, {}],
  ['{case id}', '{visits}', { parameters: { 'case id': '{visits}' } }, {}],
  ['{case id}', '$&', { parameters: { 'case id': '$&' } }, {}],
  ['<{case id}>', '<$&>', { parameters: { 'case id': '$&' } }, {}],
  ['{visits}{visits}', '33', { visits: 3 }, {}],
  ['{{visits}}', '{3}', { visits: 3 }, {}],
])('“%s” becomes %j', (value, expected, known, parts) => {
  expect(filledValue(value, known, parts)).toBe(expected);
});

test('A message is filled too, and stays a text', () => {
  expect(filled({ invite: invite({ message: '{visits}' }) }, { visits: 3 })).toMatchObject({
    message: '3',
  });
});

const caseId: Partial<Scenario> = {
  parameters: [{ name: 'case id', source: { from: 'address', parameter: 'caseId' } }],
};
const unknown = (name: string) => `The invite asks for {${name}}, which is not known on this page.`;

test.each<[string, string, Partial<Facts>, Partial<Scenario>]>([
  ['{visits}', unknown('visits'), { visits: null }, {}],
  ['{country}', unknown('country'), { country: 'denied' }, {}],
  ['{time on page}', unknown('time on page'), { sinceReady: null }, needsNoTime],
  ['{case id}', unknown('case id'), {}, {}],
  [
    '{case id}',
    'The case id is not known: the page does not show it where the scenario looks for it. Type a value, or change where it is read from.',
    {},
    caseId,
  ],
  ['{Visits}', unknown('Visits'), {}, {}],
  ['{constructor}', unknown('constructor'), {}, {}],
  ['{toString}', unknown('toString'), {}, {}],
  ['{__proto__}', unknown('__proto__'), {}, {}],
])('“%s” cannot be filled: %s', (value, words, known, parts) => {
  expect(filledValue(value, known, parts)).toBe(words);
  expect(filled({ ...parts, invite: invite({ message: value }) }, known)).toBe(words);
});

test('The first placeholder that cannot be filled is named', () => {
  expect(filled({ invite: invite({ message: '{page url} {one} {two}' }) })).toBe(unknown('one'));
});

test('A context key named __proto__ is an entry like any other', () => {
  const context = [{ key: '__proto__', value: 'x', isDisplayable: true }];
  const result = fillInvite(scenario({ invite: invite({ context }) }), facts());
  if (!('invite' in result)) throw new Error('It was not filled.');
  expect(Object.getPrototypeOf(result.invite.context)).toBe(Object.prototype);
  expect(Object.entries(result.invite.context)).toEqual([
    ['__proto__', { value: 'x', isDisplayable: true }],
  ]);
});

describe('placeholdersIn', () => {
  test.each([
    ['', []],
    ['no {} here', []],
    ['{a} {b} {a}', ['a', 'b']],
    ['{{a}}', ['a']],
    ['{a', []],
    ['{a{b}', ['b']],
    ['{ a }', [' a ']],
  ])('of “%s”: %j', (value, expected) => {
    expect(placeholdersIn(value)).toEqual(expected);
  });
});

test('The known placeholders are those of every invite and the parameters', () => {
  expect(knownPlaceholders(scenario(caseId))).toEqual([
    'page url',
    'referrer',
    'visits',
    'time on page',
    'country',
    'case id',
  ]);
});
