import { expect, inject, test } from 'vitest';
import { eventually } from '../../driver/simulator.ts';
import { problemAt } from './popupForm.ts';
import { inBothBrowsers, type TabWithPopup } from './withExtension.ts';

/** Shows the visitor in the popup, with an override chosen. */
async function choose({ popup }: TabWithPopup, override: string, value: string): Promise<void> {
  await popup.bringToFront();
  await popup.locator('[data-tab=visitor]').click();
  await popup.locator(`label:has([name=${override}][value=${value}])`).click();
}

const apply = ({ popup }: TabWithPopup) =>
  popup.locator('button ::-p-text(Apply and reload)').click();

const fieldValue = ({ popup }: TabWithPopup, name: string) =>
  popup.$eval(`[name="${name}"]`, (field) => Reflect.get(field, 'value'));

inBothBrowsers(({ newTabWithPopup }) => {
  test('a found counter is offered, taken, and counts as asked', async () => {
    const tab = await newTabWithPopup();
    await tab.goTo('/faq?widget=none');
    await tab.page.evaluate(`localStorage.setItem('pageVisits', '7')`);
    await tab.found('pageVisits');
    await tab.page.reload();
    await eventually('the counter to be seen not to grow', async () =>
      (await tab.found('pageVisits')).addsOne === false ? true : null,
    );
    await choose(tab, 'visits', 'nth');
    // Nobody has named another, so it stands there already.
    expect(await fieldValue(tab, 'visits.name')).toBe('pageVisits');
    expect(await fieldValue(tab, 'visits.store')).toBe('localStorage');
    await tab.popup.waitForSelector('button[data-counter=pageVisits]');
    const step = async (direction: 'fewer' | 'more', expected: string) => {
      await tab.popup.locator(`[aria-label="One visit ${direction}"]`).click();
      expect(await fieldValue(tab, 'visits.number')).toBe(expected);
    };
    expect(await fieldValue(tab, 'visits.number')).toBe('3');
    await step('fewer', '2');
    await step('fewer', '1');
    // There is no visit before the first.
    await step('fewer', '1');
    await step('more', '2');
    await tab.popup.locator('[name="visits.addsOne"]').click();
    await apply(tab);
    await tab.popup.waitForSelector('.chip[data-override=visits]');
    expect((await tab.snapshot()).simulation.visitor.visits).toMatchObject({
      store: 'localStorage',
      name: 'pageVisits',
      number: 2,
    });
    const stored = () => tab.page.evaluate(`localStorage.getItem('pageVisits')`);
    // It did not grow with the reload, so the page was found not to add one; the click made it add one again.
    await tab.report('the visitor', ({ epoch }) => epoch > 0);
    expect(await stored()).toBe('1');
    await tab.popup.locator('.chip-line button').click();
    await tab.report('the real visitor', ({ epoch }) => epoch === 0);
    expect(await stored()).toBe('7');
    await tab.page.evaluate('localStorage.clear()');
  });

  test('a first visit is chosen, shown in a chip, and over with Reset', async () => {
    const tab = await newTabWithPopup();
    await tab.goTo('/faq?widget=none');
    await tab.page.evaluate(`document.cookie = 'basket=full; path=/'`);
    await tab.report('the page');
    await choose(tab, 'visits', 'first');
    expect(await tab.popup.$eval('[data-override=visits]', (card) => card.textContent)).toContain(
      'IndexedDB',
    );
    await apply(tab);
    const chip = await tab.popup.waitForSelector('.chip[data-override=visits]');
    expect(await chip?.evaluate((element) => element.textContent)).toContain('1st visit');
    await tab.report('the visitor', ({ epoch }) => epoch > 0);
    expect(await tab.page.evaluate('document.cookie')).toBe('');
    await tab.popup.locator('.chip-line button').click();
    await tab.report('the real visitor', ({ epoch }) => epoch === 0);
    expect(await tab.page.evaluate('document.cookie')).toBe('basket=full');
    await tab.page.evaluate(`document.cookie = 'basket=; path=/; max-age=0'`);
  });

  test('a referrer that is to be set is asked for, and nothing is applied without one', async () => {
    const tab = await newTabWithPopup();
    await tab.goTo('/faq?widget=none');
    await tab.report('the page');
    await choose(tab, 'referrer', 'set');
    await apply(tab);
    await tab.popup.waitForSelector('[name="referrer.value"][aria-invalid=true]');
    expect(await problemAt(tab.popup, 'referrer.value')).toContain('choose “Direct”');
    expect((await tab.snapshot()).simulation.visitor).toEqual({});
  });

  test('a referrer that no browser sends is taken, with words on what one would send', async () => {
    const tab = await newTabWithPopup();
    await tab.goTo('/faq?widget=none');
    await tab.report('the page');
    await choose(tab, 'referrer', 'set');
    await tab.popup.locator('[name="referrer.value"]').fill('www.contoso.com/FAQ');
    const caution = await tab.popup.waitForSelector('[data-override=referrer] .caution');
    const words = await caution?.evaluate((element) => element.textContent);
    expect(words).toContain('https://www.contoso.com/ or https://www.contoso.com/FAQ');
    expect(await fieldValue(tab, 'referrer.until')).toBe('next page');
    await tab.popup.select('[name="referrer.until"]', 'reset');
    await apply(tab);
    await tab.popup.waitForSelector('.chip[data-override=referrer]');
    expect((await tab.snapshot()).simulation.visitor.referrer).toEqual({
      value: 'www.contoso.com/FAQ',
      until: 'reset',
    });
  });

  test('referrers that were used and pages of the site are offered', async () => {
    const first = await newTabWithPopup();
    await first.goTo('/knowledge-base?widget=none');
    await first.report('the page');
    await first.become({ referrer: { value: 'https://www.contoso.com/FAQ?recent' } });

    const tab = await newTabWithPopup();
    await tab.goTo('/faq?widget=none');
    await tab.report('the page');
    await choose(tab, 'referrer', 'set');
    const field = await tab.popup.waitForSelector('[name="referrer.value"][list]');
    const offered = await field?.evaluate((input) =>
      input instanceof HTMLInputElement
        ? [...(input.list?.options ?? [])].map(({ value }) => value)
        : [],
    );
    expect(offered?.[0]).toBe('https://www.contoso.com/FAQ?recent');
    expect(offered).toContain(`${inject('origin')}/faq`);
    expect(offered).toContain(`${inject('origin')}/knowledge-base`);
  });
});
