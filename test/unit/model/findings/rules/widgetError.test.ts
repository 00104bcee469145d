import { expect, test } from 'vitest';
import { widgetError } from '../../../../../src/model/findings/rules/widgetError.ts';
import { lookedAt, page, START, sampleOf } from '../page.ts';

const event = (name: string, detail: unknown) => ({ name, detail: sampleOf(detail, 1), at: START });

test.each([
  [{ errorCode: 1, errorDescription: 'No such organisation' }, '1 No such organisation'],
  [{ errorCode: 7 }, '7'],
  [undefined, ''],
])('lcw:error with %j is told', (detail, found) => {
  expect(lookedAt(widgetError, page({ events: [event('lcw:error', detail)] }))).toEqual([
    `?: ${found}`,
  ]);
});

test('Other events are not', () => {
  expect(lookedAt(widgetError, page({ events: [event('lcw:ready', null)] }))).toBeNull();
});
