import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { pressShortcut } from '../../driver/pressShortcut.ts';
import { eventually } from '../../driver/simulator.ts';
import { inviteToShow } from '../../driver/widget.ts';
import type { SkipShortcut } from '../../src/messages/shortcuts.ts';
import { fill, problemAt, show } from './popupForm.ts';
import { inBothBrowsers, type TabWithPopup } from './withExtension.ts';

type Pace = 'real' | 'running' | 'stopped' | 'speed';

const choose = (popup: Page, pace: Pace) =>
  popup.locator(`label:has([name=clock][value=${pace}])`).click();

const apply = (popup: Page) => popup.locator('button ::-p-text(Apply and reload)').click();

/** Types a clock into the popup's form and applies it; done when the page sees it. */
async function setClock(
  tab: TabWithPopup,
  pace: Pace,
  fields: Readonly<Partial<Record<'clock.at' | 'clock.timeZone' | 'clock.speed', string>>>,
): Promise<void> {
  await show(tab.popup, 'visitor');
  await choose(tab.popup, pace);
  for (const [name, value] of Object.entries(fields)) await fill(tab.popup, name, value);
  await apply(tab.popup);
  await tab.popup.waitForSelector('.chip[data-override=clock]');
  await tab.visitorSeen(({ clock }) => clock !== undefined);
}

const chipOf = (popup: Page) =>
  popup.$eval('.chip[data-override=clock]', (chip) => chip.textContent);

const valueIn = (popup: Page, name: string) =>
  popup.$eval(`[name="${name}"]`, (input) => Reflect.get(input, 'value'));

/** The page's clocks read in one go: those of timestamps before and after the one of dates, in ms. */
async function read(page: Page): Promise<{ date: number; before: number; after: number }> {
  const [before, date, after] = (
    (await page.evaluate('[performance.now(), Date.now(), performance.now()].join(" ")')) as string
  )
    .split(' ')
    .map(Number);
  return { date: date ?? Number.NaN, before: before ?? Number.NaN, after: after ?? Number.NaN };
}

/** What the browser shows on the toolbar button of a tab. */
const buttonOf = async (popup: Page, tabId: number): Promise<{ badge: string; title: string }> =>
  JSON.parse(
    String(
      await popup.evaluate(`(async ({ action }) => JSON.stringify({
        badge: await action.getBadgeText({ tabId: ${tabId} }),
        title: await action.getTitle({ tabId: ${tabId} }),
      }))(globalThis.browser ?? chrome)`),
    ),
  );

/** The keys that the browser has given our shortcuts; '' for one that it has refused. */
async function keysOf(popup: Page): Promise<Readonly<Record<SkipShortcut, string>>> {
  const expression = (name: string) =>
    `(globalThis.browser ?? chrome).commands.getAll().then((all) =>
      all.find(({ name }) => name === '${name}')?.shortcut ?? '')`;
  const keyOf = async (name: SkipShortcut) => String(await popup.evaluate(expression(name)));
  return {
    'skip-minute': await keyOf('skip-minute'),
    'skip-to-next-timer': await keyOf('skip-to-next-timer'),
    'skip-to-trigger': await keyOf('skip-to-trigger'),
  };
}

