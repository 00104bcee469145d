import { describe, expect, test } from 'vitest';
import { RURITANIA } from '../../../../src/model/visitor/country.ts';
import { isPossibleReferrer } from '../../../../src/model/visitor/referrer.ts';
import {
  activeOverrides,
  timeZoneOf,
  type Visitor,
  visitorProblems,
} from '../../../../src/model/visitor/visitor.ts';
import { fullVisitor } from '../../builders.ts';
import { render } from '../../render.ts';

describe('activeOverrides', () => {
  test.each<[Visitor, readonly string[]]>([
    [{}, []],
    [fullVisitor, ['clock', 'country', 'referrer', 'visits']],
    [{ visits: fullVisitor.visits, clock: { at: null } }, ['clock', 'visits']],
    [{ referrer: { value: '' } }, ['referrer']],
  ])('of %j: %j', (visitor, expected) => {
    expect(activeOverrides(visitor)).toEqual(expected);
  });
});

test.each<[Visitor, string | null]>([
  [{}, null],
  [{ clock: { at: null } }, null],
  [{ clock: { at: null }, country: { ...RURITANIA, timeZone: 'Europe/Vienna' } }, 'Europe/Vienna'],
  [fullVisitor, 'Europe/Berlin'],
])('The time zone of %j is %s', (visitor, expected) => {
  expect(timeZoneOf(visitor)).toBe(expected);
});

const { country, visits } = fullVisitor;
const NAME =
  'This cannot be the name of a counter. Write the name as the site does, such as timesPageVisited.';
const SPEED = 'A clock runs at 0.1 to 1000 times its natural speed, or stands still at 0.';
const ZONE =
  'This browser knows no time zone “Europe/Streslau”. Choose one of its list, such as Europe/Berlin.';
const CHARACTERS =
  'A referrer may hold only printable ASCII characters. Write others percent-encoded, such as %C3%A4 for ä.';
const INSTANT =
  'This is not a date and time. Write it like 2026-12-24 18:00 (in the visitor’s time zone), 2026-12-24T18:00:00+01:00, or as milliseconds since 1970.';

