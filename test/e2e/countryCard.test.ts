import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { inBothBrowsers } from './withExtension.ts';

/** Types a value into a field in place of the one that is there. */
async function fill(popup: Page, name: string, value: string): Promise<void> {
  await popup.$eval(`[name="${name}"]`, (field) => {
    if (field instanceof HTMLInputElement) field.select();
    if (field instanceof HTMLElement) field.focus();
  });
  await popup.keyboard.press('Backspace');
  await popup.keyboard.type(value);
}

const shownIn = (popup: Page, name: string) =>
  popup.$eval(`[name="${name}"]`, (field) => Reflect.get(field, 'value'));

const isOpen = (popup: Page) => popup.$eval('.answers', (details) => Reflect.get(details, 'open'));

inBothBrowsers(({ newTabWithPopup }) => {
  const openCard = async () => {
    const tab = await newTabWithPopup();
    await tab.goTo('/faq?widget=none');
    await tab.report('the page');
    await tab.popup.bringToFront();
    await tab.popup.locator('[data-tab=visitor]').click();
    await tab.popup.locator('label:has([name=country][value=set])').click();
    await tab.popup.waitForSelector('.answers');
    return tab;
  };

  test('a country is found by its code, and how it answers is set by keyboard', async () => {
    const tab = await openCard();
    const { popup } = tab;
    await fill(popup, 'country.name', 'AT');
    expect(await shownIn(popup, 'country.latitude')).toBe('48.21');
    expect(await isOpen(popup)).toBe(false);
    await popup.focus('.answers summary');
    await popup.keyboard.press('Enter');
    await popup.waitForSelector('.answers[open]');
    const order: unknown[] = [];
    for (let step = 0; step < 6; step++) {
      await popup.keyboard.press('Tab');
      order.push(await popup.evaluate('document.activeElement.name'));
    }
    expect(order).toEqual([
      'country.geolocation.answer',
      'country.geolocation.afterMs',
      'country.services.answer',
      'country.services.afterMs',
      'country.language',
      'country.cdnHeaders',
    ]);
    await popup.keyboard.type(' ');
    await popup.select('[name="country.geolocation.answer"]', 'denied');
    await fill(popup, 'country.geolocation.afterMs', '1.5');
    await popup.select('[name="country.services.answer"]', 'error 429');
    await fill(popup, 'country.language', 'de-AT');
    await popup.keyboard.press('Enter');
    await popup.waitForSelector('.chip[data-override=country]');
    const { simulation } = await tab.snapshot();
    expect(simulation.visitor.country).toEqual({
      name: 'Austria',
      code: 'AT',
      latitude: 48.21,
      longitude: 16.37,
      geolocation: { answer: 'denied', afterMs: 1500 },
      services: { answer: 'error 429', afterMs: 0 },
      cdnHeaders: false,
      language: 'de-AT',
    });
    await tab.report('the visitor', ({ epoch }) => epoch === simulation.epoch);
    expect(await tab.page.evaluate('navigator.language')).toBe('de-AT');
  });

  test('a country that nobody knows is typed with its position, and the page is told it', async () => {
    const tab = await openCard();
    const { popup } = tab;
    await fill(popup, 'country.name', 'Atlantis');
    await fill(popup, 'country.latitude', '31.5');
    await fill(popup, 'country.longitude', '-24.25');
    await popup.keyboard.press('Enter');
    const chip = await popup.waitForSelector('.chip[data-override=country]');
    expect(await chip?.evaluate(({ textContent }) => textContent)).toBe('Atlantis');
    const visitor = await tab.visitorSeen(({ country }) => country !== undefined);
    expect(visitor.country).toEqual({
      name: 'Atlantis',
      code: null,
      latitude: 31.5,
      longitude: -24.25,
    });
    await tab.page.bringToFront();
    expect(
      await tab.page.evaluate(`new Promise((resolve, reject) =>
        navigator.geolocation.getCurrentPosition(
          ({ coords }) => resolve(coords.latitude + ' ' + coords.longitude),
          ({ message }) => reject(new Error(message)),
        ))`),
    ).toBe('31.5 -24.25');
  });

  test('every control of the card has a label', async () => {
    const { popup } = await openCard();
    await popup.locator('.answers summary').click();
    const unlabelled = await popup.$$eval(
      '[data-override=country] :is(input, select)',
      (controls) =>
        controls
          .filter((control) => !(Reflect.get(control, 'labels') as NodeList | null)?.length)
          .map(({ outerHTML }) => outerHTML),
    );
    expect(unlabelled).toEqual([]);
  });

  test('a wrong delay opens the details and is told at its field', async () => {
    const { popup } = await openCard();
    await popup.locator('.answers summary').click();
    await fill(popup, 'country.services.afterMs', 'soon');
    await popup.locator('.answers summary').click();
    await popup.waitForSelector('.answers:not([open])');
    await popup.locator('button ::-p-text(Apply and reload)').click();
    await popup.waitForSelector(
      '.answers[open] [name="country.services.afterMs"][aria-invalid=true]',
    );
    const problem = await popup.$eval(
      '[name="country.services.afterMs"]',
      (field) => document.getElementById(field.getAttribute('aria-describedby') ?? '')?.textContent,
    );
    expect(problem).toBe('An answer takes from 0 to 3600 seconds.');
    expect(await popup.evaluate('document.activeElement.name')).toBe('country.services.afterMs');
  });
});
