import { expect, test } from 'vitest';
import { geolocationNoFallback } from '../../../../../src/model/findings/rules/geolocationNoFallback.ts';
import { lookedAt, page, sampleOf, use } from '../page.ts';

const asked = (fallback: unknown, value: string | null) =>
  use('geolocation', 'getCurrentPosition', {
    argument: sampleOf(fallback),
    value: value === null ? null : sampleOf(value),
  });

test.each(['denied', 'unavailable', 'timeout'])(
  'A position that is %s, and no code for that, is told',
  (answer) => {
    expect(lookedAt(geolocationNoFallback, page({ inputs: [asked(null, answer)] }))).toEqual([
      `12: getCurrentPosition: ${answer}`,
    ]);
  },
);

test.each([
  ['has code for that', asked(() => {}, 'denied')],
  ['got a position', asked(null, 'position')],
  ['has no answer yet', asked(null, null)],
  ['is no trigger', { ...asked(null, 'denied'), isTrigger: false }],
])('Code that %s is no such fault', (_name, one) => {
  expect(lookedAt(geolocationNoFallback, page({ inputs: [one] }))).toBeNull();
});
