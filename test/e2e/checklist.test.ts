import type { Page } from 'puppeteer-core';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { PATIENCE } from '../../driver/simulator.ts';
import { show } from './popupForm.ts';
import { inBothBrowsers } from './withExtension.ts';

const FAQ = 'www.contoso.com/FAQ';

/** A condition of an opened scenario, as the card tells it. */
async function conditionIn(popup: Page, scenarioId: string, type: string) {
  const line = `[data-scenario=${scenarioId}] [data-condition=${type}]`;
  await popup.waitForSelector(line);
  return popup.$eval(line, (item) => {
    const words = (selector: string) => item.querySelector(selector)?.textContent ?? null;
    return {
      verdict: item.getAttribute('data-verdict'),
      needed: words('.condition-text > p:first-child'),
      present: words('.sentence'),
      aside: words('.aside'),
    };
  });
}

const open = async (popup: Page, scenarioId: string): Promise<void> => {
  await popup.locator(`[data-scenario=${scenarioId}] .card-title`).click();
};

/** Keeps what a screen reader is given to say, turn by turn. */
const listen = (popup: Page) =>
  popup.evaluate(`{
    window.heard = [];
    const region = document.querySelector('[aria-live]');
    new MutationObserver(() => {
      heard.push([...region.children].map(({ textContent }) => textContent));
    }).observe(region, { childList: true, subtree: true, characterData: true });
  }`);

const heard = async (popup: Page) =>
  v.parse(
    v.array(v.array(v.string())),
    JSON.parse(String(await popup.evaluate('JSON.stringify(heard)'))),
  );

inBothBrowsers(({ newTabWithPopup }) => {
  test('a card tells what each condition needs, what there is and the verdict, and changes are announced', async () => {
    const tab = await newTabWithPopup();
    const { popup } = tab;
    const told = (scenarioId: string, type: string) =>
      expect.poll(() => conditionIn(popup, scenarioId, type), { timeout: PATIENCE });
    await tab.goTo('/sale?widget=none');
    await tab.report('the visit to be counted', ({ facts }) => facts.visits === 1);
    await show(popup, 'scenarios');

    // Off: what is known anyway is judged, and the rest is not looked for.
    const missing = {
      verdict: 'not met',
      needed: `not met: Referrer is ${FAQ}`,
      present: expect.stringContaining(`The referrer is “”, but “${FAQ}” is needed.`),
      aside: '',
    };
    await open(popup, 'referrer');
    await told('referrer', 'referrer').toEqual(missing);
    await open(popup, 'repeatVisits');
    await told('repeatVisits', 'visits').toMatchObject({
      verdict: 'not met',
      present: 'This is visit number 1 of this page, but more than 2 are needed.',
    });
    await open(popup, 'country');
    await told('country', 'country').toEqual({
      verdict: null,
      needed: 'Country is Ruritania',
      present: 'Not looked at while the scenario is off.',
      aside: '',
    });

    await tab.enable('referrer', 'waitTime');
    await popup.waitForSelector('[data-scenario=referrer] .pill[data-state="no widget"]');
    await told('referrer', 'referrer').toEqual(missing);
    await listen(popup);
    await tab.become({ referrer: { value: FAQ } });
    await told('referrer', 'referrer').toEqual({
      verdict: 'met',
      needed: `met: Referrer is ${FAQ}`,
      present: `The referrer is “${FAQ}”, as needed.`,
      aside: 'overridden',
    });
    // A widget is still missing, so the word for the scenario is what it was.
    await popup.waitForFunction(
      `heard.flat().some((sentence) => sentence.startsWith('Comes from a given page, then stays: ') && sentence.endsWith('Referrer is ${FAQ}: met'))`,
    );

    await tab.goTo('/broken/widget-error?widget=none');
    await popup.waitForFunction(
      `heard.flat().some((sentence) => sentence.includes('widget error'))`,
    );
    const turn = (await heard(popup)).find((sentences) =>
      sentences.some((sentence) => sentence.includes('widget error')),
    );
    expect(turn).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^Stays on the page: widget error/),
        expect.stringMatching(/^Comes from a given page, then stays: widget error/),
      ]),
    );
  });
});
