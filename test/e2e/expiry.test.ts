import { expect, test } from 'vitest';
import { eventually } from '../../driver/simulator.ts';
import { show } from './popupForm.ts';
import { inBothBrowsers } from './withExtension.ts';

inBothBrowsers(({ newTabWithPopup }) => {
  test('a simulation whose time has come ends, without the page being loaded anew', async () => {
    const tab = await newTabWithPopup();
    await tab.goTo('/faq?widget=none');
    await tab.become({ clock: { at: '2030-01-02T03:04:05Z' }, referrer: { value: '' } });
    const { endsAt } = await tab.snapshot();
    expect(endsAt).toBeGreaterThan(Date.now());
    expect(await tab.page.evaluate('new Date().getFullYear()')).toBe(2030);
    // The browser's clock cannot be put on by half an hour, so its alarm is.
    await tab.popup.evaluate(
      `(globalThis.browser ?? chrome).alarms.create('expiry:${tab.tabId}', { when: Date.now() })`,
    );
    await tab.event('the end', ({ kind }) => kind === 'ended');
    await eventually('the visitor to be real', async () =>
      Object.keys((await tab.snapshot()).simulation.visitor).length === 0 ? true : null,
    );
    await expect.poll(() => tab.page.evaluate('new Date().getFullYear()')).not.toBe(2030);
    expect((await tab.snapshot()).endsAt).toBeNull();
  });

  test('the time is the tester’s choice, and may be none', async () => {
    const tab = await newTabWithPopup();
    await tab.goTo('/faq?widget=none');
    const began = Date.now();
    await tab.become({ clock: { at: null } });
    await show(tab.popup, 'visitor');
    const ends = async () => (await tab.snapshot()).endsAt;
    const before = Number(await ends());
    // Nobody has chosen yet.
    const last = before - 30 * 60_000;
    expect(last).toBeGreaterThanOrEqual(began);
    expect(last).toBeLessThanOrEqual(Date.now());
    expect(await tab.popup.$eval('[name=expiry]', (field) => Reflect.get(field, 'value'))).toBe(
      '30',
    );
    await tab.popup.select('[name=expiry]', '480');
    await eventually('a later end', async () => (Number(await ends()) > before ? true : null));
    await tab.popup.select('[name=expiry]', 'null');
    await eventually('no end', async () => ((await ends()) === null ? true : null));
    await tab.popup.select('[name=expiry]', '30');
    await eventually('an end', async () => ((await ends()) !== null ? true : null));
    await tab.command({ command: 'set visitor', visitor: {} });
    expect(await ends()).toBeNull();
  });
});
