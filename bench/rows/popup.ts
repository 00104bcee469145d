import type { Page } from 'puppeteer-core';
import * as v from 'valibot';
import { command, type Simulator, tellEvents } from '../../driver/simulator.ts';
import { textToShow } from '../../driver/textToShow.ts';
import { noChange } from '../../src/model/library/change.ts';
import { builtInScenarios } from '../../src/model/scenarios/builtIn.ts';
import type { TimelineEvent } from '../../src/model/timeline.ts';
import { SHOWN_MARK } from '../../src/popup/shownMark.ts';
import { median, type Row, withGoal } from '../row.ts';

const ROUNDS = 9;
/** How long the popup may take until it can be used, in ms. */
const MOST_TO_OPEN = 100;
/** The longest that a letter may take to be answered, in ms: https://web.dev/articles/rail */
const MOST_TO_ANSWER = 100;
const SCENARIOS = 500;
const EVENTS = 10_000;

const row = (what: string, ours: number, most: number): Row => withGoal(what, 'ms', { ours }, most);

/** From the first byte of the popup to its first snapshot on the screen, in ms. */
async function timeToOpen(simulator: Simulator, tabId: number): Promise<number> {
  const all: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const popup = await simulator.popupFor(tabId);
    await popup.waitForFunction(`performance.getEntriesByName('${SHOWN_MARK}').length > 0`);
    const mark = `performance.getEntriesByName('${SHOWN_MARK}')[0].startTime`;
    all.push(v.parse(v.number(), await popup.evaluate(mark)));
    await popup.close();
  }
  return median(all);
}

/** How long it takes from a letter that is typed into a field of a search until it is on the screen, in ms. */
async function timeToFind(popup: Page, selector: string): Promise<number> {
  const type = (text: string) => `new Promise((resolve) => {
    const field = document.querySelector(${JSON.stringify(selector)});
    const began = performance.now();
    field.value = ${JSON.stringify(text)};
    field.dispatchEvent(new Event('input', { bubbles: true }));
    requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - began)));
  })`;
  const all: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    await popup.evaluate(type(''));
    all.push(v.parse(v.number(), await popup.evaluate(type(String(round)))));
  }
  return median(all);
}

const scenarios = Array.from({ length: SCENARIOS }, (_, round) =>
  builtInScenarios.map((one) => ({
    ...one,
    id: `bench-${round}-${one.id}`,
    name: `Scenario ${round} ${one.id}`,
  })),
)
  .flat()
  .slice(0, SCENARIOS);

const events = (): readonly TimelineEvent[] => {
  const began = Date.now();
  return Array.from({ length: EVENTS }, (_, index) => ({
    kind: 'address changed',
    text: { key: 'eventAddressChanged', values: [`https://shop.example/${index}/`] },
    at: began + index,
    visitorAt: began + index,
  }));
};

/** How fast the popup opens and answers, with little and with much to show. */
export async function popup(simulator: Simulator, site: string): Promise<readonly Row[]> {
  const { page, tabId } = await simulator.newTab();
  await page.goto(`${site}/faq?widget=none`);
  const rows = [row('popup opens', await timeToOpen(simulator, tabId), MOST_TO_OPEN)];
  // Where nothing is simulated, events are only told to a popup that shows the tab.
  const filling = await simulator.popupFor(tabId);
  await command(filling, {
    command: 'import pack',
    change: { ...noChange, scenarios, order: scenarios.map(({ id }) => id) },
  });
  await tellEvents(filling, tabId, events());
  await filling.close();
  rows.push(
    row(
      `popup opens, ${SCENARIOS} scenarios and ${EVENTS} events`,
      await timeToOpen(simulator, tabId),
      MOST_TO_OPEN,
    ),
  );
  const shown = await simulator.popupFor(tabId);
  await shown.waitForSelector('.panel:not([hidden]) input[type=search]');
  rows.push(
    row(
      `a letter to find one of ${SCENARIOS} scenarios`,
      await timeToFind(shown, '.panel:not([hidden]) input[type=search]'),
      MOST_TO_ANSWER,
    ),
  );
  await shown.locator('[data-tab=timeline]').click();
  await textToShow(shown, '/9999/', '.timeline li');
  rows.push(
    row(
      `a letter to find one of ${EVENTS} events`,
      await timeToFind(shown, '[name="timeline.search"]'),
      MOST_TO_ANSWER,
    ),
  );
  await shown.close();
  await page.close();
  return rows;
}
