import { pathToFileURL } from 'node:url';
import type { Page } from 'puppeteer-core';
import * as v from 'valibot';
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { eventually, tellEvents } from '../../driver/simulator.ts';
import { textToShow } from '../../driver/textToShow.ts';
import { inviteToShow, receivedContexts } from '../../driver/widget.ts';
import type { TimelineEvent } from '../../src/model/timeline.ts';
import { Downloads } from './downloads.ts';
import { fill, show } from './popupForm.ts';
import { inBothBrowsers, type Tab } from './withExtension.ts';

const downloads = new Downloads();

const MANY = 10_000;

/** The events that are listed, by their kinds. */
const listed = async (popup: Page): Promise<readonly string[]> =>
  v.parse(
    v.array(v.string()),
    await popup.evaluate(
      `[...document.querySelectorAll('.timeline li')].map((line) => line.dataset.kind)`,
    ),
  );

const choose = (popup: Page, filter: 'group' | 'cause', value: string) =>
  popup.locator(`[name="timeline.${filter}"]`).fill(value);

async function save(popup: Page, form: 'json' | 'html'): Promise<void> {
  await show(popup, 'timeline');
  await popup.locator('.save').click();
  await popup.locator(`[data-form=${form}]`).click();
}

/** Fires a scenario on the staging site and waits until its invite is shown. */
async function fire(tab: Tab, scenarioId: string): Promise<void> {
  await tab.goTo('/product');
  await tab.widgetReady();
  await tab.command({ command: 'fire', scenarioId });
  await inviteToShow(tab.page);
  await tab.outcome(scenarioId, 'shown');
}

/** What is in the clipboard, pasted into a page as a tester does. */
async function pasted(page: Page): Promise<string> {
  await page.bringToFront();
  await page.evaluate(`document.body.replaceChildren(document.createElement('textarea'))`);
  await page.focus('textarea');
  await page.keyboard.down('Control');
  await page.keyboard.press('v', { commands: ['Paste'] });
  await page.keyboard.up('Control');
  return eventually('the clipboard to be pasted', async () => {
    const value = await page.$eval('textarea', (field) => Reflect.get(field, 'value'));
    return typeof value === 'string' && value !== '' ? value : null;
  });
}

