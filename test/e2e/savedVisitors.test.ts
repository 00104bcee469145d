import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { command } from '../../driver/simulator.ts';
import { fill, problemAt, show } from './popupForm.ts';
import { inBothBrowsers, type TabWithPopup } from './withExtension.ts';

const dialog = (name: string) => `dialog[data-dialog=${name}][open]`;

const chooseReferrer = async (popup: Page, value: string) => {
  await popup.locator('label:has([name=referrer][value=set])').click();
  await fill(popup, 'referrer.value', value);
};

/** Saves what is typed under a name. */
async function saveAs(popup: Page, name: string): Promise<void> {
  await popup.locator('[data-action=save-visitor]').click();
  await popup.waitForSelector(dialog('name'));
  await fill(popup, 'saved.name', name);
  await popup.keyboard.press('Enter');
  await popup.waitForSelector(dialog('name'), { hidden: true });
}

const namesOf = async (tab: TabWithPopup) =>
  (await tab.snapshot()).visitors.map(({ name }) => name).sort();

async function namesToBe(tab: TabWithPopup, ...names: readonly string[]): Promise<void> {
  await expect.poll(() => namesOf(tab), { timeout: 60_000 }).toEqual(names);
}

/** The name of the saved visitor that is shown as the one that is applied. */
const shownName = (popup: Page) =>
  popup.$eval('[name=savedVisitor]', (select) =>
    select instanceof HTMLSelectElement ? (select.selectedOptions[0]?.textContent ?? '') : '',
  );

async function visitorPage(newTabWithPopup: () => Promise<TabWithPopup>): Promise<TabWithPopup> {
  const tab = await newTabWithPopup();
  await tab.goTo('/faq?widget=none');
  await tab.report('the page');
  await show(tab.popup, 'visitor');
  return tab;
}

async function removeAll(tab: TabWithPopup): Promise<void> {
  for (const { id } of (await tab.snapshot()).visitors) {
    await command(tab.popup, { command: 'remove visitor', visitorId: id });
  }
}

