import type { Page } from 'puppeteer-core';
import { expect, inject, test } from 'vitest';
import { command, eventually, wordsOf } from '../../driver/simulator.ts';
import { inviteToShow } from '../../driver/widget.ts';
import { readPack } from '../../src/model/pack/read.ts';
import type { PlayState, Run } from '../../src/model/runs/run.ts';
import { fill, show } from './popupForm.ts';
import { inBothBrowsers, type Tab, type TabWithPopup } from './withExtension.ts';

const CHECKING_IN = 'Hi! Just checking in to see if I can help answer any questions you may have.';
const ALL_RUNS = '.runs';

const dialog = (name: string) => `dialog[data-dialog=${name}][open]`;
const line = ({ id }: Run) => `[data-run="${id}"]`;

/** Saves what has happened in a tab as a run, as a tester does; gives the run. */
async function saveRun(tab: TabWithPopup, name: string): Promise<Run> {
  const { popup } = tab;
  await show(popup, 'timeline');
  await popup.locator('.save').click();
  await popup.locator('[data-action=save-run]').click();
  await popup.waitForSelector(dialog('name'));
  await fill(popup, 'saved.name', name);
  await popup.keyboard.press('Enter');
  await popup.waitForSelector(dialog('name'), { hidden: true });
  return eventually('the run to be saved', async () => {
    const { runs } = await tab.snapshot();
    return runs.find((one) => one.name === name) ?? null;
  });
}

async function open(popup: Page): Promise<void> {
  await popup.bringToFront();
  await popup.waitForSelector(ALL_RUNS);
  await popup.$eval(ALL_RUNS, (all) => all.setAttribute('open', ''));
}

/** How a run that is played ends. */
const ending = (tab: Tab, run: Run): Promise<PlayState> =>
  eventually('the run to end', async () => {
    const { playing } = await tab.snapshot();
    return playing?.runId === run.id && playing.state !== 'playing' ? playing : null;
  });

/** Plays a run with its button. */
async function play(tab: TabWithPopup, run: Run): Promise<PlayState> {
  await open(tab.popup);
  await tab.popup.locator(`${line(run)} [data-action=play-run]`).click();
  await eventually('the run to begin', async () => {
    const { playing } = await tab.snapshot();
    return playing?.runId === run.id && playing.state === 'playing' ? true : null;
  });
  await tab.page.bringToFront();
  return ending(tab, run);
}

async function change(tab: TabWithPopup, wanted: Parameters<typeof command>[1]): Promise<void> {
  expect(await command(tab.popup, wanted)).toEqual([]);
}

