import { expect, test } from 'vitest';
import { describeCondition } from '../../../../src/model/conditions/index.ts';
import { render } from '../../render.ts';
import { judge } from './judge.ts';

test('Met while the parameter is known', () => {
  const parameters = { 'case id': 'CAS-1' };
  expect(judge({ type: 'parameter', name: 'case id' }, { parameters })).toEqual({
    state: 'met',
    words: 'The case id is “CAS-1”.',
  });
});

// The page may come to show it. The names that every object inherits are names like any other.
test.each(['case id', 'constructor', 'toString', '__proto__'])('Waits for %s', (name) => {
  expect(judge({ type: 'parameter', name }, { parameters: { other: 'known' } })).toEqual({
    state: 'waiting',
    for: 'parameter',
    words:
      `The ${name} is not known: the page does not show it where the scenario looks for it. ` +
      'Type a value, or change where it is read from.',
  });
});

test('It is described by the name', () => {
  expect(render(describeCondition({ type: 'parameter', name: 'case id' }))).toBe(
    'The case id is known',
  );
});