inBothBrowsers(({ newTabWithPopup, simulator }) => {
  test('a date, a time zone and a speed are set, and the page’s clocks keep to them', async () => {
    const tab = await newTabWithPopup();
    const { page } = tab;
    await tab.goTo('/faq?widget=none');
    await tab.report('the page');
    await setClock(tab, 'speed', {
      'clock.at': '2026-12-24 18:00',
      'clock.timeZone': 'asia/tokyo',
      'clock.speed': '10',
    });
    expect(await chipOf(tab.popup)).toMatch(/2026.* · Tokyo · ×10$/);
    expect(await page.evaluate('new Date().toString()')).toMatch(
      /^Thu Dec 24 2026 18:.* GMT\+0900 /,
    );
    expect(await page.evaluate('Intl.DateTimeFormat().resolvedOptions().timeZone')).toBe(
      'Asia/Tokyo',
    );

    // Between two looks ten times as much passes as really has, which is known to lie between two limits.
    const outerBegin = performance.now();
    const first = await read(page);
    const innerBegin = performance.now();
    await page.evaluate('new Promise((resolve) => setTimeout(resolve, 5000))');
    const innerEnd = performance.now();
    const last = await read(page);
    const outerEnd = performance.now();
    const passed = last.date - first.date;
    expect(passed).toBeGreaterThanOrEqual(5000);
    expect(passed).toBeGreaterThan(10 * (innerEnd - innerBegin) - 100);
    expect(passed).toBeLessThan(10 * (outerEnd - outerBegin) + 100);
    expect(passed).toBeGreaterThan(last.before - first.after - 100);
    expect(passed).toBeLessThan(last.after - first.before + 100);
  });

  test('a stopped clock stands still while timers go on', async () => {
    const tab = await newTabWithPopup();
    await tab.goTo('/faq?widget=none');
    await tab.report('the page');
    const at = Date.UTC(2026, 11, 24, 18, 0, 0, 123);
    await setClock(tab, 'stopped', { 'clock.at': String(at), 'clock.timeZone': 'UTC' });
    expect(await chipOf(tab.popup)).toMatch(/2026.* · UTC · stopped$/);
    const seen = await tab.page.evaluate(`new Promise((resolve) => {
      const seen = [Date.now()];
      const timer = setInterval(() => {
        if (seen.push(Date.now()) < 5) return;
        clearInterval(timer);
        resolve(seen.join(' '));
      }, 20);
    })`);
    expect(seen).toBe(Array(5).fill(at).join(' '));
    expect(await valueIn(tab.popup, 'clock.at')).toBe(String(at));
  });

  test('without a date only the time zone is another', async () => {
    const tab = await newTabWithPopup();
    await tab.goTo('/faq?widget=none');
    await tab.report('the page');
    await setClock(tab, 'running', { 'clock.at': '', 'clock.timeZone': 'Asia/Kathmandu' });
    expect(await chipOf(tab.popup)).toBe('Kathmandu');
    expect(await tab.page.evaluate('new Date().getTimezoneOffset()')).toBe(-345);
    const before = Date.now();
    const now = Number(await tab.page.evaluate('Date.now()'));
    expect(now).toBeGreaterThanOrEqual(before - 1000);
    expect(now).toBeLessThanOrEqual(Date.now() + 1000);
  });

  test('the arrow keys step the part of the date at the cursor', async () => {
    const tab = await newTabWithPopup();
    const { popup } = tab;
    await tab.goTo('/faq?widget=none');
    await tab.report('the page');
    await show(popup, 'visitor');
    await choose(popup, 'running');
    await fill(popup, 'clock.at', '2026-12-31 23:59');
    await popup.keyboard.press('ArrowUp');
    expect(await valueIn(popup, 'clock.at')).toBe('2027-01-01 00:00');
    // From the selected minute to before it, and then behind the hour.
    await popup.keyboard.press('ArrowLeft');
    await popup.keyboard.press('ArrowLeft');
    for (let count = 0; count < 3; count++) await popup.keyboard.press('ArrowDown');
    expect(await valueIn(popup, 'clock.at')).toBe('2026-12-31 21:00');
    await popup.keyboard.press('Enter');
    await popup.waitForSelector('.chip[data-override=clock]');
    expect((await tab.snapshot()).simulation.visitor.clock).toEqual({ at: '2026-12-31 21:00' });
  });

  test('a clock is set by keyboard alone', async () => {
    const tab = await newTabWithPopup();
    const { keyboard } = tab.popup;
    await tab.goTo('/faq?widget=none');
    await tab.report('the page');
    await show(tab.popup, 'visitor');
    // Past the saved visitors.
    for (let tabs = 0; tabs < 5 && !(await tab.popup.$('[name=clock]:focus')); tabs++) {
      await keyboard.press('Tab');
    }
    for (const pace of ['running', 'stopped', 'speed']) {
      await keyboard.press('ArrowRight');
      await tab.popup.waitForSelector(`[name=clock][value=${pace}]:checked:focus`);
    }
    for (const [name, value] of [
      ['clock.speed', '2'],
      ['clock.at', '2030-01-02 03:04'],
      ['clock.timeZone', 'Asia/Tokyo'],
    ]) {
      await keyboard.press('Tab');
      await tab.popup.waitForSelector(`[name="${name}"]:focus`);
      // What TabWithPopup comes to is selected.
      await keyboard.type(value ?? '');
    }
    await keyboard.press('Enter');
    await tab.popup.waitForSelector('.chip[data-override=clock]');
    expect((await tab.snapshot()).simulation.visitor.clock).toEqual({
      at: '2030-01-02 03:04',
      speed: 2,
      timeZone: 'Asia/Tokyo',
    });
  });

  test.each([
    { pace: 'running', field: 'clock.at', value: '24 December', problem: '2026-12-24 18:00' },
    { pace: 'running', field: 'clock.at', value: '2026-02-30 12:00', problem: 'not a date' },
    { pace: 'stopped', field: 'clock.timeZone', value: 'Europe/Atlantis', problem: 'Atlantis' },
    { pace: 'speed', field: 'clock.speed', value: 'fast', problem: '0.1 to 1000 times' },
    { pace: 'speed', field: 'clock.speed', value: '1001', problem: '0.1 to 1000 times' },
  ] as const)('“$value” in $field is told at the field and changes nothing', async (wrong) => {
    const tab = await newTabWithPopup();
    const { popup } = tab;
    await tab.goTo('/faq?widget=none');
    await tab.report('the page');
    const { simulation } = await tab.snapshot();
    await show(popup, 'visitor');
    await choose(popup, wrong.pace);
    await fill(popup, wrong.field, wrong.value);
    await apply(popup);
    await popup.waitForSelector(`[name="${wrong.field}"][aria-invalid=true]`);
    expect(await problemAt(popup, wrong.field)).toContain(wrong.problem);
    expect(await popup.$eval(':focus', (field) => field.getAttribute('name'))).toBe(wrong.field);
    expect((await tab.snapshot()).simulation).toEqual(simulation);
  });

  test('the buttons skip what they say, and one’s own amount is skipped with Enter or Skip', async () => {
    const tab = await newTabWithPopup();
    const { popup, page } = tab;
    await tab.goTo('/faq?widget=none');
    const begin = Date.UTC(2030, 0, 2);
    // A clock that stands is moved by skips alone.
    await tab.become({ clock: { at: '2030-01-02T00:00:00Z', speed: 0 } });
    const { epoch } = (await tab.snapshot()).simulation;
    const skippedToBe = (seconds: number) =>
      eventually(`${seconds} s to have been skipped`, async () =>
        (await page.evaluate('Date.now()')) === begin + seconds * 1000 ? true : null,
      );
    await show(popup, 'visitor');
    const press = (words: string) =>
      popup.locator(`.skip-line > button ::-p-text(${words})`).click();
    await press('5 s');
    await skippedToBe(5);
    await press('1 min');
    await skippedToBe(65);
    await press('1 h');
    await skippedToBe(3665);
    await fill(popup, 'skip.seconds', '90.5');
    await popup.keyboard.press('Enter');
    await skippedToBe(3755.5);
    for (const [index, wrong] of ['soon', '0', ''].entries()) {
      await fill(popup, 'skip.seconds', wrong);
      await popup.keyboard.press('Enter');
      await popup.waitForSelector('[name="skip.seconds"][aria-invalid=true]');
      expect(await problemAt(popup, 'skip.seconds')).toMatch(/not a number|must be from/);
      await fill(popup, 'skip.seconds', '1');
      await popup.locator('.own-amount button').click();
      await popup.waitForSelector('[name="skip.seconds"][aria-invalid=false]');
      await skippedToBe(3756.5 + index);
    }
    // Enter has not applied the form around it.
    expect((await tab.snapshot()).simulation.epoch).toBe(epoch);
  });

  test('Next timer lets the next timer fire, and no later one', async () => {
    const tab = await newTabWithPopup();
    await tab.goTo('/faq?widget=none');
    await tab.become({ clock: { at: null } });
    await tab.page.evaluate(`window.fired = [];
      for (const hours of [2, 5]) setTimeout(() => fired.push(hours), hours * 3600000);`);
    await show(tab.popup, 'visitor');
    // The page may have timers of its own before.
    const skips = async () =>
      (await tab.snapshot()).timeline.filter(({ kind }) => kind === 'skipped').length;
    await eventually('the next timer to fire', async () => {
      const before = await skips();
      await tab.popup.locator('[data-skip=skip-to-next-timer]').click();
      await eventually('the skip', async () => (await skips()) > before || null);
      return Number(await tab.page.evaluate('fired.length')) > 0 ? true : null;
    });
    expect(await tab.page.evaluate('fired.join()')).toBe('2');
  });

  test('To the trigger brings the invite of the site’s own code', async () => {
    const tab = await newTabWithPopup();
    await tab.goTo('/own/product');
    await tab.become({ clock: { at: null } });
    await tab.widgetReady();
    await show(tab.popup, 'visitor');
    await tab.popup.locator('[data-skip=skip-to-trigger]').click();
    const { cause } = await tab.event('the invite', ({ kind }) => kind === 'shown');
    expect(cause).toBe('site');
    await tab.page.bringToFront();
    await inviteToShow(tab.page);
  });

  test('the browser gives every shortcut its key, and the buttons tell it', async () => {
    const tab = await newTabWithPopup();
    await tab.goTo('/faq?widget=none');
    await tab.report('the page');
    await show(tab.popup, 'visitor');
    for (const [name, key] of Object.entries(await keysOf(tab.popup))) {
      expect(`${name}: ${key}`).toMatch(/: .+/);
      await tab.popup.waitForSelector(`[data-skip="${name}"][title*="${key}"]`);
    }
  });

  test('the keys skip in the tab in front', async () => {
    const tab = await newTabWithPopup();
    await tab.goTo('/faq?widget=none');
    await tab.become({ clock: { at: '2030-01-02T00:00:00Z', speed: 0 } });
    await tab.page.bringToFront();
    await pressShortcut(simulator(), 'skip-minute', tab.tabId);
    await eventually('a minute to have passed', async () =>
      (await tab.page.evaluate('Date.now()')) === Date.UTC(2030, 0, 2, 0, 1) ? true : null,
    );
    await tab.page.evaluate('window.fired = 0; setTimeout(() => fired++, 7200000);');
    await eventually('the next timer to fire', async () => {
      await pressShortcut(simulator(), 'skip-to-next-timer', tab.tabId);
      return (await tab.page.evaluate('fired')) === 1 ? true : null;
    });
  });

  test('the key to the trigger brings the invite of the site’s own code', async () => {
    const tab = await newTabWithPopup();
    await tab.goTo('/own/product');
    await tab.become({ clock: { at: null } });
    await tab.widgetReady();
    await tab.page.bringToFront();
    await pressShortcut(simulator(), 'skip-to-trigger', tab.tabId);
    await inviteToShow(tab.page);
  });

  test('where nothing is simulated the toolbar button says so, until something is', async () => {
    const tab = await newTabWithPopup();
    await tab.goTo('/faq?widget=none');
    await tab.report('the page');
    await tab.page.bringToFront();
    const { title } = await eventually('the button to say so', async () => {
      await pressShortcut(simulator(), 'skip-minute', tab.tabId);
      const button = await buttonOf(tab.popup, tab.tabId);
      return button.badge === '!' ? button : null;
    });
    expect(title).toContain('nothing is simulated in this tab');
    await tab.become({ clock: { at: null } });
    await eventually('the button to say what is simulated', async () => {
      const button = await buttonOf(tab.popup, tab.tabId);
      return button.badge === '1' && !button.title.includes('nothing') ? true : null;
    });
  });
});
