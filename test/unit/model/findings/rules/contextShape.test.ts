import { expect, test } from 'vitest';
import { contextShape } from '../../../../../src/model/findings/rules/contextShape.ts';
import { UNKNOWN } from '../../../../../src/model/watch/watched.ts';
import { at, given, lookedAt, page, START, sampleOf, threw } from '../page.ts';

test.each([
  [
    'values without their form',
    { 'Page URL': 'https://shop.example/' },
    ['20: Page URL: https://shop.example/'],
  ],
  ['an entry without a value', { Page: { isDisplayable: true } }, ['20: Page: object']],
  ['a list', [{ value: 1 }], ['20: array']],
  ['nothing, for want of a return', undefined, ['20: undefined']],
  ['a text', '{"Page":1}', ['20: {"Page":1}']],
  ['an entry that is null', { Page: null }, ['20: Page: null']],
])('A context of %s is told', (_name, context, found) => {
  expect(lookedAt(contextShape, page({ contexts: [given(context)] }))).toEqual(found);
});

test.each([
  ['a whole one', given({ Page: { value: 'a', isDisplayable: true }, Visits: { value: 3 } })],
  ['an empty one', given({})],
  ['one whose provider threw', threw('TypeError: x')],
])('%s is no fault of form', (_name, context) => {
  expect(lookedAt(contextShape, page({ contexts: [context] }))).toBeNull();
});

test('A context that is only promised is told', () => {
  const returned = { type: 'object', text: 'promise', parts: {} } as const;
  const context = { ending: { returned }, by: at(20), at: START };
  expect(lookedAt(contextShape, page({ contexts: [context] }))).toEqual(['20: promise']);
});

test.each([
  ['entries behind getters', { ...sampleOf({}), parts: { Page: UNKNOWN } }],
  [
    'a value behind a getter',
    { ...sampleOf({}), parts: { Page: { ...sampleOf({}), parts: { value: UNKNOWN } } } },
  ],
  ['an entry that refuses to be looked at', { ...sampleOf({}), parts: { Page: sampleOf({}, 0) } }],
  ['a context that does', sampleOf({}, 0)],
])('Of %s nothing is said', (_name, returned) => {
  const context = { ending: { returned }, by: at(20), at: START };
  expect(lookedAt(contextShape, page({ contexts: [context] }))).toBeNull();
});
