import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest';
import { closePage, command, eventually } from '../../driver/simulator.ts';
import { textToShow } from '../../driver/textToShow.ts';
import { inviteToShow, pressInInvite, receivedInvites } from '../../driver/widget.ts';
import { OVERLAY_ID } from '../../src/messages/overlay.ts';
import { DEMO, type Recipe, recipesUnder } from '../../tour/recipes.ts';
import { Downloads } from './downloads.ts';
import { fill } from './popupForm.ts';
import { inBothBrowsers, type Tab } from './withExtension.ts';

/*
 * What a tester does in the first minutes, by nothing but the README: what is pressed here are the words that
 * stand there in bold, all of them and in that order. Every journey begins on a site that is not enabled, as
 * after an installation.
 */

/** The most presses that one can think of, find and do in a minute. */
const MOST_PRESSES = 8;

const ENABLE = 'Enable on …';

const recipes = await recipesUnder(DEMO);
const firstMinutes = await recipesUnder('The first five minutes');

function recipe(number: number): Recipe & { page: string } {
  const found = recipes[number - 1];
  if (!found?.page) throw new Error(`The README has no recipe ${number} that begins at a page.`);
  return { ...found, page: found.page };
}

/** Presses what has exactly these words on it, and remembers them. */
class Tester {
  readonly pressed: string[] = [];
  readonly popup: Page;

  constructor(popup: Page) {
    this.popup = popup;
  }

  /** Words that end with “ …” go on with something of the page. `within` is an XPath. */
  press(words: string, within = ''): Promise<void> {
    const begin = words.replace(/ …$/, ' ');
    const isCalled =
      begin === words
        ? `normalize-space()="${words}"`
        : `starts-with(normalize-space(),"${begin}")`;
    return this.#click(words, `${within}//*[self::button or self::a or self::label][${isCalled}]`);
  }

  /** Presses the switch of the card that is called so. */
  switchOn(words: string): Promise<void> {
    const head = `//*[@class="card-head"][.//h2[normalize-space()="${words}"]]`;
    return this.#click(words, `${head}//*[@role="switch"][@aria-checked="false"]`);
  }

  async #click(words: string, path: string): Promise<void> {
    this.pressed.push(words);
    await this.popup.bringToFront();
    await this.popup.locator(`::-p-xpath(${path})`).click();
  }

  reads(words: string, within = ''): Promise<void> {
    return textToShow(this.popup, words, within);
  }
}

/** Closes the invite on the page, until the popup has told it: a widget that has just begun forgets that. */
async function closeInvite(page: Page, tester: Tester): Promise<void> {
  await tester.reads('shown', '.pill');
  await eventually('the invite to be dismissed', async () => {
    await pressInInvite(page, 'close');
    return tester.popup.$('.pill[data-state=dismissed]');
  });
}

const downloads = new Downloads();

