import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { command } from '../../driver/simulator.ts';
import { textToShow } from '../../driver/textToShow.ts';
import { noChange } from '../../src/model/library/change.ts';
import { builtInScenarios } from '../../src/model/scenarios/builtIn.ts';
import type { Scenario } from '../../src/model/scenarios/scenario.ts';
import { show } from './popupForm.ts';
import { inBothBrowsers, type TabWithPopup } from './withExtension.ts';

const [waitTime] = builtInScenarios;
if (!waitTime) throw new Error('There is no built-in scenario.');
const own: Scenario = { ...waitTime, id: 'own', name: 'Own scenario' };
const edited: Scenario = { ...waitTime, conditions: [{ type: 'timeOnPage', seconds: 33 }] };
const saved = {
  id: 'returning',
  name: 'Returning, Christmas Eve',
  visitor: { clock: { at: '2026-12-24 18:00' }, referrer: { value: 'www.contoso.com/FAQ' } },
};
const order = ['exitIntent', 'own', 'waitTime'];

/** What a library shows. */
async function libraryOf(tab: TabWithPopup) {
  const { scenarios, visitors, edited, removed } = await tab.snapshot();
  return { scenarios, visitors, edited, removed };
}

async function change(tab: TabWithPopup, wanted: Parameters<typeof command>[1]): Promise<void> {
  expect(await command(tab.popup, wanted)).toEqual([]);
}

/** A library with something of everything in it. */
async function fillLibrary(tab: TabWithPopup): Promise<void> {
  await change(tab, { command: 'save scenario', scenario: own });
  await change(tab, { command: 'save scenario', scenario: edited });
  await change(tab, { command: 'order scenarios', scenarioIds: order });
  await change(tab, { command: 'save visitor', saved });
}

/** The library as it is after the extension was installed. */
async function emptyLibrary(tab: TabWithPopup): Promise<void> {
  await change(tab, { command: 'remove scenario', scenarioId: own.id });
  await change(tab, { command: 'reset built-ins', scenarioId: null });
  await change(tab, {
    command: 'order scenarios',
    scenarioIds: builtInScenarios.map(({ id }) => id),
  });
  await change(tab, { command: 'remove visitor', visitorId: saved.id });
}

const dialog = (name: string) => `dialog[data-dialog=${name}][open]`;

const openDialog = async ({ popup }: TabWithPopup, name: 'export' | 'import') => {
  await show(popup, 'scenarios');
  await popup.locator(`[data-action=${name}]`).click();
  await popup.waitForSelector(dialog(name));
};

/** The file that the link of the export dialog saves. */
async function exportedFile(popup: Page): Promise<string> {
  const link = `${dialog('export')} a[download="trigger-simulator-pack.json"]`;
  await popup.waitForSelector(link);
  return String(
    await popup.evaluate(
      `fetch(document.querySelector('${link}').href).then((file) => file.text())`,
    ),
  );
}

const problemsShown = (popup: Page) =>
  popup.$$eval('.pack-problems li', (items) => items.map((item) => item.textContent ?? ''));

const isImportPossible = (popup: Page) =>
  popup.$eval(`${dialog('import')} footer .primary`, (button) => !button.hasAttribute('disabled'));

const states = (popup: Page) =>
  popup.$$eval(`${dialog('import')} .pack-line`, (lines) =>
    lines.map((line) => [
      line.querySelector('input')?.name,
      line.querySelector('input')?.checked,
      line.querySelector('.pill')?.getAttribute('data-state'),
    ]),
  );

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'packs-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Chooses a file of this text in the import dialog. */
async function chooseFile(popup: Page, json: string): Promise<void> {
  const path = join(folder, 'pack.json');
  await writeFile(path, json);
  const field = await popup.waitForSelector(`${dialog('import')} input[type=file]`);
  if (!field) throw new Error('There is no field for a file.');
  // The same file with another content is no change to a field.
  await field.evaluate((input) => Reflect.set(input, 'value', ''));
  const input = await field.toElement('input');
  await input.uploadFile(path);
}

async function pageOf(newTabWithPopup: () => Promise<TabWithPopup>): Promise<TabWithPopup> {
  const tab = await newTabWithPopup();
  await tab.goTo('/faq?widget=none');
  await tab.report('the page');
  return tab;
}

