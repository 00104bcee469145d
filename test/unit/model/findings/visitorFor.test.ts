import { describe, expect, test } from 'vitest';
import type { Arranging } from '../../../../src/model/conditions/condition.ts';
import { visitorFor } from '../../../../src/model/findings/visitorFor.ts';
import type { Visitor } from '../../../../src/model/visitor/visitor.ts';
import type { InputName } from '../../../../src/model/watch/watched.ts';
import { render } from '../../render.ts';
import { at, START, sampleOf, source, use, watched } from './page.ts';

const austria = { name: 'Austria', code: 'AT', latitude: 48.2, longitude: 16.4 };
const arranging: Arranging = {
  now: START,
  counter: { store: 'localStorage', name: 'visits', value: 1, addsOne: true },
  knownCountry: (name) => (['Austria', 'AT'].includes(name) ? austria : null),
};

/** The visitor for code that has read these inputs. */
function visitor(text: string, inputs: readonly InputName[] = [], present: Visitor = {}) {
  const seen = watched({
    sources: [source(text)],
    inputs: inputs.map((input) => use(input, 'x')),
  });
  return visitorFor(seen, present, arranging);
}

test('Timers can be skipped for any visitor, and what is set stays', () => {
  expect(visitor('a()').visitor).toEqual({ clock: { at: null } });
  const present: Visitor = { clock: { at: null, speed: 2 }, referrer: { value: 'a' } };
  expect(visitor('a()', [], present).visitor).toEqual(present);
});

describe('The number of visits is', () => {
  test.each([
    ['if (visits > 2) offer()', 3],
    ['if (visits >= 2) offer()', 2],
    ['if (visits === 5) offer()', 5],
    ["parseInt(localStorage.getItem('visits'))>2&&offer()", 3],
    ["const before = +localStorage.getItem('visits');\nif (before + 1 > 2) offer()", 3],
    ["if (getCookie('timesPageVisited') > 2) offer()", 3],
  ])('that of %j', (text, number) => {
    expect(visitor(text, ['localStorage']).visitor.visits).toMatchObject({
      number,
      store: 'localStorage',
      name: 'visits',
    });
  });

  test.each([
    ['if (visits > 2) offer()', []],
    ['if (cart.length > 2) offer()', ['cookies']],
    ['// visits > 2', ['cookies']],
    ['visits.map((one) => 2)', ['cookies']],
  ] as const)('left as it is for %j that reads %j', (text, inputs) => {
    expect(visitor(text, inputs).visitor.visits).toBeUndefined();
  });
});

describe('The clock', () => {
  test('is set into a window of dates', () => {
    const text =
      'now > new Date(\'2030-01-01T00:00:00Z\') && now < new Date("2030-02-01T00:00:00Z")';
    const at = visitor(text).visitor.clock?.at;
    expect(Date.parse(String(at))).toBeGreaterThanOrEqual(Date.UTC(2030, 0, 1));
    expect(Date.parse(String(at))).toBeLessThan(Date.UTC(2030, 1, 1));
  });

  test.each([
    "if (new Date() > new Date('2030-01-01T00:00:00Z')) offer()",
    "if (Date.now() >= Date.parse('2030-01-01T00:00:00Z') && x) offer()",
    "if (new Date('2030-01-01T00:00:00Z').getTime() < Date.now()) offer()",
    "const start = new Date('2030-01-01T00:00:00Z');\nif (now > start) offer()",
    "const $from = new Date('2030-01-01T00:00:00Z');\nif ($from.getTime() <= now) offer()",
    "if (new Date() < new Date('2030-01-01T00:00:00Z')) return;\noffer()",
    "if (new Date('2030-01-01T00:00:00Z') > now) { return false; }",
  ])('is set behind the only instant in %j', (text) => {
    expect(visitor(text).visitor.clock?.at).toBe('2030-01-01T00:00:01.000Z');
  });

  test.each([
    "if (new Date() < new Date('2020-01-01T00:00:00Z')) offer()",
    "const end = new Date('2020-01-01T00:00:00Z');\nif (now > end) return;\noffer()",
  ])('is set before the only instant in %j', (text) => {
    const at = Date.parse(String(visitor(text).visitor.clock?.at));
    expect(at).toBeLessThan(Date.UTC(2020, 0, 1));
  });

  test.each([
    "if (new Date() > new Date('2020-01-01')) offer()",
    "if (new Date() < new Date('2100-01-01')) offer()",
    "const list = [1] >> new Date('2030-01-01')",
    "run((now) => new Date('2030-01-01'))",
    "new Date('2030-01-01')",
    "new Date('2030-02-01'); new Date('2030-01-01')",
    "new Date('soon'); new Date('later')",
    'new Date(); new Date(0)',
  ])('is left for %j', (text) => {
    expect(visitor(text).visitor.clock).toEqual({ at: null });
  });
});