inBothBrowsers(
  ({ newTab, simulator }) => {
    beforeAll(() => downloads.begin(simulator()));

    beforeEach(() => downloads.empty());

    /** Opens a page and presses the toolbar button there; the site is not enabled. */
    async function begin(path: string): Promise<{ tab: Tab; tester: Tester }> {
      const tab = await newTab();
      await tab.goTo(path);
      // A journey before this one has enabled it.
      await tab.command({ command: 'disable site' });
      await tab.goTo(path);
      await simulator().clickToolbarButton(tab.page);
      await simulator().answerPermissionQuestion('*://127.0.0.1/*');
      const popup = await simulator().popupFor(tab.tabId);
      onTestFinished(async () => {
        if (!popup.isClosed()) await closePage(popup);
      });
      const tester = new Tester(popup);
      await tester.press(ENABLE);
      return { tab, tester };
    }

    /** What was pressed is what the recipe names, and can be done in a minute. */
    function expectNamed({ pressed }: Tester, { controls }: Recipe): void {
      expect(pressed).toEqual([ENABLE, ...controls]);
      expect(pressed.length).toBeLessThanOrEqual(MOST_PRESSES);
    }

    test('scenario 1 fires by itself', async () => {
      const { tab, tester } = await begin(recipe(1).page);
      await tester.switchOn('Stays on the page');
      await tab.page.bringToFront();
      expect(await inviteToShow(tab.page)).toContain('Just checking in');
      await closeInvite(tab.page, tester);
      expectNamed(tester, recipe(1));
    });

    test('why scenario 5 does not fire with a referrer without scheme', async () => {
      const { tab, tester } = await begin(recipe(2).page);
      await tester.press('Site code');
      await tester.press('Watch this page');
      await tester.reads('www.contoso.com/FAQ', '.finding:first-child');
      await tester.reads('which no browser sends', '.finding:first-child');
      expect(await receivedInvites(tab.page)).toEqual([]);
      expectNamed(tester, recipe(2));
    });

    test('scenario 4 is shown in a demo', async () => {
      const { tab, tester } = await begin(recipe(3).page);
      await tester.press('Present…');
      await tester.switchOn('Present to an audience');
      await tab.page.waitForSelector(`#${OVERLAY_ID}`);
      await tester.switchOn('Tries to leave the page');
      await tester.press('Skip the wait');
      await tester.reads('armed', '.pill');
      await tester.press('Pointer leaves the page now');
      await tab.page.bringToFront();
      expect(await inviteToShow(tab.page)).toContain('Just checking in');
      await closeInvite(tab.page, tester);
      expectNamed(tester, recipe(3));
    });

    test('a colleague is handed a pack', async () => {
      const { tab, tester } = await begin(recipe(4).page);
      const { popup } = tester;
      await tester.press('Visits in a date window');
      await tester.press('Duplicate');
      await fill(popup, 'invite.message', 'Our sale has begun.');
      await tester.press('Save');
      await tester.press('Export…');
      await tester.press('Save file');
      const pack = await downloads.saved('json');

      // The colleague has never had that scenario.
      await popup.keyboard.press('Escape');
      const own = async () => {
        const { scenarios } = await tab.snapshot();
        return scenarios.filter(({ invite }) => invite.message === 'Our sale has begun.');
      };
      const made = await own();
      for (const { id } of made)
        await command(popup, { command: 'remove scenario', scenarioId: id });
      expect(await own()).toEqual([]);
      await tester.press('Import…');
      const field = await popup.waitForSelector('dialog[open] input[type=file]');
      await (await field?.toElement('input'))?.uploadFile(pack.path);
      await tester.press('Import 1 item');
      await tester.reads('Copy of Visits in a date window', '.card-title');
      expect(await own()).toEqual(made);
      expect(made).toHaveLength(1);
      expectNamed(tester, recipe(4));
    });

    test('the first five minutes are as the README tells them', async () => {
      const { tab, tester } = await begin('/product');
      const { page } = tab;
      await tester.reads('Widget ready', '.pill');
      await tester.press('Scenarios');
      await tester.switchOn('Stays on the page');
      await tester.press('Skip the wait');
      await inviteToShow(page);
      await closeInvite(page, tester);

      await tester.press('Fire now');
      await tester.reads('shown', '.pill');
      await inviteToShow(page);

      await tester.press('Visitor');
      await tester.press('Set', '//*[@data-override="referrer"]');
      await fill(tester.popup, 'referrer.value', 'www.contoso.com/FAQ');
      await tester.press('Apply and reload');
      await tester.popup.waitForSelector('.chip[data-override=referrer]');
      await tab.visitorSeen(({ referrer }) => referrer?.value === 'www.contoso.com/FAQ');
      expect(await page.evaluate('document.referrer')).toBe('www.contoso.com/FAQ');
      await tester.press('Scenarios');
      await tester.switchOn('Comes from a given page, then stays');
      await tester.popup.waitForSelector('[data-scenario=referrer] .pill[data-state=waiting]');
      await tester.press('Reset');
      await tester.popup.waitForFunction(`!document.querySelector('.chip[data-override]')`);
      await expect.poll(() => page.evaluate('document.referrer'), { timeout: 60_000 }).toBe('');

      await tester.press('Timeline');
      await tester.popup.waitForSelector('.timeline li[data-kind=shown]');
      await tester.press('Copy as Markdown');
      await tester.popup.waitForSelector('.copy[data-copied=true]');
      expect(tester.pressed).toEqual(firstMinutes.flatMap(({ controls }) => controls));
    });
  },
  { enable: false, preferences: downloads.preferences },
);

afterAll(() => downloads.remove());
