import { expect, test } from 'vitest';
import { handlerReplaced } from '../../../../../src/model/findings/rules/handlerReplaced.ts';
import { at, lookedAt, page, source } from '../page.ts';

const replaced = {
  what: 'document.body.onmouseleave',
  by: at(30),
  before: at(20),
  isTrigger: true,
};

test('A handler of the trigger that another has replaced is told with both places', () => {
  const examined = page({
    replaced: [{ ...replaced, what: 'onmouseout', isTrigger: false }, replaced],
  });
  expect(lookedAt(handlerReplaced, examined)).toEqual([
    '30: document.body.onmouseleave = …',
    '20: document.body.onmouseleave = …',
  ]);
  expect(handlerReplaced.look(examined)?.values).toEqual(['document.body.onmouseleave']);
});

test.each([
  ['of other code', { ...replaced, isTrigger: false }, ''],
  ['that the same code sets again', { ...replaced, by: at(20) }, ''],
  [
    'whose successor calls it',
    replaced,
    'const before = document.body.onmouseleave;\ndocument.body.onmouseleave = (event) => { before?.(event); offer(); };',
  ],
])('A handler %s is not lost', (_name, one, text) => {
  expect(lookedAt(handlerReplaced, page({ replaced: [one], sources: [source(text)] }))).toBeNull();
});

test('Code that only sets the handler loses the one before', () => {
  const sources = [source('document.body.onmouseleave = () => SDK.startProactiveChat({});')];
  expect(lookedAt(handlerReplaced, page({ replaced: [replaced], sources }))).toHaveLength(2);
});
