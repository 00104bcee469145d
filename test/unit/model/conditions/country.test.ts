import { expect, test } from 'vitest';
import { describeCondition } from '../../../../src/model/conditions/index.ts';
import type { CountryUnknown } from '../../../../src/model/facts.ts';
import { render } from '../../render.ts';
import { judge } from './judge.ts';

const RURITANIA = { name: 'Ruritania', code: null };
const GERMANY = { name: 'Germany', code: 'DE' };

test.each([
  { equals: 'Ruritania', found: RURITANIA },
  { equals: 'rURITANIA', found: RURITANIA },
  { equals: ' Ruritania ', found: RURITANIA },
  { equals: 'Ruritania', found: { name: 'Ruritania ', code: null } },
  { equals: 'Germany', found: GERMANY },
  { equals: 'DE', found: GERMANY },
  { equals: 'de', found: GERMANY },
])('A visitor in $found.name is in “$equals”', ({ equals, found }) => {
  expect(judge({ type: 'country', equals }, { country: found })).toEqual({
    state: 'met',
    words: `The visitor is in ${found.name}, as needed.`,
  });
});

test.each([
  { equals: 'Ruritania', found: GERMANY },
  { equals: 'German', found: GERMANY },
  { equals: 'D', found: GERMANY },
  { equals: 'null', found: RURITANIA },
])('A visitor in $found.name is not in “$equals”', ({ equals, found }) => {
  expect(judge({ type: 'country', equals }, { country: found })).toEqual({
    state: 'not met',
    words: `The visitor is in ${found.name}, but ${equals} is needed.`,
  });
});

test.each<{ unknown: CountryUnknown; state: string; words: string }>([
  {
    unknown: 'not asked',
    state: 'waiting',
    words: 'The country is not known yet; Ruritania is needed.',
  },
  {
    unknown: 'asking',
    state: 'waiting',
    words:
      "Waiting for the visitor's position: the browser may be asking for permission. Ruritania is needed.",
  },
  {
    unknown: 'denied',
    state: 'not met',
    words: "The visitor's position was denied, so the country is not known; Ruritania is needed.",
  },
  {
    unknown: 'unavailable',
    state: 'not met',
    words:
      "The browser could not tell the visitor's position (it needs a secure page and a location source), " +
      'so the country is not known; Ruritania is needed.',
  },
  {
    unknown: 'outside',
    state: 'not met',
    words: "The visitor's position is in no country; Ruritania is needed.",
  },
])('The country is not known: $unknown', ({ unknown, state, words }) => {
  const verdict = judge({ type: 'country', equals: 'Ruritania' }, { country: unknown });
  expect(verdict).toEqual({ state, words, ...(state === 'waiting' && { for: 'country' }) });
});

test('It is described by the country', () => {
  expect(render(describeCondition({ type: 'country', equals: 'Ruritania' }))).toBe(
    'Country is Ruritania',
  );
});
