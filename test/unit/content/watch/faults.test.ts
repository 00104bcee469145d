import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { pageEvents, run, TestError, TestScript, TestViolation } from './documentOfTests.ts';

// Listeners of the window are those of the test's page.
vi.mock(import('../../../../src/content/page/natives.ts'), async (original) => {
  const natives = await original();
  return {
    ...natives,
    addEventListener: (
      _window: unknown,
      type: string,
      react: EventListenerOrEventListenerObject | null,
    ) => pageEvents.addEventListener(type, react),
    removeEventListener: (
      _window: unknown,
      type: string,
      react: EventListenerOrEventListenerObject | null,
    ) => pageEvents.removeEventListener(type, react),
  };
});
vi.mock(import('../../../../src/content/page/watch/serviceAddress.ts'), () => ({
  serviceAddress: (given: unknown) => (String(given).includes('ipwho.is') ? String(given) : null),
}));
const { Faults } = await import('../../../../src/content/page/watch/faults.ts');
const { WatchLog } = await import('../../../../src/content/page/watch/watchLog.ts');

let faults = new Faults(new WatchLog(() => {}), () => false);
let stop = () => {};
beforeEach(() => {
  run(null);
  faults = new Faults(new WatchLog(() => {}), () => false);
  stop = faults.watch();
});
afterEach(() => stop());

describe('What the policy refuses', () => {
  const refuse = (address: string, disposition: string) =>
    pageEvents.dispatchEvent(new TestViolation(address, disposition));

  test('is noted for services that tell where somebody is, and for the widget', () => {
    refuse('https://ipwho.is/', 'enforce');
    refuse('https://a.example/livechatwidget/main.js', 'enforce');
    refuse('https://ads.example/', 'enforce');
    expect(faults.refusals.map(({ blocked }) => blocked)).toEqual([
      'https://ipwho.is/',
      'https://a.example/livechatwidget/main.js',
    ]);
  });

  test('is not what it only reports', () => {
    refuse('https://ipwho.is/', 'report');
    expect(faults.refusals).toEqual([]);
  });

  test('is not heard of any more in the end', () => {
    stop();
    refuse('https://ipwho.is/', 'enforce');
    expect(faults.refusals).toEqual([]);
  });
});

describe('An exception', () => {
  const raise = (error: unknown) => pageEvents.dispatchEvent(new TestError(error));
  const isTrigger = () => faults.faults[0]?.isTrigger;

  test.each([
    new TypeError("Cannot read properties of undefined (reading 'SDK')"),
    new ReferenceError('Microsoft is not defined'),
    new TypeError('Microsoft.Omnichannel is undefined'),
  ])('that says %s has to do with the widget', (error) => {
    raise(error);
    expect(isTrigger()).toBe(true);
    expect(faults.faults[0]).toMatchObject({ name: error.name, by: { line: 3, column: 5 } });
  });

  test.each([
    new Error('The SDK of the ads has no key'),
    new TypeError('Microsoft Clarity has no project'),
    new TypeError("Cannot read properties of null (reading 'items')"),
  ])('that says %s has not', (error) => {
    raise(error);
    expect(isTrigger()).toBe(false);
  });

  test('in a script with a trigger has, whatever it says', () => {
    run(new TestScript('SDK.startProactiveChat({}));'));
    raise(new SyntaxError("Unexpected token ')'"));
    expect(isTrigger()).toBe(true);
  });

  const neverRan = () => faults.faults[0]?.neverRan;
  /** A syntax error; its trace begins in a line of the page. */
  const syntaxError = (line: number | null) =>
    Object.assign(new SyntaxError('x'), {
      stack: `SyntaxError: x${line ? `\n    at ${location.href}:${line}:5` : ''}`,
    });

  test('of a script that cannot be read is told as that', () => {
    run(new TestScript('a());'));
    raise(syntaxError(null));
    expect(neverRan()).toBe('seen');
  });

  test('of a script in another file that cannot be read, is told as that of unknown code', () => {
    run(new TestScript('', 'https://shop.example/trigger.js'));
    raise(syntaxError(null));
    expect(neverRan()).toBe('unseen');
  });

  test.each([syntaxError(90), new TypeError('x')])('of code that ran, %s, is not', (error) => {
    run(new TestScript('JSON.parse(x)'));
    raise(error);
    expect(neverRan()).toBeNull();
  });

  test.each([
    ['nothing', undefined, ''],
    ['a text', 'a text', ''],
    [
      'an error whose name throws',
      Object.defineProperty(new Error('x'), 'name', {
        get() {
          throw new Error('y');
        },
      }),
      '',
    ],
  ])('that is %s is noted', (_name, error, name) => {
    const event = new TestError('x');
    Object.defineProperty(event, 'error', { value: error });
    pageEvents.dispatchEvent(event);
    expect(faults.faults).toMatchObject([{ name }]);
  });
});
