import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { command, eventually } from '../../driver/simulator.ts';
import { inviteToShow, receivedContexts, receivedInvites } from '../../driver/widget.ts';
import type { Scenario } from '../../src/model/scenarios/scenario.ts';
import { statusOf } from '../../src/model/scenarios/status.ts';
import { fill, problemAt, show } from './popupForm.ts';
import { inBothBrowsers } from './withExtension.ts';

const card = (id: string) => `[data-scenario=${id}]`;

const pillOf = async (popup: Page, id: string, state: string): Promise<void> => {
  await popup.waitForSelector(`${card(id)} .pill[data-state="${state}"]`);
};

/** The seconds that a scenario's pill says are left. */
const secondsShown = async (popup: Page, id: string): Promise<number> => {
  const text = await popup.$eval(`${card(id)} .pill`, ({ textContent }) => textContent ?? '');
  const [, seconds] = text.match(/^waiting (\d+) s$/) ?? [];
  if (seconds === undefined) throw new Error(`The pill says “${text}”.`);
  return Number(seconds);
};

inBothBrowsers(({ newTabWithPopup }) => {
  test('a scenario is enabled, waited for with Skip the wait, and shown', async () => {
    const tab = await newTabWithPopup();
    const { popup, page } = tab;
    const [waitTime] = (await tab.snapshot()).scenarios;
    if (!waitTime) throw new Error('The library is empty.');
    // Long enough for whatever is looked at before it is skipped.
    const scenario: Scenario = { ...waitTime, conditions: [{ type: 'timeOnPage', seconds: 110 }] };
    await tab.command({ command: 'save scenario', scenario });
    await tab.goTo('/product');
    await tab.widgetReady();
    await show(popup, 'scenarios');
    await popup.locator(`${card('waitTime')} [role=switch]`).click();
    await pillOf(popup, 'waitTime', 'waiting');
    expect(await receivedInvites(page)).toEqual([]);
    const first = await secondsShown(popup, 'waitTime');
    await eventually('the pill to count down', async () =>
      (await secondsShown(popup, 'waitTime')) < first ? true : null,
    );
    // Asking takes time too, so the two may differ by a second that has just begun.
    await eventually('the pill to show what is left by the report', async () => {
      const { report } = await tab.snapshot();
      const { wait } = statusOf(scenario, true, report, Date.now());
      const seconds = wait === null ? null : Math.ceil(wait / 1000);
      return seconds === (await secondsShown(popup, 'waitTime')) ? true : null;
    });
    await popup.locator(`${card('waitTime')} button ::-p-text(Skip the wait)`).click();
    await pillOf(popup, 'waitTime', 'shown');
    await inviteToShow(page);
    await show(popup, 'timeline');
    await popup.waitForSelector('.timeline li[data-kind=shown]');
    await command(popup, { command: 'reset built-ins', scenarioId: null });
  });

  test('Fire now shows an invite at once, whether the scenario is enabled or not', async () => {
    const tab = await newTabWithPopup();
    await tab.goTo('/product');
    await tab.widgetReady();
    await show(tab.popup, 'scenarios');
    await tab.popup.locator(`${card('country')} button ::-p-text(Fire now)`).click();
    await pillOf(tab.popup, 'country', 'shown');
    expect((await receivedContexts(tab.page))[0]?.Country?.value).toBe('Ruritania');
  });

  test('an edited invite is what the widget gets, and Reset to built-in brings the old one back', async () => {
    const tab = await newTabWithPopup();
    const { popup } = tab;
    await tab.goTo('/product');
    await tab.widgetReady();
    await show(popup, 'scenarios');
    await popup.locator(`${card('dateWindow')} .card-title`).click();
    await popup.locator(`${card('dateWindow')} button ::-p-text(Edit…)`).click();
    await fill(popup, 'invite.message', 'Our sale on {page url}');
    for (const name of ['showPrechat', 'inNewWindow'])
      await popup.locator(`.editor [name="invite.${name}"]`).click();
    await popup.locator('.editor [type=submit]').click();
    await popup.locator(`${card('dateWindow')} button ::-p-text(Fire now)`).click();
    await pillOf(popup, 'dateWindow', 'shown');
    const [invite] = await receivedInvites(tab.page);
    expect(invite).toEqual({
      notificationConfig: { message: `Our sale on ${tab.page.url()}` },
      enablePreChat: true,
      inNewWindow: true,
    });

    await popup.locator(`${card('dateWindow')} button ::-p-text(Edit…)`).click();
    await popup.locator('button ::-p-text(Reset to built-in)').click();
    await popup.waitForSelector(card('dateWindow'));
    expect((await tab.snapshot()).edited).toEqual([]);
  });

  test.each([
    { id: 'waitTime', field: 'conditions.0.seconds', value: 'soon', problem: 'not a number' },
    { id: 'waitTime', field: 'conditions.0.seconds', value: '', problem: 'not a number' },
    { id: 'waitTime', field: 'conditions.0.seconds', value: '-1', problem: 'from 0 to' },
    { id: 'repeatVisits', field: 'conditions.0.moreThan', value: '2.5', problem: 'whole number' },
    { id: 'dateWindow', field: 'conditions.0.start', value: 'tomorrow', problem: 'time zone' },
    {
      id: 'dateWindow',
      field: 'conditions.0.end',
      value: '2018-12-31T00:00:00Z',
      problem: 'is not after the start',
    },
    { id: 'waitTime', field: 'invite.message', value: ' ', problem: 'must not be empty' },
    {
      id: 'waitTime',
      field: 'invite.message',
      value: '{name}',
      problem: 'not a known placeholder',
    },
    { id: 'waitTime', field: 'invite.context.1.key', value: 'Page URL', problem: 'already' },
  ])('“$value” in $field is told at the field and changes nothing', async (wrong) => {
    const tab = await newTabWithPopup();
    const { popup } = tab;
    await tab.goTo('/faq?widget=none');
    await tab.report('the page');
    const before = (await tab.snapshot()).scenarios;
    await show(popup, 'scenarios');
    await popup.locator(`${card(wrong.id)} .card-title`).click();
    await popup.locator(`${card(wrong.id)} button ::-p-text(Edit…)`).click();
    await fill(popup, wrong.field, wrong.value);
    await popup.locator('.editor [type=submit]').click();
    await popup.waitForSelector(`[name="${wrong.field}"][aria-invalid=true], .problem`);
    // With a key that stands there twice, the later of the two is at fault.
    const field = wrong.problem === 'already' ? 'invite.context.2.key' : wrong.field;
    expect(await problemAt(popup, field)).toContain(wrong.problem);
    expect(
      await popup.$eval(`[name="${wrong.field}"]`, (input) => Reflect.get(input, 'value')),
    ).toBe(wrong.value);
    expect((await tab.snapshot()).scenarios).toEqual(before);
  });

  test('a visitor is set, shown in chips, and reset', async () => {
    const tab = await newTabWithPopup();
    const { popup, page } = tab;
    await tab.goTo('/faq?widget=none');
    await tab.report('the page');
    await show(popup, 'visitor');
    await popup.locator('label:has([name=clock][value=running])').click();
    await fill(popup, 'clock.at', '2030-01-02T03:04:05Z');
    await popup.locator('label:has([name=referrer][value=set])').click();
    await fill(popup, 'referrer.value', 'www.contoso.com/FAQ');
    await popup.locator('button ::-p-text(Apply and reload)').click();
    await popup.waitForSelector('.chip[data-override=referrer]');
    await tab.visitorSeen(({ referrer }) => referrer?.value === 'www.contoso.com/FAQ');
    expect(await page.evaluate('[document.referrer, new Date().getUTCFullYear()]')).toEqual([
      'www.contoso.com/FAQ',
      2030,
    ]);
    await popup.locator('.chip-line button').click();
    await popup.waitForFunction(`!document.querySelector('.chip[data-override]')`);
    await tab.report('the real visitor', ({ epoch }) => epoch === 0);
    expect(await page.evaluate('document.referrer')).toBe('');
  });

  test.each([
    { override: 'country', field: 'country.latitude', value: '91', problem: 'from -90 to 90' },
    { override: 'referrer', field: 'referrer.value', value: 'ä', problem: 'printable ASCII' },
  ])('“$value” in $field is told at the field and changes nothing', async (wrong) => {
    const tab = await newTabWithPopup();
    const { popup } = tab;
    await tab.goTo('/faq?widget=none');
    await tab.report('the page');
    const { simulation } = await tab.snapshot();
    await show(popup, 'visitor');
    await popup.locator(`label:has([name=${wrong.override}][value=set])`).click();
    await fill(popup, wrong.field, wrong.value);
    await popup.locator('button ::-p-text(Apply and reload)').click();
    await popup.waitForSelector(`[name="${wrong.field}"][aria-invalid=true]`);
    expect(await problemAt(popup, wrong.field)).toContain(wrong.problem);
    expect((await tab.snapshot()).simulation).toEqual(simulation);
  });

  test('the tabs are used by keyboard', async () => {
    const tab = await newTabWithPopup();
    const { popup } = tab;
    await tab.goTo('/faq?widget=none');
    await tab.report('the page');
    await show(popup, 'scenarios');
    await popup.focus('[data-tab=scenarios]');
    for (const next of ['visitor', 'site', 'timeline', 'scenarios']) {
      await popup.keyboard.press('ArrowRight');
      await popup.waitForSelector(`[data-tab=${next}][aria-selected=true]`);
      expect(await popup.evaluate(`document.activeElement.dataset.tab`)).toBe(next);
    }
  });

  test('on a page without a widget the popup says so', async () => {
    const tab = await newTabWithPopup();
    await tab.enable('dateWindow');
    await tab.goTo('/sale?widget=none');
    await show(tab.popup, 'scenarios');
    await tab.popup.waitForSelector('.site-line .pill[data-state=none]');
    await pillOf(tab.popup, 'dateWindow', 'no widget');
  });
});
