import { afterAll, beforeAll, expect, test } from 'vitest';
import { startStagingSite } from '../../demo/server.mjs';
import { type CountryOverride, RURITANIA } from '../../src/model/visitor/country.ts';
import { inBothBrowsers, type Tab } from './withExtension.ts';

const AUSTRIA: CountryOverride = { name: 'Austria', code: 'AT', latitude: 48.21, longitude: 16.37 };

/** Runs a program of the page, the body of an async function, and gives what it returns. */
async function inPage(tab: Tab, program: string): Promise<unknown> {
  const json: unknown = await tab.page.evaluate(
    `(async () => { ${program} })().then((value) => JSON.stringify(value ?? null))`,
  );
  return JSON.parse(String(json));
}

const LOCATE = `
  const locate = (options) => new Promise((resolve) =>
    navigator.geolocation.getCurrentPosition(resolve, resolve, options));
  const permission = async () => (await navigator.permissions.query({ name: 'geolocation' })).state;
`;

inBothBrowsers(({ newTab }) => {
  const visit = async (country: CountryOverride, path = '/faq?widget=none') => {
    const tab = await newTab();
    await tab.goTo(path);
    await tab.become({ country });
    return tab;
  };
  const locating = (
    answer: NonNullable<CountryOverride['geolocation']>['answer'],
    afterMs = 0,
    path?: string,
  ) => visit({ ...RURITANIA, geolocation: { answer, afterMs } }, path);

  test('a position looks as a real one, and its permission is granted', async () => {
    const tab = await visit(RURITANIA);
    const seen = await inPage(
      tab,
      `${LOCATE}
      let isLater = false;
      const asked = locate();
      isLater = true;
      const position = await asked;
      const { coords } = position;
      const inherited = [];
      for (const key in coords) inherited.push(key);
      return {
        permission: await permission(),
        isLater,
        isA: [position instanceof GeolocationPosition, coords instanceof GeolocationCoordinates],
        tags: [String(position), Object.prototype.toString.call(coords)],
        own: [Reflect.ownKeys(position), Reflect.ownKeys(coords)],
        inherited: inherited.includes('latitude') && inherited.includes('speed'),
        place: [coords.latitude, coords.longitude, coords.altitude, coords.heading, coords.accuracy > 0],
        isSame: position.coords === coords,
        isNow: Math.abs(position.timestamp - Date.now()) < 60_000,
        json: JSON.parse(JSON.stringify(position)).coords?.latitude ?? 'no toJSON',
        names: ['getCurrentPosition', 'watchPosition', 'clearWatch'].map((key) => [navigator.geolocation[key].name, navigator.geolocation[key].length]),
      };`,
    );
    expect(seen).toEqual({
      permission: 'granted',
      isLater: true,
      isA: [true, true],
      tags: ['[object GeolocationPosition]', '[object GeolocationCoordinates]'],
      own: [[], []],
      inherited: true,
      place: [47.1, 19.5, null, null, true],
      isSame: true,
      isNow: true,
      json: 47.1,
      names: [
        ['getCurrentPosition', 1],
        ['watchPosition', 1],
        ['clearWatch', 1],
      ],
    });
  });

  test('calls with wrong arguments throw as ever', async () => {
    const program = `
      const refused = (work) => { try { work(); return 'nothing'; } catch (error) { return error.name + ': ' + error.message; } };
      const { geolocation } = navigator;
      const { getCurrentPosition } = geolocation;
      return [
        refused(() => geolocation.getCurrentPosition()),
        refused(() => geolocation.getCurrentPosition({})),
        refused(() => geolocation.getCurrentPosition(() => {}, 1)),
        refused(() => geolocation.getCurrentPosition(() => {}, null, 1)),
        refused(() => geolocation.watchPosition('x')),
        refused(() => geolocation.clearWatch()),
        refused(() => getCurrentPosition(() => {})),
        refused(() => GeolocationCoordinates.prototype.latitude),
        refused(() => PermissionStatus.prototype.state),
      ];`;
    const real = await newTab();
    await real.goTo('/faq?widget=none');
    const natively = await inPage(real, program);
    expect(natively).not.toContain('nothing');
    expect(await inPage(await visit(RURITANIA), program)).toEqual(natively);
  });

  test.each([
    ['denied', 1, 'denied'],
    ['unavailable', 2, 'granted'],
    ['timeout', 3, 'granted'],
  ] as const)('a position can be %s', async (answer, code, permission) => {
    const tab = await locating(answer);
    const seen = await inPage(
      tab,
      `${LOCATE}
      const error = await locate();
      const watched = await new Promise((resolve) => navigator.geolocation.watchPosition(resolve, resolve));
      navigator.geolocation.getCurrentPosition(() => {});
      return [error instanceof GeolocationPositionError, String(error), error.code, error.code === error[['', 'PERMISSION_DENIED', 'POSITION_UNAVAILABLE', 'TIMEOUT'][error.code]],
        typeof error.message, Reflect.ownKeys(error), watched.code, await permission()];`,
    );
    expect(seen).toEqual([
      true,
      '[object GeolocationPositionError]',
      code,
      true,
      'string',
      [],
      code,
      permission,
    ]);
  });

  test('an answer that takes its time is reached by a skip, is overtaken by a timeout, and is remembered', async () => {
    const tab = await locating('position', 600_000);
    await inPage(
      tab,
      `${LOCATE}
      window.heard = [];
      locate({ timeout: 20 }).then(({ code }) => heard.push('timeout ' + code));
      locate().then(({ coords }) => heard.push('position ' + coords.latitude));
      const watch = navigator.geolocation.watchPosition(({ coords }) => heard.push('watch ' + coords.longitude));
      const cleared = navigator.geolocation.watchPosition(() => heard.push('cleared'));
      navigator.geolocation.clearWatch(cleared);
      return watch > 0 && cleared !== watch;`,
    );
    await tab.page.waitForFunction('heard.length === 1');
    await tab.command({ command: 'skip', ms: 600_000 });
    await tab.page.waitForFunction('heard.length === 3');
    const fresh = await inPage(
      tab,
      `${LOCATE} return [heard, (await locate({ maximumAge: Infinity })).coords.latitude];`,
    );
    expect(fresh).toEqual([['timeout 3', 'position 47.1', 'watch 19.5'], 47.1]);
  });

  test('an error in a callback is the page’s own, and others are still called', async () => {
    const tab = await visit(RURITANIA);
    const seen = await inPage(
      tab,
      `${LOCATE}
      const errors = [];
      window.onerror = (message) => { errors.push(message.includes('mine')); return true; };
      navigator.geolocation.getCurrentPosition(() => { throw new Error('mine'); });
      await locate();
      return errors;`,
    );
    expect(seen).toEqual([true]);
  });

  test('a scenario about the country hears what geolocation tells, when it tells it', async () => {
    const tab = await locating('position', 60_000, '/shipping');
    await tab.enable('country');
    await tab.widgetReady();
    await tab.report('the question', ({ facts }) => facts.country === 'asking');
    await tab.command({ command: 'skip', ms: 60_000 });
    await tab.outcome('country', 'shown');
    await tab.become({ country: { ...RURITANIA, geolocation: { answer: 'denied', afterMs: 0 } } });
    await tab.report('the refusal', ({ facts }) => facts.country === 'denied');
  });

  test('the language is that of the visitor, wherever no other is named', async () => {
    const tab = await visit({ ...AUSTRIA, language: 'de-AT' });
    const program = `
      const number = 1234567.5;
      const date = new Date(Date.UTC(2026, 0, 2));
      const { languages } = navigator;
      const day = { timeZone: 'UTC', month: 'long' };
      return {
        languages: [navigator.language, languages, Object.isFrozen(languages), navigator.languages === languages],
        own: Reflect.ownKeys(navigator),
        numbers: [number.toLocaleString() === number.toLocaleString('de-AT'), number.toLocaleString('en-US'), [number].toLocaleString() === [number].toLocaleString('de-AT'), 1234n.toLocaleString() === 1234n.toLocaleString('de-AT')],
        dates: [date.toLocaleDateString(undefined, day), date.toLocaleString([], day) === date.toLocaleString('de-AT', day), date.toLocaleDateString('fr', day)],
        formats: ['Collator', 'DateTimeFormat', 'ListFormat', 'NumberFormat', 'PluralRules', 'RelativeTimeFormat', 'Segmenter'].map((key) => new Intl[key]().resolvedOptions().locale === new Intl[key]('de-AT').resolvedOptions().locale),
        named: new Intl.NumberFormat('fr').resolvedOptions().locale,
        called: Intl.NumberFormat().resolvedOptions().locale,
        shape: [Intl.NumberFormat.name, Intl.NumberFormat.length, new Intl.NumberFormat().constructor === Intl.NumberFormat, new Intl.NumberFormat() instanceof Intl.NumberFormat, Object.getPrototypeOf(class extends Intl.NumberFormat {}) === Intl.NumberFormat, new (class Own extends Intl.NumberFormat {})().constructor.name],
      };`;
    expect(await inPage(tab, program)).toMatchObject({
      languages: ['de-AT', ['de-AT', 'de'], true, true],
      own: [],
      numbers: [true, '1,234,567.5', true, true],
      dates: ['Jänner', true, 'janvier'],
      formats: Array(7).fill(true),
      named: 'fr',
      called: 'de-AT',
      shape: ['NumberFormat', 0, true, true, true, 'Own'],
    });
  });
});

