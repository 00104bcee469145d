import { describe, expect, test } from 'vitest';
import { builtInScenarios } from '../../../src/model/scenarios/builtIn.ts';
import {
  draftOf,
  emptyEntry,
  pathsOf,
  type ScenarioDraft,
  scenarioFrom,
} from '../../../src/popup/scenarioDraft.ts';
import { fullScenario, invite, scenario } from '../builders.ts';
import { render } from '../render.ts';

/** The problems of a draft as `path: sentence`. */
function problemsOf(draft: ScenarioDraft): readonly string[] {
  const result = scenarioFrom(draft, 'Sample');
  return 'problems' in result
    ? result.problems.map(({ path, text }) => `${path}: ${render(text)}`)
    : [];
}

describe('A draft and its scenario', () => {
  test.each(builtInScenarios)('are the same for the built-in $id', (builtIn) => {
    expect(scenarioFrom(draftOf(builtIn, 'Name'), 'Name')).toEqual({ scenario: builtIn });
  });

  test('are the same with every field filled', () => {
    const full = {
      ...fullScenario,
      invite: invite({
        showPrechat: true,
        inNewWindow: true,
        context: [
          { key: 'a', value: 'x', isDisplayable: true },
          { key: 'b', value: 2.5, isDisplayable: false },
          { key: 'c', value: false, isDisplayable: true },
        ],
      }),
      repeat: 'each time',
      resetsVisits: true,
    } as const;
    expect(scenarioFrom(draftOf(full, 'Sample'), 'Built-in')).toEqual({ scenario: full });
  });

  test('A new name is kept', () => {
    const draft = { ...draftOf(scenario(), 'Built-in'), name: ' Mine ' };
    expect(scenarioFrom(draft, 'Built-in')).toEqual({ scenario: scenario({ name: 'Mine' }) });
  });
});

describe('What is typed wrongly is a problem of its field', () => {
  const draft = draftOf(fullScenario, 'Sample');
  const [time, ...conditions] = draft.conditions;

  test.each(['', 'abc', '2,5'])('“%s” for a condition’s number', (seconds) => {
    const wrong = {
      ...draft,
      conditions: [{ type: 'timeOnPage', settings: { seconds } } as const, ...conditions],
    };
    expect(problemsOf(wrong)).toEqual([
      'conditions.0.seconds: This is not a number. Type a number, such as 20.',
    ]);
  });

  test('“abc” for a number of the context', () => {
    const entry = { ...emptyEntry, key: 'n', kind: 'number', typed: 'abc' } as const;
    expect(problemsOf({ ...draft, context: [entry] })).toEqual([
      'invite.context.0.value: This is not a number. Type a number, such as 20.',
    ]);
  });

  test('several at once, each at a path that the form shows', () => {
    const wrong: ScenarioDraft = {
      ...draft,
      name: '',
      message: '',
      conditions: time ? [{ ...time, settings: { seconds: '-1' } }, ...conditions] : [],
      parameters: draft.parameters.map((parameter) => ({ ...parameter, source: '' })),
      context: [emptyEntry],
    };
    const result = scenarioFrom(wrong, 'Sample');
    const paths = 'problems' in result ? result.problems.map(({ path }) => path ?? '') : [];
    expect(paths.toSorted()).toEqual([
      'conditions.0.seconds',
      'invite.context.0.key',
      'invite.message',
      'name',
      'parameters.0.source.parameter',
      'parameters.1.source.value',
      'parameters.2.source.selector',
    ]);
    expect(pathsOf(wrong)).toEqual(expect.arrayContaining(paths));
  });
});