inBothBrowsers(({ newTabWithPopup }) => {
  test('a visitor is saved, applied in another tab, and named there', async () => {
    const first = await visitorPage(newTabWithPopup);
    await chooseReferrer(first.popup, 'https://www.contoso.com/FAQ');
    await saveAs(first.popup, 'From the FAQ');
    await namesToBe(first, 'From the FAQ');
    // Saved, not applied.
    expect((await first.snapshot()).simulation.visitor).toEqual({});
    expect(await shownName(first.popup)).not.toBe('From the FAQ');

    const tab = await visitorPage(newTabWithPopup);
    const id = (await tab.snapshot()).visitors[0]?.id ?? '';
    await tab.popup.select('[name=savedVisitor]', id);
    await tab.popup.locator('[data-action=apply-saved]').click();
    await tab.popup.waitForSelector('.chip[data-override=referrer]');
    await expect.poll(() => shownName(tab.popup), { timeout: 60_000 }).toBe('From the FAQ');
    await tab.report('the visitor', ({ epoch }) => epoch > 0);
    expect(await tab.page.evaluate('document.referrer')).toBe('https://www.contoso.com/FAQ');
    expect(
      await tab.popup.$eval('[name="referrer.value"]', (field) => Reflect.get(field, 'value')),
    ).toBe('https://www.contoso.com/FAQ');
    await tab.popup.locator('.chip-line button').click();
    await expect.poll(() => shownName(tab.popup), { timeout: 60_000 }).not.toBe('From the FAQ');
    await removeAll(tab);
  });

  test('keys go through the saved visitors, and only Apply applies the one that is shown', async () => {
    const tab = await visitorPage(newTabWithPopup);
    const { popup } = tab;
    for (const id of ['a', 'b', 'c']) {
      const saved = { id, name: id, visitor: { referrer: { value: `https://${id}.example/` } } };
      expect(await command(popup, { command: 'save visitor', saved })).toEqual([]);
    }
    await popup.waitForSelector('[name=savedVisitor] option:nth-of-type(4)');
    expect(await popup.$('[data-action=apply-saved]:disabled')).not.toBeNull();
    await popup.focus('[name=savedVisitor]');
    for (const name of ['a', 'b', 'c']) {
      await popup.keyboard.press('ArrowDown');
      await expect.poll(() => shownName(popup), { timeout: 60_000 }).toBe(name);
    }
    await popup.keyboard.press('ArrowUp');
    await expect.poll(() => shownName(popup), { timeout: 60_000 }).toBe('b');
    await popup.keyboard.press('Tab');
    await popup.waitForSelector('[data-action=apply-saved]:focus');
    // An applied visitor would have another epoch by now: whatever the keys sent has been answered before this.
    const { simulation } = await tab.snapshot();
    expect([simulation.visitor, simulation.epoch]).toEqual([{}, 0]);
    await popup.keyboard.press('Enter');
    await popup.waitForSelector('.chip[data-override=referrer]');
    await expect.poll(() => shownName(popup), { timeout: 60_000 }).toBe('b');
    expect((await tab.snapshot()).simulation.visitor).toEqual({
      referrer: { value: 'https://b.example/' },
    });
    await removeAll(tab);
  });

  test('a name is taken anew, changed and deleted, and what was deleted is had back', async () => {
    const tab = await visitorPage(newTabWithPopup);
    const { popup } = tab;
    await chooseReferrer(popup, 'https://www.contoso.com/1');
    await saveAs(popup, 'First');
    await fill(popup, 'referrer.value', 'https://www.contoso.com/2');
    await saveAs(popup, 'FIRST');
    await namesToBe(tab, 'FIRST');
    expect((await tab.snapshot()).visitors[0]?.visitor.referrer?.value).toMatch(/\/2$/);

    await popup.locator('[data-action=compare]').click();
    await popup.locator(`${dialog('compare')} [data-action=rename]`).click();
    await fill(popup, 'saved.name', ' ');
    await popup.keyboard.press('Enter');
    await popup.waitForSelector('[name="saved.name"][aria-invalid=true]');
    expect(await problemAt(popup, 'saved.name')).toContain('must not be empty');
    await fill(popup, 'saved.name', 'Second');
    await popup.keyboard.press('Enter');
    await namesToBe(tab, 'Second');

    await popup.waitForSelector(dialog('name'), { hidden: true });
    await popup.locator(`${dialog('compare')} [data-action=delete]`).click();
    await namesToBe(tab);
    await popup.waitForSelector(`${dialog('compare')} .notice button:focus`);
    await popup.keyboard.press('Enter');
    await namesToBe(tab, 'Second');
    await removeAll(tab);
  });

  test('visitors stand side by side, and what differs is marked in words', async () => {
    const tab = await visitorPage(newTabWithPopup);
    const { popup } = tab;
    const referrer = { value: 'https://www.contoso.com/FAQ' };
    const visitors = [
      { id: 'a', name: 'A', visitor: { referrer, visits: { first: true } } },
      {
        id: 'b',
        name: 'B',
        visitor: { referrer, visits: { number: 3, store: 'cookie', name: 'timesPageVisited' } },
      },
    ] as const;
    for (const saved of visitors) {
      expect(await command(popup, { command: 'save visitor', saved })).toEqual([]);
    }
    await popup.locator('[data-action=compare]').click();
    await popup.waitForSelector(`${dialog('compare')} thead th:nth-child(3)`);
    const rows = await popup.$$eval(`${dialog('compare')} tbody tr`, (all) =>
      all.map((row) => [...row.children].map((cell) => cell.textContent ?? '')),
    );
    expect(rows).toEqual([
      ['Clock', 'Real', 'Real'],
      ['Country', 'Real', 'Real'],
      ['Referrer', 'https://www.contoso.com/FAQ', 'https://www.contoso.com/FAQ'],
      ['Visits≠ differs', '1st visit', '3rd visit · cookie timesPageVisited'],
    ]);
    await popup.locator(`${dialog('compare')} [name="compare a"]`).click();
    await popup.waitForSelector(`${dialog('compare')} thead th:nth-child(3)`, { hidden: true });
    expect(await popup.$('.differs')).toBeNull();
    await removeAll(tab);
  });

  test('what cannot be applied cannot be saved, and its field says why', async () => {
    const tab = await visitorPage(newTabWithPopup);
    const { popup } = tab;
    await popup.locator('label:has([name=clock][value=running])').click();
    await fill(popup, 'clock.at', 'soon');
    await popup.locator('[data-action=save-visitor]').click();
    await popup.waitForSelector('[name="clock.at"][aria-invalid=true]');
    expect(await popup.$(dialog('name'))).toBeNull();
    expect(await namesOf(tab)).toEqual([]);
  });
});
