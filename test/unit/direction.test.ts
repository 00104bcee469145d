import { expect, test } from 'vitest';
import { directionOf } from '../../src/direction.ts';

test.each(['ar', 'he', 'fa-IR', 'ur', 'dv', 'az-Arab'])(
  '%s runs from right to left',
  (language) => {
    expect(directionOf(language)).toBe('rtl');
  },
);

test.each(['en', 'pt-BR', 'ja', 'az', 'ku-Latn'])('%s runs from left to right', (language) => {
  expect(directionOf(language)).toBe('ltr');
});
