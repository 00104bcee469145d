import type { Page } from 'puppeteer-core';
import { expect, inject, test } from 'vitest';
import { command } from '../../driver/simulator.ts';
import { textToShow } from '../../driver/textToShow.ts';
import { inviteToShow, receivedInvites } from '../../driver/widget.ts';
import { noChange } from '../../src/model/library/change.ts';
import { fill, show } from './popupForm.ts';
import { inBothBrowsers } from './withExtension.ts';

const card = (id: string) => `[data-scenario="${id}"]`;

const namesShown = (popup: Page) =>
  popup.$$eval('.scenario .card-title', (titles) => titles.map((title) => title.textContent));

async function namesToBe(popup: Page, wanted: (names: readonly (string | null)[]) => boolean) {
  await expect.poll(async () => wanted(await namesShown(popup)), { timeout: 30_000 }).toBe(true);
}

const act = (popup: Page, id: string, action: string) =>
  popup.locator(`${card(id)} [data-action=${action}]`).click();

const openCard = (popup: Page, id: string) => popup.locator(`${card(id)} .card-title`).click();

inBothBrowsers(({ newTabWithPopup }) => {
  test('a new scenario is made of conditions, previewed, saved, and fires', async () => {
    const tab = await newTabWithPopup();
    const { popup, page } = tab;
    await tab.goTo('/product');
    await tab.widgetReady();
    await show(popup, 'scenarios');
    await popup.locator('[data-action=new]').click();
    await fill(popup, 'name', 'Two seconds on a product');
    await fill(popup, 'conditions.0.seconds', '2');
    await popup.select('[name=conditions]', 'pageAddress');
    await fill(popup, 'conditions.1.pattern', '*/product');
    await fill(popup, 'invite.message', 'You are on {page url}');
    await textToShow(popup, `You are on ${inject('origin')}/product`, '.bubble');
    await popup.locator('.editor [type=submit]').click();
    await namesToBe(popup, (names) => names.at(-1) === 'Two seconds on a product');
    const made = (await tab.snapshot()).scenarios.at(-1);
    expect(made?.conditions).toEqual([
      { type: 'timeOnPage', seconds: 2 },
      { type: 'pageAddress', pattern: '*/product' },
    ]);
    await popup.locator(`${card(made?.id ?? '')} [role=switch]`).click();
    expect(await inviteToShow(page)).toContain(`You are on ${inject('origin')}/product`);
    await act(popup, made?.id ?? '', 'delete');
    await namesToBe(popup, (names) => names.length === 7);
  });

  test('a scenario is copied, moved, deleted and had back where it was', async () => {
    const tab = await newTabWithPopup();
    const { popup } = tab;
    await tab.goTo('/faq?widget=none');
    await tab.report('the page');
    await show(popup, 'scenarios');
    const before = await namesShown(popup);

    await openCard(popup, 'country');
    await act(popup, 'country', 'duplicate');
    await popup.locator('.editor [type=submit]').click();
    const copied = before.flatMap((name, index) =>
      index === 5 ? [name, `Copy of ${name}`] : [name],
    );
    await namesToBe(popup, (names) => names.join() === copied.join());
    const copy = (await tab.snapshot()).scenarios[6]?.id ?? '';

    await openCard(popup, copy);
    await act(popup, copy, 'up');
    await namesToBe(popup, (names) => names[5] === `Copy of ${before[5]}`);
    await act(popup, copy, 'down');
    await namesToBe(popup, (names) => names.join() === copied.join());
    await act(popup, copy, 'up');
    await namesToBe(popup, (names) => names[5] === `Copy of ${before[5]}`);
    await act(popup, copy, 'delete');
    await namesToBe(popup, (names) => names.join() === before.join());
    // The button to undo has the focus now, so Enter is enough.
    await popup.waitForSelector('.notice button:focus');
    await popup.keyboard.press('Enter');
    await namesToBe(popup, (names) => names[5] === `Copy of ${before[5]}`);
    await act(popup, copy, 'delete');
    await namesToBe(popup, (names) => names.join() === before.join());
  });

  test('in a long library, a scenario that was edited has the focus again, wherever it is', async () => {
    const tab = await newTabWithPopup();
    const { popup } = tab;
    await tab.goTo('/faq?widget=none');
    await show(popup, 'scenarios');
    const [model] = (await tab.snapshot()).scenarios;
    if (!model) throw new Error('The library is empty.');
    const many = Array.from({ length: 80 }, (_, index) => ({
      ...model,
      id: `many-${index}`,
      name: `One of many ${index}`,
    }));
    await command(popup, { command: 'import pack', change: { ...noChange, scenarios: many } });
    await popup.waitForSelector('.older');
    expect((await namesShown(popup)).length).toBeLessThan(87);
    await popup.locator('[data-action=new]').click();
    await fill(popup, 'name', 'The last of all');
    await fill(popup, 'invite.message', 'Hello');
    await popup.locator('.editor [type=submit]').click();
    await popup.waitForFunction(`document.activeElement.textContent === 'The last of all'`);
    const added = (await tab.snapshot()).scenarios.at(-1)?.id ?? '';
    const ids = [...many.map(({ id }) => id), added];
    await command(popup, {
      command: 'import pack',
      change: { ...noChange, withoutScenarios: ids },
    });
    await namesToBe(popup, (names) => names.length === 7);
  });

  test('a built-in that was deleted is restored', async () => {
    const tab = await newTabWithPopup();
    const { popup } = tab;
    await tab.goTo('/faq?widget=none');
    await tab.report('the page');
    await show(popup, 'scenarios');
    const before = await namesShown(popup);
    await openCard(popup, 'exitIntent');
    await act(popup, 'exitIntent', 'delete');
    await namesToBe(popup, (names) => names.length === before.length - 1);
    await popup.locator('[data-action=restore]').click();
    await namesToBe(popup, (names) => names.join() === before.join());
  });

  test('Make it true sets the visitor, and the site’s own code fires after the wait is skipped', async () => {
    const tab = await newTabWithPopup();
    const { popup, page } = tab;
    await tab.goTo('/own/knowledge-base');
    await tab.report('the page');
    await show(popup, 'scenarios');
    await openCard(popup, 'referrer');
    await popup.locator(`${card('referrer')} button ::-p-text(Make it true)`).click();
    await popup.waitForSelector('.made-true');
    expect((await tab.snapshot()).simulation.visitor).toEqual({
      clock: { at: null },
      referrer: { value: 'www.contoso.com/FAQ' },
    });
    await tab.widgetReady();
    expect(await receivedInvites(page)).toEqual([]);
    await popup.locator(`${card('referrer')} button ::-p-text(Skip the wait)`).click();
    await inviteToShow(page);
  });
});
