import { expect, test } from 'vitest';
import type { Condition } from '../../../../src/model/conditions/index.ts';
import { scenarioProblems } from '../../../../src/model/scenarios/problems.ts';
import type { NamedParameter, Scenario } from '../../../../src/model/scenarios/scenario.ts';
import { fullScenario, invite, scenario } from '../../builders.ts';
import { render } from '../../render.ts';

const EMPTY = 'This must not be empty.';
const tooLong = (most: number) => `This may have at most ${most} characters; it has ${most + 1}.`;
const unknownPlaceholder = (name: string) =>
  `{${name}} is not a known placeholder. Known are: {page url}, {referrer}, {visits}, {time on page}, {country}.`;

const conditions = (count: number): readonly Condition[] =>
  Array.from({ length: count }, () => ({ type: 'timeOnPage', seconds: 20 }));
const entries = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    key: `key ${index}`,
    value: index,
    isDisplayable: true,
  }));
const withMessage = (message: string) => scenario({ invite: invite({ message }) });
const withEntry = (key: string, value: string) =>
  scenario({
    invite: invite({
      context: [
        { key: 'first', value: true, isDisplayable: true },
        { key, value, isDisplayable: true },
      ],
    }),
  });
const withParameter = (parameter: NamedParameter) => scenario({ parameters: [parameter] });
const typed = (value: string) => withParameter({ name: 'a', source: { from: 'typed', value } });
const fromAddress = (parameter: string) =>
  withParameter({ name: 'a', source: { from: 'address', parameter } });
const fromElement = (selector: string) =>
  withParameter({ name: 'a', source: { from: 'element', selector } });

test.each<[string, Scenario]>([
  ['one with everything', fullScenario],
  ['the longest name', scenario({ name: 'x'.repeat(100) })],
  ['the most conditions', scenario({ conditions: conditions(20) })],
  ['the longest message', withMessage('x'.repeat(4000))],
  ['the most context entries', scenario({ invite: invite({ context: entries(100) }) })],
  ['an empty context value', withEntry('key', '')],
  ['the longest context value', withEntry('key', 'x'.repeat(4000))],
  ['the longest sources', typed('x'.repeat(500))],
])('Nothing is wrong with %s', (_what, good) => {
  expect(scenarioProblems(good)).toEqual([]);
});

test.each<[string, Scenario, string, string]>([
  ['an empty name', scenario({ name: ' ' }), 'name', EMPTY],
  ['a long name', scenario({ name: 'x'.repeat(101) }), 'name', tooLong(100)],
  [
    'a parameter with the name of a built-in placeholder',
    withParameter({ name: 'visits', source: { from: 'typed', value: 'a' } }),
    'parameters.0.name',
    '“visits” is the name of a built-in placeholder. Choose another.',
  ],
  [
    'a parameter with braces in its name',
    withParameter({ name: '{b}', source: { from: 'typed', value: 'a' } }),
    'parameters.0.name',
    'A name may not hold braces.',
  ],
  [
    'two parameters of one name',
    scenario({
      parameters: [
        { name: 'a', source: { from: 'typed', value: '1' } },
        { name: 'a', source: { from: 'typed', value: '2' } },
      ],
    }),
    'parameters.1.name',
    'There is a parameter “a” already; each name may stand there once.',
  ],
  [
    'no condition',
    scenario({ conditions: [] }),
    'conditions',
    'A scenario needs at least one condition.',
  ],
  [
    'too many conditions',
    scenario({ conditions: conditions(21) }),
    'conditions',
    'At most 20 are allowed.',
  ],
  [
    'a wrong setting',
    scenario({ conditions: [...conditions(1), { type: 'visits', moreThan: -1 }] }),
    'conditions.1.moreThan',
    'This must be from 0 to 100000.',
  ],
  [
    'an end before the start',
    scenario({
      conditions: [
        { type: 'dateWindow', start: '2027-01-01T00:00:00Z', end: '2026-01-01T00:00:00Z' },
      ],
    }),
    'conditions.0.end',
    'The end (2026-01-01T00:00:00Z) is not after the start (2027-01-01T00:00:00Z), so no time lies between them. Choose an end after the start.',
  ],
  [
    'a condition on a parameter that there is not',
    scenario({ conditions: [{ type: 'parameter', name: 'case id' }] }),
    'conditions.0.name',
    'The scenario has no parameter named “case id”.',
  ],
  [
    'a parameter without a name',
    withParameter({ name: '', source: { from: 'typed', value: 'x' } }),
    'parameters.0.name',
    EMPTY,
  ],
  [
    'a parameter with a long name',
    withParameter({ name: 'x'.repeat(51), source: { from: 'typed', value: 'x' } }),
    'parameters.0.name',
    tooLong(50),
  ],
  ['an empty value', typed(''), 'parameters.0.source.value', EMPTY],
  ['a long value', typed('x'.repeat(501)), 'parameters.0.source.value', tooLong(500)],
  ['an empty address parameter', fromAddress(' '), 'parameters.0.source.parameter', EMPTY],
  [
    'a long address parameter',
    fromAddress('x'.repeat(201)),
    'parameters.0.source.parameter',
    tooLong(200),
  ],
  ['an empty selector', fromElement(''), 'parameters.0.source.selector', EMPTY],
  ['a long selector', fromElement('x'.repeat(1001)), 'parameters.0.source.selector', tooLong(1000)],
  ['an empty message', withMessage('\n'), 'invite.message', EMPTY],
  ['a long message', withMessage('x'.repeat(4001)), 'invite.message', tooLong(4000)],
  [
    'an unknown placeholder in the message',
    withMessage('{page url} {name} {other}'),
    'invite.message',
    unknownPlaceholder('name'),
  ],
  [
    'a placeholder that every object inherits',
    withMessage('{constructor}'),
    'invite.message',
    unknownPlaceholder('constructor'),
  ],
  [
    'too many context entries',
    scenario({ invite: invite({ context: entries(101) }) }),
    'invite.context',
    'At most 100 are allowed.',
  ],
  ['an empty key', withEntry('', 'x'), 'invite.context.1.key', EMPTY],
  ['a long key', withEntry('x'.repeat(201), 'x'), 'invite.context.1.key', tooLong(200)],
  [
    'a key that stands there twice',
    withEntry('first', 'x'),
    'invite.context.1.key',
    'The context has an entry “first” already; each key may stand there once.',
  ],
  [
    'a long context value',
    withEntry('key', 'x'.repeat(4001)),
    'invite.context.1.value',
    tooLong(4000),
  ],
  [
    'an unknown placeholder in the context',
    withEntry('key', 'for {name}'),
    'invite.context.1.value',
    unknownPlaceholder('name'),
  ],
])('%s', (_what, bad, path, words) => {
  const problems = scenarioProblems(bad).map((problem) => ({
    path: problem.path,
    words: render(problem.text),
  }));
  expect(problems).toEqual([{ path, words }]);
});

test('All problems are told, in the order of the fields', () => {
  const bad = scenario({
    name: '',
    conditions: [],
    parameters: [{ name: '', source: { from: 'typed', value: '' } }],
    invite: invite({
      message: '',
      context: [{ key: '', value: '{?}', isDisplayable: true }],
    }),
  });
  expect(scenarioProblems(bad).map(({ path }) => path)).toEqual([
    'name',
    'conditions',
    'parameters.0.name',
    'parameters.0.source.value',
    'invite.message',
    'invite.context.0.key',
    'invite.context.0.value',
  ]);
});