/** The headers that a server gets with a document, one in a frame, and one that is fetched. */
inBothBrowsers(({ newTab }) => {
  let site: Awaited<ReturnType<typeof startStagingSite>>;
  beforeAll(async () => {
    // One whose requests can be looked at. The permission for the staging site holds for every port.
    site = await startStagingSite();
  });
  afterAll(() => site.close());

  async function headersFor(country: CountryOverride) {
    const tab = await newTab();
    await tab.page.goto(`${site.origin}/faq?widget=none`);
    await tab.become({ country });
    await inPage(
      tab,
      `const frame = document.createElement('iframe');
      frame.src = '/faq?widget=none&frame';
      const loaded = new Promise((resolve) => { frame.onload = resolve; });
      document.body.append(frame);
      await Promise.all([loaded, fetch('/faq?widget=none&fetched')]);`,
    );
    return ['', '&frame', '&fetched'].map((kind) => {
      const request = site.requests.findLast(({ url }) => url === `/faq?widget=none${kind}`);
      const names = ['cf-ipcountry', 'cloudfront-viewer-country', 'x-vercel-ip-country'];
      const all = [...names, 'x-appengine-country', 'x-country-code', 'accept-language'];
      return all.map((name) => request?.headers[name]);
    });
  }

  test('servers get the headers that a CDN would have set, and the language', async () => {
    const headers = ['AT', 'AT', 'AT', 'AT', 'AT', 'de-AT,de;q=0.9'];
    expect(await headersFor({ ...AUSTRIA, language: 'de-AT' })).toEqual([
      headers,
      headers,
      headers,
    ]);
  });

  test.each([
    ['when they are switched off', { ...AUSTRIA, cdnHeaders: false, language: 'fr' }],
    ['of a country without a code', { ...RURITANIA, language: 'fr' }],
  ])('servers get no such headers %s', async (_when, country) => {
    const headers = [undefined, undefined, undefined, undefined, undefined, 'fr'];
    expect(await headersFor(country)).toEqual([headers, headers, headers]);
  });
});