inBothBrowsers(
  ({ name, newTab, simulator, newTabWithPopup }) => {
    beforeAll(() => downloads.begin(simulator()));

    beforeEach(() => downloads.empty());

    test('events are found by words, by kind and by cause', async () => {
      const tab = await newTabWithPopup();
      const { popup } = tab;
      await fire(tab, 'country');
      await show(popup, 'timeline');
      await popup.waitForSelector('.timeline li[data-kind=shown]');
      await choose(popup, 'group', 'invites');
      expect(await listed(popup)).toEqual(['shown', 'offered']);
      await choose(popup, 'group', 'page');
      expect(await listed(popup)).toContain('widget ready');
      expect(await listed(popup)).not.toContain('shown');
      await choose(popup, 'cause', 'fire');
      expect(await listed(popup)).toEqual([]);
      await choose(popup, 'group', 'all');
      expect(await listed(popup)).toEqual(['shown', 'offered']);
      await fill(popup, 'timeline.search', 'OFFERED to the widget');
      expect(await listed(popup)).toEqual(['offered']);
      expect(await popup.$eval('.event-count', ({ textContent }) => textContent)).toMatch(
        /^1 of \d+$/,
      );
    });

    test('where the visitor’s clock is another, the real time is there in words too', async () => {
      const tab = await newTabWithPopup();
      await tab.goTo('/faq?widget=none');
      await tab.become({ clock: { at: '2030-01-02T03:04:05Z' } });
      await show(tab.popup, 'timeline');
      const line = await tab.popup.waitForSelector('.timeline li[data-kind="page loaded"]');
      const times = await line?.$$eval('time', (all) => all.map((one) => one.dateTime));
      expect(times?.[0]).toMatch(/^2030-01-02T03:0/);
      expect(times?.[1]).toMatch(new RegExp(`^${new Date().getUTCFullYear()}-`));
      expect(await line?.$eval('p.muted', ({ textContent }) => textContent)).toMatch(
        /^real \d\d:\d\d:\d\d/,
      );
      await tab.become({});
    });

    test('the timeline is kept over navigation, or begins anew with each page', async () => {
      const tab = await newTabWithPopup();
      const { popup } = tab;
      await tab.enable('exitIntent');
      const loads = async () =>
        (await tab.snapshot()).timeline.filter(({ kind }) => kind === 'page loaded').length;
      const arrive = async (path: string) => {
        await tab.goTo(path);
        await tab.event(path, ({ text }) => text.values[0]?.endsWith(path) === true);
      };
      await arrive('/faq?widget=none');
      await arrive('/sale?widget=none');
      expect(await loads()).toBe(2);
      await show(popup, 'timeline');
      await popup.locator('.keep [role=switch][aria-checked=true]').click();
      await popup.waitForSelector('.keep [role=switch][aria-checked=false]');
      await arrive('/faq?widget=none&again=1');
      expect(await loads()).toBe(1);
      // What a popup shows that has been open all along is the same.
      await show(popup, 'timeline');
      await popup.waitForFunction(
        `document.querySelectorAll('[data-kind="page loaded"]').length === 1`,
      );
      await popup.locator('.keep [role=switch][aria-checked=false]').click();
      await popup.waitForSelector('.keep [role=switch][aria-checked=true]');
      await arrive('/sale?widget=none&again=1');
      expect(await loads()).toBe(2);
      await show(popup, 'timeline');
      await popup.locator('.timeline footer button ::-p-text(Clear)').click();
      await popup.waitForSelector('.timeline .nothing');
      expect((await tab.snapshot()).timeline).toEqual([]);
      await popup.waitForSelector('.timeline footer button:disabled ::-p-text(Clear)');
    });

    test('the evidence is copied as Markdown', async () => {
      const tab = await newTabWithPopup();
      const { popup, page } = tab;
      await tab.enable('referrer');
      await fire(tab, 'country');
      await show(popup, 'timeline');
      await popup.locator('.copy').click();
      await popup.waitForSelector('.copy[data-copied=true]');
      await popup.waitForFunction(
        `document.querySelector('[aria-live]').textContent === 'Copied as Markdown.'`,
      );
      const [context] = await receivedContexts(page);
      const address = page.url();
      const title = await page.title();
      const markdown = await pasted(page);
      expect(markdown).toContain(`- **Page**: \`${address}\``);
      expect(markdown).toContain(`- **Title**: \`${title}\``);
      expect(markdown).toContain(name === 'chrome' ? 'Chrome/' : 'Firefox/');
      expect(markdown).toMatch(/\*\*Extension\*\*: .* \d+\.\d+\.\d+$/m);
      expect(markdown).toContain('| not met | The referrer is “”, but');
      expect(markdown).toContain('- `showPrechat`: false');
      for (const key of Object.keys(context ?? {})) expect(markdown).toContain(`| ${key} | `);
      expect(markdown).toContain('| Country | "Ruritania" | ');
      expect(markdown).toMatch(/\| lcw:ready \| {2}\|$/m);
    });

    test('what the browser does not copy is there to be copied by hand', async () => {
      const tab = await newTabWithPopup();
      const { popup } = tab;
      await tab.goTo('/faq?widget=none');
      await tab.report('the page');
      await show(popup, 'timeline');
      await popup.evaluate(
        `navigator.clipboard.writeText = () => Promise.reject(new Error('Not allowed.'))`,
      );
      await popup.locator('.copy').click();
      await popup.waitForSelector('.uncopied [role=alert]');
      expect(await popup.$eval('.uncopied', ({ textContent }) => textContent)).toContain(
        'did not let the tool copy: Not allowed.',
      );
      const selected = v.parse(
        v.string(),
        await popup.evaluate(`(() => {
          const { value, selectionStart, selectionEnd } = document.activeElement;
          return value.slice(selectionStart, selectionEnd);
        })()`),
      );
      expect(selected).toMatch(/^## /);
      expect(selected).toContain(`${inject('origin')}/faq`);
    });

    test('the evidence is saved as JSON, with the invite as the widget got it', async () => {
      const tab = await newTabWithPopup();
      await fire(tab, 'country');
      await save(tab.popup, 'json');
      const { path, content } = await downloads.saved('json');
      expect(path).toMatch(/trigger-simulator 127\.0\.0\.1 \d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ\.json$/);
      const contextEntry = v.object({
        key: v.string(),
        value: v.unknown(),
        isDisplayable: v.boolean(),
      });
      const evidence = v.parse(
        v.object({
          version: v.literal(1),
          page: v.object({ address: v.string() }),
          invites: v.tuple([v.object({ message: v.string(), context: v.array(contextEntry) })]),
          timeline: v.array(v.object({ kind: v.string() })),
        }),
        JSON.parse(content),
      );
      expect(evidence.page.address).toBe(tab.page.url());
      const [invite] = evidence.invites;
      const got = Object.fromEntries(invite.context.map(({ key, ...entry }) => [key, entry]));
      expect(got).toEqual((await receivedContexts(tab.page))[0]);
      expect(evidence.timeline.map(({ kind }) => kind)).toContain('shown');
    });

    test('the evidence is saved as a web page with a picture of the page', async () => {
      const tab = await newTab();
      await fire(tab, 'country');
      await simulator().clickToolbarButton(tab.page);
      const beside = await simulator().popupFor(tab.tabId, 'window');
      await save(beside, 'html');
      const { path, content } = await downloads.saved('html');
      expect(content).not.toContain('<script');
      await tab.page.goto(pathToFileURL(path).href);
      const drawn = await tab.page.evaluate(`(async () => {
        const [picture] = document.images;
        await picture.decode();
        const canvas = document.createElement('canvas');
        canvas.width = picture.naturalWidth;
        canvas.height = picture.naturalHeight;
        const context = canvas.getContext('2d');
        context.drawImage(picture, 0, 0);
        const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
        const colours = new Set();
        for (let at = 0; at < data.length; at += 4)
          colours.add(data[at] + ' ' + data[at + 1] + ' ' + data[at + 2]);
        return { width: picture.naturalWidth, hasColours: colours.size > 10,
          maxWidth: getComputedStyle(document.body).maxWidth,
          text: document.body.innerText };
      })()`);
      expect(drawn).toMatchObject({
        width: expect.toSatisfy((width: number) => width > 300),
        hasColours: true,
        // Its own style is allowed.
        maxWidth: '1000px',
        text: expect.stringContaining('showPrechat') as string,
      });
      await beside.close();
    });

    test('of a page that is behind another tab there is no picture, and the file says why', async () => {
      const tab = await newTabWithPopup();
      await tab.goTo('/faq?widget=none');
      await tab.report('the page');
      await save(tab.popup, 'html');
      const { content } = await downloads.saved('html');
      expect(content).not.toContain('<img');
      expect(content).toContain('another tab was in front of the page');
    });

    test('10,000 events are kept, searched, and drawn as far as they are looked at', async () => {
      const tab = await newTabWithPopup();
      const { popup } = tab;
      await tab.goTo('/faq?widget=none');
      await tab.report('the page');
      const began = Date.now();
      const events = Array.from(
        { length: MANY },
        (_, index): TimelineEvent => ({
          kind: 'address changed',
          text: { key: 'eventAddressChanged', values: [`https://shop.example/${index}/`] },
          at: began + index,
          visitorAt: began + index,
        }),
      );
      await tellEvents(popup, tab.tabId, events);
      await show(popup, 'timeline');
      await textToShow(popup, 'shop.example/9999/', '.timeline li');
      const { timeline } = await tab.snapshot();
      expect(timeline).toHaveLength(MANY);
      expect(timeline.at(-1)?.text.values).toEqual(['https://shop.example/9999/']);
      expect((await listed(popup)).length).toBeLessThan(1000);
      await fill(popup, 'timeline.search', '/77/');
      await textToShow(popup, 'shop.example/77/', '.timeline li');
      expect(await listed(popup)).toHaveLength(1);
      await fill(popup, 'timeline.search', '');
      await popup.waitForSelector('.older');
      const before = (await listed(popup)).length;
      await popup.$eval('.older', (button) => button.scrollIntoView());
      await popup.waitForFunction(`document.querySelectorAll('.timeline li').length > ${before}`);
      // A background that has been stopped knows them still.
      await simulator().stopBackground();
      expect((await tab.snapshot()).timeline).toHaveLength(MANY);
    });
  },
  { preferences: downloads.preferences },
);

afterAll(() => downloads.remove());
