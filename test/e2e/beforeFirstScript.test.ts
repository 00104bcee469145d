import { expect, test } from 'vitest';
import { inBothBrowsers } from './withExtension.ts';

const LOADS = 100;
const AT = Date.parse('2030-01-02T03:04:05Z');

inBothBrowsers(({ newTab }) => {
  test(`the first inline script sees the visitor, in ${LOADS} of ${LOADS} loads`, async () => {
    const tab = await newTab();
    await tab.goTo('/faq?widget=none');
    await tab.become({
      clock: { at: '2030-01-02T03:04:05Z' },
      referrer: { value: 'www.contoso.com/FAQ', until: 'reset' },
    });
    let hits = 0;
    for (let load = 0; load < LOADS; load++) {
      // Both ways to arrive at a page: a new address, and a reload of the same.
      if (load % 2 === 0) await tab.goTo(`/faq?widget=none&reveal=1&load=${load}`);
      else await tab.page.reload({ waitUntil: 'load' });
      const saw = await tab.firstScriptSaw();
      if (saw.now >= AT && saw.referrer === 'www.contoso.com/FAQ') hits++;
    }
    expect(hits).toBe(LOADS);
    await tab.report('the delivery', ({ delivery }) => delivery === 'in time');
  });

  test('a page cannot see the header that carried the visitor', async () => {
    const tab = await newTab();
    await tab.goTo('/faq?widget=none');
    await tab.become({ referrer: { value: 'https://example.com/' } });
    const timings = await tab.page.evaluate(`(() => {
      const [entry] = performance.getEntriesByType('navigation');
      return JSON.stringify([entry.serverTiming, entry.toJSON().serverTiming, JSON.parse(JSON.stringify(entry)).serverTiming]);
    })()`);
    expect(timings).toBe('[[],[],[]]');
    expect(await tab.page.evaluate('JSON.stringify({ ...sessionStorage })')).toBe('{}');
  });

  test('a frame of the page sees the visitor too', async () => {
    const tab = await newTab();
    await tab.goTo('/faq?widget=none');
    await tab.become({ clock: { at: '2030-01-02T03:04:05Z' } });
    const years = await tab.page.evaluate(`(async () => {
      const blank = document.body.appendChild(document.createElement('iframe'));
      const loaded = document.createElement('iframe');
      loaded.src = '/faq?widget=none&frame';
      const loading = new Promise((done) => loaded.addEventListener('load', done));
      document.body.append(loaded);
      await loading;
      const year = (frame) => new frame.contentWindow.Date().getFullYear();
      return [year(blank), year(loaded)];
    })()`);
    expect(years).toEqual([2030, 2030]);
  });
});
