import { describe, expect, test, vi } from 'vitest';
import { RURITANIA } from '../../../src/model/visitor/country.ts';
import { visitorProblems } from '../../../src/model/visitor/visitor.ts';
import { knownCountries } from '../../../src/popup/knownCountries.ts';
import {
  answersUnusually,
  counterFields,
  draftOf,
  isSameVisitor,
  visitorFrom,
  withCountryName,
  withNthVisit,
} from '../../../src/popup/visitorDraft.ts';
import { fullVisitor } from '../builders.ts';

vi.mock('webextension-polyfill', () => ({ default: { i18n: { getMessage: () => 'en' } } }));

describe('A draft and its visitor', () => {
  test.each([
    ['nothing', {}],
    ['everything', fullVisitor],
    ['a real clock that can be skipped', { clock: { at: null } }],
    ['a direct visit', { referrer: { value: '' } }],
    ['a referrer on every page', { referrer: { value: '', until: 'reset' } }],
    ['a first visit', { visits: { first: true } }],
    [
      'a counter that the page leaves alone',
      { visits: { number: 2, store: 'cookie', name: 'n', addsOne: false } },
    ],
    ['a counter in localStorage', { visits: { number: 1, store: 'localStorage', name: 'n' } }],
  ] as const)('are the same, with %s overridden', (_what, visitor) => {
    expect(visitorFrom(draftOf(visitor))).toEqual(visitor);
  });

  test('What is typed for an override that is off is kept, but not part of the visitor', () => {
    const draft = { ...draftOf({}), clockAt: 'soon', referrerValue: 'https://www.contoso.com/' };
    expect(visitorFrom(draft)).toEqual({});
  });

  test('A known country is named as in the list, with its code', () => {
    const draft = withCountryName(draftOf({}), ' germany ');
    expect(visitorFrom({ ...draft, country: 'set' }).country).toEqual(
      knownCountries().find(({ code }) => code === 'DE'),
    );
  });

  test.each(['FR', ' FR '])('A country can be named by its code, as in “%s”', (code) => {
    const draft = withCountryName(draftOf({}), code);
    expect(visitorFrom({ ...draft, country: 'set' }).country?.name).toBe('France');
  });

  test('A name that begins as a code does is not that country’s', () => {
    const draft = withCountryName({ ...draftOf({}), latitude: '1.5' }, 'Fr');
    expect(visitorFrom({ ...draft, country: 'set' }).country).toMatchObject({
      name: 'Fr',
      code: null,
      latitude: 1.5,
    });
  });

  test('A country answers after seconds, and at once if none are typed', () => {
    const draft = { ...draftOf({ country: RURITANIA }), positionAfter: '1.5', servicesAfter: '' };
    expect(visitorFrom(draft).country).toEqual({
      ...RURITANIA,
      geolocation: { answer: 'position', afterMs: 1500 },
    });
    expect(answersUnusually(draft)).toBe(true);
    expect(answersUnusually(draftOf({ country: RURITANIA }))).toBe(false);
    expect(answersUnusually(draftOf(fullVisitor))).toBe(true);
  });

  test('Another country does not keep the time zone of the one before', () => {
    const draft = withCountryName(draftOf(fullVisitor), 'Japan');
    expect(visitorFrom(draft).country).not.toHaveProperty('timeZone');
  });

  test.each([
    ['positionAfter', 'country.geolocation.afterMs', '-1'],
    ['servicesAfter', 'country.services.afterMs', '3601'],
    ['servicesAfter', 'country.services.afterMs', 'soon'],
    ['language', 'country.language', 'de_AT'],
  ] as const)('A wrong %s is a problem of %s', (field, path, typed) => {
    const visitor = visitorFrom({ ...draftOf(fullVisitor), [field]: typed });
    expect(visitorProblems(visitor).map((problem) => problem.path)).toEqual([path]);
  });

  test('An invented country keeps the position that is there', () => {
    const draft = withCountryName(
      { ...draftOf({}), country: 'set', latitude: '1.5', longitude: '-2' },
      'Freedonia',
    );
    expect(visitorFrom(draft).country).toEqual({
      name: 'Freedonia',
      code: null,
      latitude: 1.5,
      longitude: -2,
    });
  });

  test.each(['latitude', 'longitude'] as const)('A %s that is no number is a problem', (field) => {
    const visitor = visitorFrom({ ...draftOf(fullVisitor), [field]: '' });
    expect(visitorProblems(visitor).map(({ path }) => path)).toEqual([`country.${field}`]);
  });

  test('A number of visits that is no number is a problem', () => {
    const visitor = visitorFrom({ ...draftOf(fullVisitor), visitNumber: 'three' });
    expect(visitorProblems(visitor).map(({ path }) => path)).toEqual(['visits.number']);
  });
});

describe('Choosing the Nth visit', () => {
  const found = [
    { store: 'localStorage', name: 'seen', value: 4, addsOne: false },
    { store: 'cookie', name: 'n', value: 4, addsOne: null },
  ] as const;

  test('takes the likeliest counter of the site', () => {
    const draft = { ...draftOf({}), ...withNthVisit(draftOf({}), found) };
    expect(visitorFrom(draft)).toEqual({
      visits: { number: 3, store: 'localStorage', name: 'seen', addsOne: false },
    });
  });

  test('leaves a counter that somebody has named', () => {
    const named = { ...draftOf({}), counterName: 'mine' };
    expect(visitorFrom({ ...named, ...withNthVisit(named, found) })).toEqual({
      visits: { number: 3, store: 'cookie', name: 'mine' },
    });
  });

  test('begins with the usual name where none was found', () => {
    expect(visitorFrom({ ...draftOf({}), ...withNthVisit(draftOf({}), []) })).toEqual({
      visits: { number: 3, store: 'cookie', name: 'timesPageVisited' },
    });
  });

  test('a counter of which it is not known adds one', () => {
    expect(counterFields(found[1])).toEqual({
      counterStore: 'cookie',
      counterName: 'n',
      addsOne: true,
    });
  });
});

describe('Two visitors', () => {
  test('are the same when all overrides are', () => {
    expect(isSameVisitor(fullVisitor, structuredClone(fullVisitor))).toBe(true);
    expect(isSameVisitor({}, {})).toBe(true);
  });

  test.each([
    ['an override less', { ...fullVisitor, clock: undefined }],
    ['another setting', { ...fullVisitor, visits: { ...fullVisitor.visits, number: 4 } }],
    ['no instant', { ...fullVisitor, clock: { at: null } }],
  ])('differ with %s', (_what, { clock, ...others }) => {
    const other = clock ? { ...others, clock } : others;
    expect(isSameVisitor(fullVisitor, other)).toBe(false);
    expect(isSameVisitor(other, fullVisitor)).toBe(false);
  });
});
