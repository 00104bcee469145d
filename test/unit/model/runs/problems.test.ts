import * as v from 'valibot';
import { expect, test } from 'vitest';
import { runProblems } from '../../../../src/model/runs/problems.ts';
import type { Run, RunStep } from '../../../../src/model/runs/run.ts';
import { runSchema } from '../../../../src/model/runs/schema.ts';
import { LONGEST_SKIP } from '../../../../src/model/visitor/clock.ts';
import { fullRun, run } from '../../builders.ts';
import { withOneFieldTooMany } from '../../parts.ts';
import { render } from '../../render.ts';

const problemsOf = (parts: Partial<Run>) =>
  runProblems(run(parts)).map(({ path, text }) => `${path}: ${render(text)}`);

test.each([
  ['of all', fullRun],
  ['that expects nothing', run({ steps: [], scenarioIds: [], expects: { invite: null } })],
  ['whose invite has the widget’s own text', run({ expects: { invite: { message: '' } } })],
])('A run %s has the form, and no problem', (_what, one) => {
  expect(v.parse(runSchema, one)).toEqual(one);
  expect(runProblems(one)).toEqual([]);
});

test.each(withOneFieldTooMany(fullRun))('A field too many is refused: %j', (one) => {
  expect(v.is(runSchema, one)).toBe(false);
});

const step = (one: RunStep) => ({ steps: [one] });
const invite = (parts: object) => ({ expects: { invite: { message: 'Hi', ...parts } } });
const entry = (key: string) => ({ key, value: 'x' });

test.each<[string, Partial<Run>, string]>([
  ['half an address', { address: '/product' }, 'address: This is not the address of a page'],
  ['a file', { address: 'file:///x.html' }, 'address: This is not the address of a page'],
  ['a script', { address: 'javascript:alert(1)' }, 'address: This is not the address of a page'],
  [
    'a long address',
    { address: `https://a/${'x'.repeat(2000)}` },
    'address: This may have at most',
  ],
  ['a visitor who cannot be', { visitor: { clock: { at: 'soon' } } }, 'visitor.clock.at: This is'],
  ['no time', step({ do: 'skip', ms: 0 }), 'steps.0.ms: This must be from 1'],
  ['too much time', step({ do: 'skip', ms: LONGEST_SKIP + 1 }), 'steps.0.ms: This must be'],
  ['a step to nowhere', step({ do: 'go to', address: '' }), 'steps.0.address: This is not'],
  [
    'too many steps',
    { steps: Array.from({ length: 101 }, () => ({ do: 'leave page' }) as const) },
    'steps: At most 100',
  ],
  ['a long message', invite({ message: 'x'.repeat(4001) }), 'expects.invite.message: This may'],
  [
    'a key of nothing',
    invite({ context: [entry(' ')] }),
    'expects.invite.context.0.key: This must',
  ],
  [
    'a key twice',
    invite({ context: [entry('a'), entry('a')] }),
    'expects.invite.context.1.key: The context has an entry “a”',
  ],
])('Of a run with %s it says which field is wrong', (_what, parts, words) => {
  expect(problemsOf(parts)[0]).toContain(words);
});