inBothBrowsers(({ newTabWithPopup }) => {
  test('a wait that was skipped is saved as a run, which passes, and fails for another message', async () => {
    const tab = await newTabWithPopup();
    const { popup, page } = tab;
    await tab.enable('waitTime');
    await tab.goTo('/product');
    await tab.widgetReady();
    await tab.command({ command: 'skip', ms: 20_000 });
    await inviteToShow(page);
    await tab.event('the invite to be shown', ({ kind }) => kind === 'shown');

    const run = await saveRun(tab, 'Stays on a product');
    expect(run).toMatchObject({
      address: `${inject('origin')}/product`,
      visitor: { clock: { at: null } },
      scenarioIds: ['waitTime'],
      expects: {
        invite: {
          message: CHECKING_IN,
          showPrechat: false,
          context: [
            { key: 'Proactive Chat', value: 'True' },
            { key: 'Time On Page', value: 20_000 },
            { key: 'Page URL', value: `${inject('origin')}/product` },
          ],
        },
      },
    });
    expect(run.steps.map((step) => step.do)).toEqual(['skip']);
    expect(await play(tab, run)).toEqual({ runId: run.id, state: 'passed' });
    await popup.waitForSelector(`${line(run)} .pill[data-state=passed]`);
    await tab.event('the timeline to tell it', ({ kind }) => kind === 'run passed');

    const expects = { invite: { message: 'May I help you?' } };
    await change(tab, { command: 'save run', run: { ...run, expects } });
    // In a tab of its own: nothing that was before is needed.
    const other = await newTabWithPopup();
    await other.goTo('/faq');
    await other.report('the page');
    await show(other.popup, 'timeline');
    expect(await play(other, run)).toMatchObject({ state: 'failed' });
    await other.popup.waitForSelector(`${line(run)} .run-differences li`);
    expect(
      await other.popup.$$eval(`${line(run)} .run-differences li`, (all) =>
        all.map((one) => one.textContent),
      ),
    ).toEqual([`The message was expected to be “May I help you?”, but it is “${CHECKING_IN}”.`]);
    await change(tab, { command: 'remove run', runId: run.id });
  });

  test('an invite of the site’s own code is expected as it was passed, after export and import too', async () => {
    const tab = await newTabWithPopup();
    const { popup } = tab;
    await tab.goTo('/own/sale?widget=none');
    await tab.become({ clock: { at: '2099-12-31T12:00:00Z' } });
    await tab.command({ command: 'watch site', isWatched: true });
    await tab.goTo('/own/sale');
    await inviteToShow(tab.page);
    await tab.event('the invite to be shown', ({ kind }) => kind === 'shown');
    const run = await saveRun(tab, 'On the last day of the sale');
    expect(run).toMatchObject({
      address: `${inject('origin')}/own/sale`,
      visitor: { clock: { at: '2099-12-31T12:00:00Z' } },
      scenarioIds: [],
      steps: [],
      expects: { invite: { message: CHECKING_IN, showPrechat: false } },
    });
    expect(run.expects.invite?.context).toContainEqual({
      key: 'Page URL',
      value: `${inject('origin')}/own/sale`,
    });

    await show(popup, 'scenarios');
    await popup.locator('[data-action=export]').click();
    const link = `${dialog('export')} a[download]`;
    await popup.waitForSelector(link);
    const json = String(
      await popup.evaluate(
        `fetch(document.querySelector('${link}').href).then((file) => file.text())`,
      ),
    );
    const read = readPack(json);
    expect('pack' in read && read.pack.runs).toEqual([run]);
    await popup.keyboard.press('Escape');
    await change(tab, { command: 'remove run', runId: run.id });
    await popup.locator('[data-action=import]').click();
    await popup.waitForSelector(`${dialog('import')} textarea`);
    await popup.$eval(
      `${dialog('import')} textarea`,
      (field, text) => {
        Reflect.set(field, 'value', text);
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      },
      json,
    );
    await popup.locator(`${dialog('import')} footer .primary`).click();
    await expect.poll(async () => (await tab.snapshot()).runs, { timeout: 60_000 }).toEqual([run]);

    await show(popup, 'timeline');
    expect(await play(tab, run)).toEqual({ runId: run.id, state: 'passed' });

    // Another day: the sale is over, and nobody is invited.
    const later: Run = { ...run, visitor: { clock: { at: '2101-01-01T12:00:00Z' } } };
    await change(tab, { command: 'save run', run: later });
    const outcome = await play(tab, later);
    if (outcome.state !== 'failed') throw new Error(`The run has ${outcome.state}.`);
    const [first] = outcome.differences;
    expect(first && (await wordsOf(popup, first))).toContain('No invite came; expected was “Hi!');
    await change(tab, { command: 'save run', run: { ...later, expects: { invite: null } } });
    expect(await play(tab, later)).toEqual({ runId: run.id, state: 'passed' });
    await change(tab, { command: 'remove run', runId: run.id });
  });

  test('leaving the page is played; a dry run records the invite, and that counts', async () => {
    const tab = await newTabWithPopup();
    await tab.goTo('/faq?widget=none');
    await tab.report('the page');
    await tab.command({ command: 'set invites', invites: 'dry run' });
    const run: Run = {
      id: 'leaves',
      name: 'Leaves the cart',
      address: `${inject('origin')}/own/cart`,
      visitor: { clock: { at: null } },
      scenarioIds: [],
      steps: [{ do: 'skip', ms: 16_000 }, { do: 'leave page' }],
      expects: { invite: { message: CHECKING_IN, showPrechat: false } },
    };
    await change(tab, { command: 'save run', run });
    await show(tab.popup, 'timeline');
    expect(await play(tab, run)).toEqual({ runId: run.id, state: 'passed' });
    const { timeline } = await tab.snapshot();
    expect(timeline.filter(({ cause }) => cause === 'site').map(({ kind }) => kind)).toEqual([
      'recorded',
    ]);
    // What was done in the play makes the same run again.
    const again = await saveRun(tab, 'Leaves it again');
    expect(again.steps.map((step) => step.do)).toEqual(['skip', 'leave page']);
    expect(again.expects.invite?.message).toBe(CHECKING_IN);
    for (const { id } of [run, again]) await change(tab, { command: 'remove run', runId: id });
  });

  test('a run to a site that is not enabled is not begun, and one that is stopped ends', async () => {
    const tab = await newTabWithPopup();
    await tab.goTo('/faq?widget=none');
    await tab.report('the page');
    const run: Run = {
      id: 'elsewhere',
      name: 'Elsewhere',
      address: 'https://www.contoso.example/product',
      visitor: {},
      scenarioIds: [],
      steps: [],
      expects: { invite: null },
    };
    await change(tab, { command: 'save run', run });
    const answer = await tab.tryCommand({ command: 'play run', runId: run.id });
    expect(answer).toMatchObject([
      { text: { key: 'problemRunSite', values: ['www.contoso.example'] } },
    ]);
    expect((await tab.snapshot()).playing).toBeNull();

    // Without a widget it waits.
    const waiting: Run = { ...run, address: `${inject('origin')}/faq?widget=none` };
    await change(tab, { command: 'save run', run: waiting });
    await show(tab.popup, 'timeline');
    await open(tab.popup);
    await tab.popup.locator(`${line(run)} [data-action=play-run]`).click();
    await tab.popup.locator(`${line(run)} [data-action=stop-run]`).click();
    expect(await ending(tab, run)).toMatchObject({ state: 'stopped' });
    await change(tab, { command: 'remove run', runId: run.id });
  });
});