inBothBrowsers(({ newTabWithPopup }) => {
  test('what was exported makes an empty library what it was, and Undo empties it again', async () => {
    const tab = await pageOf(newTabWithPopup);
    const { popup } = tab;
    await emptyLibrary(tab);
    const empty = await libraryOf(tab);
    await fillLibrary(tab);
    const full = await libraryOf(tab);
    expect(full.scenarios.map(({ id }) => id).slice(0, 3)).toEqual(order);

    await openDialog(tab, 'export');
    await popup.locator(`${dialog('export')} summary`).click();
    for (const { id } of builtInScenarios.slice(1)) {
      await popup.locator(`${dialog('export')} [name="scenario ${id}"]`).click();
    }
    await expect
      .poll(async () => JSON.parse(await exportedFile(popup)).scenarios.length, { timeout: 60_000 })
      .toBe(8);
    const file = await exportedFile(popup);
    await popup.keyboard.press('Escape');
    await popup.waitForSelector(dialog('export'), { hidden: true });

    await emptyLibrary(tab);
    expect(await libraryOf(tab)).toEqual(empty);
    await openDialog(tab, 'import');
    await chooseFile(popup, file);
    await popup.waitForSelector(`${dialog('import')} .pack-line`);
    expect((await states(popup)).filter(([, , state]) => state !== 'same')).toEqual([
      ['scenario own', true, 'new'],
      ['scenario waitTime', true, 'changed'],
      ['order', true, 'changed'],
      ['visitor returning', true, 'new'],
    ]);
    await textToShow(popup, '20 s on the page → 33 s on the page', '.difference');
    // Nothing has been applied before the button is pressed.
    expect(await libraryOf(tab)).toEqual(empty);

    await popup.locator('button ::-p-text(Import 4 items)').click();
    await expect.poll(() => libraryOf(tab), { timeout: 60_000 }).toEqual(full);
    await popup.waitForSelector('.notice button:focus');
    await popup.keyboard.press('Enter');
    await expect.poll(() => libraryOf(tab), { timeout: 60_000 }).toEqual(empty);
  });

  test('a pack goes by the clipboard, and only what is chosen of it is imported', async () => {
    const tab = await pageOf(newTabWithPopup);
    const { popup } = tab;
    await fillLibrary(tab);
    await openDialog(tab, 'export');
    await popup.locator(`${dialog('export')} button ::-p-text(Copy as text)`).click();
    // The driver's search for a text remembers what it once found there.
    await popup.waitForFunction(
      `document.querySelector(${JSON.stringify(dialog('export'))}).textContent.includes('Copied.')`,
    );
    await popup.keyboard.press('Escape');
    await popup.waitForSelector(dialog('export'), { hidden: true });
    await emptyLibrary(tab);

    await openDialog(tab, 'import');
    await popup.focus(`${dialog('import')} textarea`);
    await popup.keyboard.down('Control');
    await popup.keyboard.press('v');
    await popup.keyboard.up('Control');
    await popup.waitForSelector(`${dialog('import')} .pack-line`);
    for (const key of ['scenario waitTime', 'scenario own', 'order']) {
      const box = await popup.$(`${dialog('import')} [name="${key}"]`);
      await box?.click();
    }
    await popup.locator('button ::-p-text(Import 1 item)').click();
    await expect
      .poll(async () => (await libraryOf(tab)).visitors, { timeout: 60_000 })
      .toEqual([saved]);
    expect((await libraryOf(tab)).scenarios).toEqual(builtInScenarios);
    await emptyLibrary(tab);
  });

  test('broken and hostile files are refused with line and field, and change nothing', async () => {
    const tab = await pageOf(newTabWithPopup);
    const { popup } = tab;
    await fillLibrary(tab);
    const before = await libraryOf(tab);
    const pack = (parts: Readonly<Record<string, unknown>>) =>
      JSON.stringify(
        {
          format: 'trigger-simulator-pack',
          version: 2,
          scenarios: [own],
          visitors: [saved],
          runs: [],
          ...parts,
        },
        null,
        2,
      );
    const files: readonly (readonly [json: string, words: readonly string[]])[] = [
      ['', ['Line 1, column 1', 'There is nothing in it']],
      ['{\n  "format": oops\n}', ['Line 2, column 13', 'stands “oops”']],
      [pack({}).slice(0, -4), ['ends too early']],
      ['{"name": "package"}', ['format', 'This is not a pack']],
      [pack({ version: 3 }), ['Line 3, column 3', 'version', 'of version 3', 'Update']],
      [
        pack({ scenarios: [own, own] }),
        ['scenarios 2 › id', 'The id “own” stands in this list twice'],
      ],
      [
        pack({ scenarios: [{ ...own, conditions: [{ type: 'timeOnPage', seconds: 'ten' }] }] }),
        ['Line 13, column 11', 'scenarios 1 › conditions 1 › seconds', 'should be number'],
      ],
      [pack({ scenarios: [{ ...own, id: '__proto__' }] }), ['scenarios 1 › id']],
      [
        pack({}).replace('"scenarios"', '"__proto__": {"polluted": true},\n  "scenarios"'),
        ['Line 4, column 3', '__proto__', 'There is no field “__proto__” here'],
      ],
      [
        pack({
          visitors: [{ ...saved, visitor: { clock: { at: '<img src=x onerror=alert(1)>' } } }],
        }),
        ['visitors 1 › visitor › clock › at'],
      ],
      ['['.repeat(200_000), ['Line 1, column 34', 'deeper than 32']],
      [' '.repeat(5_000_001), ['There is nothing in it']],
      [`${' '.repeat(5_000_001)}{}`, ['at most 5000000 characters']],
    ];
    await openDialog(tab, 'import');
    let last = '';
    for (const [json, words] of files) {
      await chooseFile(popup, json);
      await expect
        .poll(async () => (await problemsShown(popup)).join('\n') !== last, { timeout: 60_000 })
        .toBe(true);
      last = (await problemsShown(popup)).join('\n');
      for (const word of words) expect(last).toContain(word);
      expect(await isImportPossible(popup)).toBe(false);
    }
    expect(await libraryOf(tab)).toEqual(before);

    // The background takes no other word for it.
    const faulty = { ...own, conditions: [] };
    const refused = await command(popup, {
      command: 'import pack',
      change: { ...noChange, scenarios: [{ ...own, id: 'new' }, faulty] },
    });
    expect(refused).toMatchObject([{ text: { key: 'problemNoCondition' } }]);
    expect(await libraryOf(tab)).toEqual(before);
    await emptyLibrary(tab);
  });

  test('a pack that is in the library already changes nothing', async () => {
    const tab = await pageOf(newTabWithPopup);
    const { popup } = tab;
    await fillLibrary(tab);
    await openDialog(tab, 'export');
    const file = await exportedFile(popup);
    await popup.keyboard.press('Escape');
    await openDialog(tab, 'import');
    await chooseFile(popup, file);
    await textToShow(popup, 'Everything in this pack is in the library already');
    expect(await isImportPossible(popup)).toBe(false);
    await emptyLibrary(tab);
  });
});
