import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { command } from '../../driver/simulator.ts';
import { MAX_CONTEXT_ENTRIES } from '../../src/model/invite.ts';
import { builtInScenarios } from '../../src/model/scenarios/builtIn.ts';
import type { Scenario } from '../../src/model/scenarios/scenario.ts';
import { problemAt, show } from './popupForm.ts';
import { inBothBrowsers, type TabWithPopup } from './withExtension.ts';

function builtInScenario(id: string): Scenario {
  const found = builtInScenarios.find((scenario) => scenario.id === id);
  if (!found) throw new Error(`There is no built-in scenario ${id}.`);
  return found;
}

const focusedName = (popup: Page) => popup.evaluate('document.activeElement.name');

/** Presses keys one after the other. */
async function press(popup: Page, ...keys: readonly Parameters<Page['keyboard']['press']>[0][]) {
  for (const key of keys) await popup.keyboard.press(key);
}

async function edit(tab: TabWithPopup, scenarioId: string): Promise<Page> {
  const { popup } = tab;
  await tab.goTo('/faq?widget=none');
  await tab.report('the page');
  await show(popup, 'scenarios');
  await popup.locator(`[data-scenario=${scenarioId}] .card-title`).click();
  await popup.locator(`[data-scenario=${scenarioId}] button ::-p-text(Edit…)`).click();
  await popup.waitForSelector('.entries');
  return popup;
}

inBothBrowsers(({ newTabWithPopup }) => {
  test('how the chat begins is told beside the preview of the invite', async () => {
    const tab = await newTabWithPopup();
    const popup = await edit(tab, 'dateWindow');
    const told = () =>
      popup.$$eval('.preview > p:not(.muted)', (all) => all.map((one) => one.textContent));
    expect(await told()).toEqual([]);
    await popup.locator('[name="invite.showPrechat"]').click();
    await popup.locator('[name="invite.inNewWindow"]').click();
    await popup.waitForFunction(
      `document.querySelectorAll('.preview > p:not(.muted)').length === 2`,
    );
    expect(await told()).toEqual(['With the pre-chat survey', 'In a new window']);
  });

  test('entries of every type are made and removed with the keys alone, and a key that stands there twice is told', async () => {
    const tab = await newTabWithPopup();
    const popup = await edit(tab, 'dateWindow');
    const before = builtInScenario('dateWindow').invite.context;
    const first = before.length;

    await popup.focus('[data-action=add-entry]');
    await press(popup, 'Enter');
    await popup.waitForSelector(`[name="invite.context.${first}.key"]:focus`);
    await popup.keyboard.type('Score');
    await press(popup, 'Tab', 'ArrowDown', 'Tab');
    expect(await focusedName(popup)).toBe(`invite.context.${first}.value`);
    await popup.keyboard.type('4.5');
    await press(popup, 'Tab', ' ', 'Tab', 'Tab', 'Enter');
    await popup.waitForSelector(`[name="invite.context.${first + 1}.key"]:focus`);
    await popup.keyboard.type('Score');
    await press(popup, 'Tab', 'ArrowDown', 'ArrowDown', 'Tab', 'ArrowDown');
    await popup.focus(`[name="invite.context.${first + 1}.key"]`);
    await press(popup, 'Enter');

    const twice = `invite.context.${first + 1}.key`;
    await popup.waitForSelector(`[name="${twice}"][aria-invalid=true]:focus`);
    expect(await problemAt(popup, twice)).toContain('“Score” already');
    await press(popup, 'End');
    await popup.keyboard.type(' known');
    await press(popup, 'Enter');
    await popup.waitForSelector('form.editor', { hidden: true });
    const saved = async () =>
      (await tab.snapshot()).scenarios.find(({ id }) => id === 'dateWindow')?.invite.context;
    expect(await saved()).toEqual([
      ...before,
      { key: 'Score', value: 4.5, isDisplayable: false },
      { key: 'Score known', value: false, isDisplayable: true },
    ]);

    await popup.locator('[data-scenario=dateWindow] button ::-p-text(Edit…)').click();
    const remove = (row: number) => `.entries tbody tr:nth-child(${row}) button`;
    await popup.waitForSelector(remove(first + 2));
    await popup.focus(remove(first + 1));
    await press(popup, 'Enter');
    // On with the row that has come into its place.
    await popup.waitForSelector(`${remove(first + 2)}`, { hidden: true });
    await popup.waitForSelector(`${remove(first + 1)}:focus`);
    await press(popup, 'Enter');
    await popup.waitForSelector(remove(first + 1), { hidden: true });
    await popup.waitForSelector(`:is(${remove(first)}, [data-action=add-entry]):focus`);
    await popup.locator('.editor [type=submit]').click();
    await popup.waitForSelector('form.editor', { hidden: true });
    expect(await saved()).toEqual(before);
  });

  test('entries that are removed faster than the browser paints leave the focus on the last that is left', async () => {
    const tab = await newTabWithPopup();
    const popup = await edit(tab, 'dateWindow');
    const before = builtInScenario('dateWindow').invite.context.length;
    const rows = '.entries tbody tr';
    await popup.locator('[data-action=add-entry]').click();
    await popup.waitForSelector(`${rows}:nth-child(${before + 1})`);
    await popup.locator('[data-action=add-entry]').click();
    await popup.waitForSelector(`${rows}:nth-child(${before + 2}) input:focus`);

    await popup.evaluate(async (selector) => {
      for (let turn = 0; turn < 2; turn += 1) {
        const last = [...document.querySelectorAll<HTMLElement>(`${selector} button`)].at(-1);
        last?.focus();
        last?.click();
        for (let job = 0; last?.isConnected && job < 100; job += 1) await null;
      }
    }, rows);
    await popup.waitForSelector(`${rows}:nth-child(${before + 1})`, { hidden: true });
    await popup.waitForSelector(`${rows}:nth-child(${before}) button:focus`);
  });

  test('of more entries than the widget takes none can be added', async () => {
    const tab = await newTabWithPopup();
    const scenario = builtInScenario('waitTime');
    const context = Array.from({ length: MAX_CONTEXT_ENTRIES - 1 }, (_, index) => ({
      key: `Key ${index}`,
      value: index,
      isDisplayable: true,
    }));
    const full = { ...scenario, invite: { ...scenario.invite, context } };
    expect(await command(tab.popup, { command: 'save scenario', scenario: full })).toEqual([]);
    try {
      const popup = await edit(tab, 'waitTime');
      await popup.locator('[data-action=add-entry]').click();
      await popup.waitForSelector(`.entries tbody tr:nth-child(${MAX_CONTEXT_ENTRIES})`);
      await popup.waitForSelector('[data-action=add-entry]:disabled');
      expect(await popup.$eval('.entries-end', (end) => end.textContent)).toContain(
        '100 of at most 100',
      );
    } finally {
      await command(tab.popup, { command: 'reset built-ins', scenarioId: 'waitTime' });
    }
  });
});
