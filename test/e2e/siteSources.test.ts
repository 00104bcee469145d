import type { Page } from 'puppeteer-core';
import { expect, inject, test } from 'vitest';
import { textToShow } from '../../driver/textToShow.ts';
import { inviteToShow } from '../../driver/widget.ts';
import { show } from './popupForm.ts';
import { watched, watching } from './watchedPage.ts';
import { inBothBrowsers } from './withExtension.ts';

/** A popup as large as browsers show one. */
const POPUP = { width: 400, height: 600 };

/** Whether the answer can be read without moving anything. */
const answerIsInView = (popup: Page) =>
  popup.$eval('.answer-text', (answer) => {
    const { left, top, right, bottom } = answer.getBoundingClientRect();
    const corners = [
      document.elementFromPoint(left + 1, top + 1),
      document.elementFromPoint(right - 1, bottom - 1),
    ];
    return corners.every((corner) => corner === answer);
  });

/** The line of a file of the staging site in which a text is. */
async function lineOf(path: string, wanted: string): Promise<number> {
  const code = await (await fetch(inject('origin') + path)).text();
  return code.split('\n').findIndex((line) => line.includes(wanted)) + 1;
}

inBothBrowsers(({ newTabWithPopup }) => {
  test('a trigger in a file of its own is known as such by what it does after it has read its counter', async () => {
    const tab = await newTabWithPopup();
    const { popup } = tab;
    await popup.setViewport(POPUP);
    await watching(tab, '/own/community?scripts=linked');
    const file = '/triggers/repeat-visits.js';
    const { inputs, sources } = await watched(tab, 'the file to be known', ({ timers }) =>
      timers.some(({ isTrigger, delay }) => isTrigger && delay === 5_000),
    );
    const line = await lineOf(file, 'document.cookie.split');
    expect(line).toBeGreaterThan(0);
    expect(inputs.find(({ input }) => input === 'cookies')).toMatchObject({
      by: { file: inject('origin') + file, line },
      isTrigger: true,
    });
    expect(sources.map((source) => source.file)).toContain(inject('origin') + file);

    await show(popup, 'site');
    await textToShow(popup, `repeat-visits.js:${line}`, '.read');
    // Once it waits for nothing any more.
    await textToShow(popup, 'It has read: cookie', '.answer-text');
    expect(await answerIsInView(popup)).toBe(true);
    // Of a part of its code no rule may say what only all of it tells.
    expect(await popup.$$('[data-rule]')).toEqual([]);

    await tab.found('timesPageVisited');
    await popup.locator('.answer [data-action="make true"]').click();
    const { visits } = await tab.visitorSeen((visitor) => visitor.visits !== undefined);
    expect(visits).toMatchObject({ number: 3, store: 'cookie', name: 'timesPageVisited' });
    await tab.widgetReady();
    await popup.locator('.awaited button ::-p-text(Skip to it)').click();
    await inviteToShow(tab.page);
  });

  test('a script that never ran is named where no trigger was seen, and an error of code that ran is none', async () => {
    const tab = await newTabWithPopup();
    const { popup } = tab;
    await popup.setViewport(POPUP);
    await watching(tab, '/broken/syntax-error?scripts=linked');
    await tab.widgetReady();
    await tab.page.evaluate(`{
      const script = document.createElement('script');
      script.src = '/assets/unreadable-data.js';
      document.head.append(script);
    }`);
    const { faults } = await watched(tab, 'both errors', (seen) => seen.faults.length === 2);
    expect(faults.map(({ name, neverRan }) => [name, neverRan])).toEqual([
      ['SyntaxError', 'unseen'],
      ['SyntaxError', null],
    ]);
    await show(popup, 'site');
    await textToShow(popup, 'None of the script at syntax-error.js:', '.answer-text');
    expect(await answerIsInView(popup)).toBe(true);
  });
});
