import { expect, test } from 'vitest';
import { inBothBrowsers } from './withExtension.ts';

const AT = '2030-01-02T03:04:05Z';
const KEPT = '/faq?widget=none&reveal=1&keep=3600';

inBothBrowsers(({ newTab }) => {
  test('a page that the browser kept comes back with nobody’s visitor', async () => {
    const tab = await newTab();
    await tab.goTo('/faq?widget=none');
    await tab.become({
      clock: { at: AT },
      referrer: { value: 'https://example.com/', until: 'reset' },
    });
    // Arrived at by its address, which browsers answer from what they have kept.
    await tab.follow(`${KEPT}&reset`);
    expect((await tab.firstScriptSaw()).referrer).toBe('https://example.com/');
    await tab.follow('/faq?widget=none');
    await tab.become({});
    const other = await newTab();
    await other.goTo('/faq?widget=none');
    for (const one of [tab, other]) {
      await one.follow(`${KEPT}&reset`);
      expect(new Date((await one.firstScriptSaw()).now).getUTCFullYear()).toBeLessThan(2030);
      await one.report('the page', ({ delivery }) => delivery === 'none');
    }
  });

  test('a page that was kept before stays as it was, also if the browser asked whether it has changed', async () => {
    const tab = await newTab();
    await tab.goTo('/faq?widget=none');
    await tab.follow(`${KEPT}&asked`);
    await tab.become({ clock: { at: AT } });
    // Loading it anew asks the site, which says that it is the same.
    await tab.page.reload({ waitUntil: 'load' });
    expect(new Date((await tab.firstScriptSaw()).now).getUTCFullYear()).toBe(2030);
    const other = await newTab();
    await other.goTo('/faq?widget=none');
    await other.follow(`${KEPT}&asked`);
    expect(new Date((await other.firstScriptSaw()).now).getUTCFullYear()).toBeLessThan(2030);
  });

  test('a page that was kept before has the visitor from its first script on', async () => {
    const tab = await newTab();
    await tab.goTo('/faq?widget=none');
    await tab.follow(`${KEPT}&before`);
    await tab.goTo('/faq?widget=none');
    await tab.become({ clock: { at: AT } });
    await tab.follow(`${KEPT}&before`);
    expect(new Date((await tab.firstScriptSaw()).now).getUTCFullYear()).toBe(2030);
    await tab.report('the page', ({ delivery }) => delivery === 'in time');
  });

  test('a second visitor replaces the first on a page that may be kept', async () => {
    const tab = await newTab();
    await tab.goTo('/faq?widget=none');
    for (const value of ['https://example.com/', 'https://contoso.com/']) {
      await tab.become({ referrer: { value, until: 'reset' } });
      await tab.goTo('/faq?widget=none');
      await tab.follow(`${KEPT}&second`);
      expect((await tab.firstScriptSaw()).referrer).toBe(value);
    }
  });
});