describe('visitorProblems', () => {
  test.each<Visitor>([
    {},
    fullVisitor,
    { country: RURITANIA },
    { clock: { at: null } },
    { clock: { at: '1798135200000' } },
    { clock: { at: '2026-12-24 18:00', timeZone: 'Asia/Kathmandu' } },
    { clock: { at: null, speed: 0 } },
    { clock: { at: null, speed: 0.1 } },
    { clock: { at: null, speed: 1000 } },
    { referrer: { value: '' } },
    { referrer: { value: 'www.contoso.com/FAQ' } },
    { referrer: { value: 'x'.repeat(2000) } },
    { country: { ...country, latitude: -90, longitude: 180 } },
    { visits: { first: true } },
    { visits: { ...visits, number: 1 } },
    { visits: { ...visits, number: 100_000 } },
    { visits: { ...visits, name: '__Host-n' } },
    { visits: { ...visits, store: 'localStorage', name: 'the visits; of ä' } },
  ])('are none for %j', (visitor) => {
    expect(visitorProblems(visitor)).toEqual([]);
  });

  test.each<[Visitor, string, string]>([
    [{ clock: { at: '2026-12-24' } }, 'clock.at', INSTANT],
    [{ clock: { at: '2026-02-30T00:00:00Z' } }, 'clock.at', INSTANT],
    [{ clock: { at: '' } }, 'clock.at', INSTANT],
    [{ clock: { at: '2026-02-30 12:00' } }, 'clock.at', INSTANT],
    [{ clock: { at: '9007199254740991' } }, 'clock.at', INSTANT],
    [{ clock: { at: null, speed: 0.09 } }, 'clock.speed', SPEED],
    [{ clock: { at: null, speed: -1 } }, 'clock.speed', SPEED],
    [{ clock: { at: null, speed: 1001 } }, 'clock.speed', SPEED],
    [{ clock: { at: null, speed: Number.NaN } }, 'clock.speed', SPEED],
    [{ clock: { at: null, timeZone: 'Europe/Streslau' } }, 'clock.timeZone', ZONE],
    [{ country: { ...country, timeZone: 'Europe/Streslau' } }, 'country.timeZone', ZONE],
    [
      { country: { ...country, language: 'de_AT' } },
      'country.language',
      '“de_AT” is not a language tag. Write it like de or pt-BR.',
    ],
    [
      { country: { ...country, geolocation: { answer: 'denied', afterMs: -1 } } },
      'country.geolocation.afterMs',
      'An answer takes from 0 to 3600 seconds.',
    ],
    [
      { country: { ...country, services: { answer: 'country', afterMs: 3_600_001 } } },
      'country.services.afterMs',
      'An answer takes from 0 to 3600 seconds.',
    ],
    [{ country: { ...country, name: ' ' } }, 'country.name', 'This must not be empty.'],
    [
      { country: { ...country, latitude: 90.1 } },
      'country.latitude',
      'This must be from -90 to 90.',
    ],
    [
      { country: { ...country, latitude: Number.NaN } },
      'country.latitude',
      'This must be from -90 to 90.',
    ],
    [
      { country: { ...country, longitude: -180.1 } },
      'country.longitude',
      'This must be from -180 to 180.',
    ],
    [{ referrer: { value: 'https://a.example/ä' } }, 'referrer.value', CHARACTERS],
    [{ referrer: { value: 'https://a.example/\r\nX: y' } }, 'referrer.value', CHARACTERS],
    [{ referrer: { value: 'https://a.example/\n' } }, 'referrer.value', CHARACTERS],
    [
      { referrer: { value: 'x'.repeat(2001) } },
      'referrer.value',
      'This may have at most 2000 characters; it has 2001.',
    ],
    [
      { visits: { ...visits, number: 2.5 } },
      'visits.number',
      'This must be a whole number, such as 3.',
    ],
    [{ visits: { ...visits, number: 0 } }, 'visits.number', 'This must be from 1 to 100000.'],
    [{ visits: { ...visits, number: 100_001 } }, 'visits.number', 'This must be from 1 to 100000.'],
    [{ visits: { ...visits, name: '' } }, 'visits.name', NAME],
    [{ visits: { ...visits, name: 'a; Domain=x' } }, 'visits.name', NAME],
    [{ visits: { ...visits, name: 'a=b' } }, 'visits.name', NAME],
    [{ visits: { ...visits, name: 'visité' } }, 'visits.name', NAME],
    [{ visits: { ...visits, store: 'sessionStorage', name: ' ' } }, 'visits.name', NAME],
  ])('%j: %s', (visitor, path, words) => {
    const problems = visitorProblems(visitor).map((problem) => ({
      path: problem.path,
      words: render(problem.text),
    }));
    expect(problems).toEqual([{ path, words }]);
  });

  test('are all told, in the order of the overrides', () => {
    const visitor: Visitor = {
      clock: { at: 'now' },
      country: { name: '', code: null, latitude: 91, longitude: 181 },
      referrer: { value: 'ä'.repeat(2001) },
      visits: { number: 0, store: 'cookie', name: '' },
    };
    expect(visitorProblems(visitor).map(({ path }) => path)).toEqual([
      'clock.at',
      'country.name',
      'country.latitude',
      'country.longitude',
      'referrer.value',
      'referrer.value',
      'visits.number',
      'visits.name',
    ]);
  });
});

test.each([
  ['', true],
  ['https://www.contoso.com/', true],
  ['https://www.contoso.com/FAQ?a=b%20c', true],
  ['http://localhost:8080/', true],
  ['www.contoso.com/FAQ', false],
  ['https://www.contoso.com', false],
  ['HTTPS://www.contoso.com/', false],
  ['https://www.contoso.com:443/', false],
  ['https://www.contoso.com/a b', false],
  ['https://www.contoso.com/FAQ#top', false],
  ['https://www.contoso.com/FAQ#', false],
  ['https://user:password@www.contoso.com/', false],
  ['https://user@www.contoso.com/', false],
  ['ftp://www.contoso.com/', false],
  ['javascript:alert(1)', false],
  ['/FAQ', false],
])('“%s” can be a real referrer: %s', (value, expected) => {
  expect(isPossibleReferrer(value)).toBe(expected);
});
