import * as v from 'valibot';
import { expect, test } from 'vitest';
import {
  type Command,
  type CommandAnswer,
  commandAnswerSchema,
  commandSchema,
} from '../../../src/messages/command.ts';
import { LONGEST_SKIP } from '../../../src/messages/page.ts';
import { visitorProblems } from '../../../src/model/visitor/visitor.ts';
import { fullRun, fullScenario, fullVisitor } from '../builders.ts';
import { withOneFieldTooMany } from '../parts.ts';

const commands: readonly Command[] = [
  { command: 'want site', tabId: 1 },
  { command: 'enable site', tabId: 1 },
  { command: 'disable site', tabId: 1 },
  { command: 'reload', tabId: 1 },
  { command: 'enable scenario', tabId: 1, scenarioId: 'waitTime', enabled: false },
  { command: 'fire', tabId: 1, scenarioId: 'waitTime' },
  { command: 'set overlay', tabId: 1, isOn: true },
  { command: 'present', tabId: 1, scenarioId: 'waitTime' },
  { command: 'save scenario', scenario: fullScenario },
  { command: 'remove scenario', scenarioId: 'waitTime' },
  { command: 'reset built-ins', scenarioId: 'waitTime' },
  { command: 'reset built-ins', scenarioId: null },
  { command: 'order scenarios', scenarioIds: ['visits', 'waitTime'] },
  { command: 'save visitor', saved: { id: 'a', name: 'Returning', visitor: fullVisitor } },
  { command: 'remove visitor', visitorId: 'a' },
  {
    command: 'import pack',
    change: {
      scenarios: [fullScenario],
      visitors: [{ id: 'a', name: 'Returning', visitor: fullVisitor }],
      runs: [fullRun],
      withoutScenarios: ['waitTime'],
      withoutVisitors: ['b'],
      withoutRuns: ['c'],
      order: ['sample', 'waitTime'],
    },
  },
  { command: 'save run', run: fullRun },
  { command: 'remove run', runId: 'a' },
  { command: 'play run', tabId: 1, runId: 'a' },
  { command: 'stop run', tabId: 1 },
  { command: 'set visitor', tabId: 1, visitor: fullVisitor },
  { command: 'set visitor', tabId: 1, visitor: {} },
  { command: 'skip', tabId: 1, ms: 1 },
  { command: 'skip', tabId: 1, ms: LONGEST_SKIP },
  { command: 'skip', tabId: 1, ms: LONGEST_SKIP, toNextTimer: true },
  { command: 'leave page', tabId: 1 },
  { command: 'clear timeline', tabId: 1 },
  { command: 'change settings', settings: { timelineKept: false } },
  { command: 'change settings', settings: { expiryMinutes: null } },
];

test.each(commands)('Accepts %j, and leaves it as it is', (command) => {
  expect(v.parse(commandSchema, command)).toEqual(command);
});

test.each(commands.flatMap(withOneFieldTooMany))('Refuses %j', (command) => {
  expect(v.is(commandSchema, command)).toBe(false);
});

test('A year can be skipped at once', () => {
  expect(LONGEST_SKIP).toBe(365 * 24 * 60 * 60 * 1000);
});

test.each<[string, unknown]>([
  ['null', null],
  ['a text', 'reload'],
  ['nothing in it', {}],
  ['an unknown command', { command: 'eval', tabId: 1 }],
  ['an inherited command', { command: 'constructor', tabId: 1 }],
  ['no tab', { command: 'reload' }],
  ['a tab that is a text', { command: 'reload', tabId: '1' }],
  ['half a tab', { command: 'reload', tabId: 1.5 }],
  ['a tab that is not finite', { command: 'reload', tabId: Number.POSITIVE_INFINITY }],
  ['no scenario', { command: 'fire', tabId: 1 }],
  ['a scenario in full', { command: 'fire', tabId: 1, scenarioId: fullScenario }],
  ['neither on nor off', { command: 'enable scenario', tabId: 1, scenarioId: 'a', enabled: 1 }],
  ['a scenario that is none', { command: 'save scenario', scenario: { id: 'a' } }],
  [
    'an import of more than a library holds',
    {
      command: 'import pack',
      change: {
        scenarios: [],
        visitors: [],
        runs: [],
        withoutRuns: [],
        withoutScenarios: Array.from({ length: 501 }, () => 'a'),
        withoutVisitors: [],
        order: [],
      },
    },
  ],
  ['a visitor that is none', { command: 'set visitor', tabId: 1, visitor: { weather: 'rain' } }],
  ['no time', { command: 'skip', tabId: 1, ms: 0 }],
  ['time backwards', { command: 'skip', tabId: 1, ms: -1000 }],
  ['more than a year', { command: 'skip', tabId: 1, ms: LONGEST_SKIP + 1 }],
  ['time that is NaN', { command: 'skip', tabId: 1, ms: Number.NaN }],
])('Refuses %s', (_what, value) => {
  expect(v.is(commandSchema, value)).toBe(false);
});

test.each<CommandAnswer>([
  [],
  [{ text: { key: 'problemPageUnreached', values: [] } }],
  visitorProblems({ ...fullVisitor, clock: { at: 'now' } }),
])('%j is an answer', (...answer) => {
  expect(v.parse(commandAnswerSchema, answer)).toEqual(answer);
});

test.each<[string, unknown]>([
  ['undefined', undefined],
  ['true', true],
  ['a problem alone', { text: { key: 'problemPageUnreached', values: [] } }],
  ['a problem without words', [{ path: 'name' }]],
  ['a key that is none', [{ text: { key: '<b>', values: [] } }]],
])('%s is no answer', (_what, value) => {
  expect(v.is(commandAnswerSchema, value)).toBe(false);
});
