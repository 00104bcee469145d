import browser from 'webextension-polyfill';
import standIn from '../content/page/standIn/standIn.iife.ts?script&iife';
import type { CommandAnswer } from '../messages/command.ts';
import { STAND_IN_WORDS, standInKeys } from '../messages/standIn.ts';
import { text } from '../model/text.ts';
import { say } from '../texts.ts';
import { sendWords } from './inPage.ts';
import { lastReport } from './pages.ts';

/** Puts the stand-in widget into the page of a tab, where it stays until the page goes. The answer is what keeps it from being done. */
export async function putInStandIn(tabId: number): Promise<CommandAnswer> {
  const state = lastReport(tabId)?.widget.state;
  if (state === undefined) return [{ text: text('problemPageUnreached') }];
  if (state !== 'none') return [{ text: text('problemHasWidget') }];
  const words = Object.fromEntries(
    Object.entries(standInKeys).map(([name, key]) => [name, say(key)]),
  );
  const target = { tabId };
  await browser.scripting.executeScript({
    target,
    files: [standIn.replace(/^\//, '')],
    world: 'MAIN',
  });
  await browser.scripting.executeScript({
    target,
    func: sendWords,
    args: [STAND_IN_WORDS, JSON.stringify(words)],
  });
  return [];
}
