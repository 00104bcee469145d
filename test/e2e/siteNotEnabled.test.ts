import { expect, inject, test } from 'vitest';
import { withTextOf } from './traces.ts';
import { inBothBrowsers } from './withExtension.ts';

/** What a page can find of a tool: new globals, functions that are not the native ones, storage, headers. */
const TRACES = withTextOf(`
  const functions = [Date, setTimeout, clearTimeout, fetch, performance.now, XMLHttpRequest.prototype.send];
  const { get } = Object.getOwnPropertyDescriptor(Document.prototype, 'referrer');
  const [navigation] = performance.getEntriesByType('navigation');
  return JSON.stringify({
    globals: Object.getOwnPropertyNames(window).sort(),
    sources: [...functions, get].map(textOf),
    storage: [{ ...sessionStorage }, { ...localStorage }, document.cookie],
    serverTiming: navigation.serverTiming,
    elements: document.documentElement.outerHTML,
  });
`);

inBothBrowsers(({ newTab, newTabWithPopup }) => {
  test('on a site that is not enabled there is nothing of ours', async () => {
    const tab = await newTabWithPopup();
    await tab.goTo('/faq?widget=none');
    await tab.become({
      clock: { at: '2030-01-02T03:04:05Z' },
      referrer: { value: 'https://example.com/' },
    });
    const elsewhere = inject('origin').replace('127.0.0.1', 'localhost');
    await tab.page.goto(`${elsewhere}/faq?widget=none&reveal=1`, { waitUntil: 'load' });
    const saw = await tab.firstScriptSaw();
    expect(new Date(saw.now).getUTCFullYear()).toBeLessThan(2030);
    expect(saw.referrer).toBe('');
    const { site, report } = await tab.snapshot();
    expect(report).toBeNull();
    expect(site.state).not.toBe('on');
    const registered = await tab.popup.evaluate(
      `(globalThis.browser ?? chrome).scripting.getRegisteredContentScripts().then((all) => all.flatMap(({ matches }) => matches))`,
    );
    expect(new Set(registered as string[])).toEqual(new Set(['*://127.0.0.1/*']));
  });

  test('on an enabled site a tab that simulates nothing is as it would be without us', async () => {
    const elsewhere = inject('origin').replace('127.0.0.1', 'localhost');
    const tab = await newTab();
    await tab.page.goto(`${elsewhere}/faq?widget=none`, { waitUntil: 'load' });
    const traces = async () => JSON.parse(String(await tab.page.evaluate(TRACES)));
    const without = await traces();
    await tab.goTo('/faq?widget=none');
    await tab.report('the page');
    expect(await traces()).toEqual(without);
    await tab.become({ clock: { at: '2030-01-02T03:04:05Z' } });
    expect(await traces()).not.toEqual(without);
    await tab.become({});
    await tab.report('the page', ({ epoch, delivery }) => epoch === 0 && delivery === 'none');
    expect(await traces()).toEqual(without);
  });

  test('after Reset the first script of the page sees the real visitor', async () => {
    const tab = await newTab();
    await tab.goTo('/faq?widget=none&reveal=1');
    await tab.become({
      clock: { at: '2030-01-02T03:04:05Z' },
      referrer: { value: 'https://example.com/' },
    });
    expect((await tab.firstScriptSaw()).referrer).toBe('https://example.com/');
    await tab.become({});
    await tab.report('the page', ({ epoch, delivery }) => epoch === 0 && delivery === 'none');
    const saw = await tab.firstScriptSaw();
    expect(saw.referrer).toBe('');
    expect(new Date(saw.now).getUTCFullYear()).toBeLessThan(2030);
  });
});