describe('The country is', () => {
  test.each([
    "if (country === 'Austria') offer()",
    '"Austria"===e.address.country&&offer()',
    "if (countryCode.toUpperCase() == 'AT') offer()",
    "if (typeof country === 'undefined' || country !== 'Austria') return",
    "if ('AT' == answer?.country_code) offer()",
  ])('that of %j', (text) => {
    expect(visitor(text, ['geolocation']).visitor.country).toMatchObject({ name: 'Austria' });
  });

  test('invented if nobody knows it', () => {
    const { visitor: one, byHand } = visitor("country === 'Utopia'", ['location service']);
    expect(one.country?.name).toBe('Utopia');
    expect(byHand).toEqual([]);
  });

  test.each(["typeof country === 'undefined'", 'country === home', "county === 'AT'"])(
    'left to the tester for %j',
    (text) => {
      const { visitor: one, byHand } = visitor(text, ['geolocation']);
      expect(one.country).toBeUndefined();
      expect(byHand.map(render).join()).toMatch(/choose the country yourself/);
    },
  );
});

describe('The referrer is', () => {
  test.each([
    ["document.referrer == 'www.contoso.com/FAQ'", 'www.contoso.com/FAQ'],
    ["if (document.referrer !== 'https://a.example/') return", 'https://a.example/'],
    ["if (document.referrer === '') offer()", ''],
  ])('that of %j', (text, value) => {
    expect(visitor(text).visitor.referrer).toEqual({ value });
  });

  test.each([
    ["document.referrer.includes('google')", 'https://www.google.com/'],
    ["document.referrer.indexOf('google.') !== -1", 'https://www.google.com/'],
    ["document.referrer.indexOf('/FAQ') > -1", 'https://www.example.com/FAQ'],
    ["document.referrer.includes('www.contoso.com/FAQ')", 'https://www.contoso.com/FAQ'],
    ["document.referrer.toLowerCase().includes('contoso.com')", 'https://contoso.com/'],
    ["document.referrer.startsWith('https://www.contoso.com')", 'https://www.contoso.com/'],
    ["document.referrer.startsWith('https://www.google.')", 'https://www.google.com/'],
    ["document.referrer.includes('utm=mail')", 'https://www.example.com/utm=mail'],
    ["if (!document.referrer.includes('google')) return;\noffer()", 'https://www.google.com/'],
    ["if (document.referrer.indexOf('google') < 0) return false", 'https://www.google.com/'],
    [
      "const from = document.referrer;\nif (from.includes('bing')) offer()",
      'https://www.bing.com/',
    ],
  ])('one in which is found what is sought by %j', (text, value) => {
    expect(visitor(text).visitor.referrer).toEqual({ value });
  });

  test.each([
    "if (document.referrer !== '') offer()",
    "if (!document.referrer.includes('google')) offer()",
    "if (document.referrer.indexOf('google') === -1) offer()",
    "if (document.referrer.includes('google')) return;\noffer()",
    "location.href.includes('google') || document.referrer",
    "// document.referrer.includes('google')\ndocument.referrer",
    "document.referrer.startsWith('ftp://')",
  ])('left for %j', (text) => {
    expect(visitor(text).visitor.referrer).toBeUndefined();
  });
});

describe('Left to the tester is', () => {
  test.each([
    ['to leave the page', 'pointer leaving', /Move the pointer out of the page/],
    ['to hide the page', 'visibility', /Switch to another tab/],
  ] as const)('%s', (_name, input, words) => {
    expect(visitor('a()', [input]).byHand.map(render).join()).toMatch(words);
  });

  test('what was read, if what it is compared with is not known', () => {
    const seen = watched({
      sources: [source("if (visits > 2 && localStorage.getItem('vip') === flag) offer()")],
      inputs: [
        use('localStorage', 'getItem', { argument: sampleOf('visits'), value: sampleOf('1') }),
        use('localStorage', 'getItem', { argument: sampleOf('vip'), value: sampleOf('no') }),
        use('cookies', 'cookie', { value: sampleOf('a=1') }),
        use('cookies', 'cookie', { value: sampleOf('a=1'), by: at(50) }),
        use('referrer', 'referrer', { value: sampleOf('') }),
        use('clock', 'Date', { value: sampleOf('Thu Dec 24 2026') }),
        use('sessionStorage', 'getItem', { value: sampleOf(''), isTrigger: false }),
        use('timers', 'setTimeout', { argument: sampleOf(20_000) }),
      ],
    });
    expect(visitorFor(seen, {}, arranging).byHand.map(render)).toEqual([
      "Left as it is, because what the trigger compares it with is not known: getItem('vip'), cookie, referrer, Date.",
    ]);
  });

  test.each([
    ['referrer', 'referrer', "document.referrer === 'https://a.example/'", {}],
    ['referrer', 'referrer', 'from(document.referrer)', { referrer: { value: '' } }],
    ['clock', 'Date', "new Date() > new Date('2020-01-01')", {}],
    ['clock', 'Date', 'new Date().getHours() > 8', { clock: { at: '2030-01-01T12:00:00Z' } }],
    ['cookies', 'cookie', 'read()', { visits: { number: 3, store: 'cookie', name: 'seen' } }],
    ['localStorage', 'getItem', 'read()', { visits: { first: true } }],
  ] as const)('no %s that is known (%s), as for %j', (input, what, code, present) => {
    const seen = watched({
      sources: [source(code)],
      inputs: [use(input, what, { value: sampleOf('') })],
    });
    expect(visitorFor(seen, present, arranging).byHand).toEqual([]);
  });

  test('what code that cannot be seen asks for', () => {
    const { byHand } = visitorFor(watched(), {}, arranging);
    expect(byHand.map(render).join()).toMatch(/cannot be seen/);
  });
});
