import type { Page } from 'puppeteer-core';
import type { BrowserName } from '../build/browserManifest.ts';
import { command, eventually, type Simulator, snapshotOf, wordsOf } from '../driver/simulator.ts';
import type { Run } from '../src/model/runs/run.ts';
import type { Text } from '../src/model/text.ts';

/** How long a run may take at the most, in ms: it ends by itself long before. */
const LONGEST = 900_000;

/** What came of a run, for people and for machines. */
export interface PlayedRun {
  readonly name: string;
  readonly browser: BrowserName;
  /** By what it differs from what was expected, in sentences; empty if it has passed. */
  readonly differences: readonly string[];
  /** What happened in its tab, in sentences. */
  readonly timeline: readonly string[];
  /** How long it took. */
  readonly ms: number;
}

const allWords = (popup: Page, texts: readonly Text[]): Promise<readonly string[]> =>
  Promise.all(texts.map((text) => wordsOf(popup, text)));

async function differencesOf(
  popup: Page,
  tabId: number,
  { id }: Run,
  isDryRun: boolean,
): Promise<readonly string[]> {
  const hindrances = [
    ...(isDryRun
      ? await command(popup, { command: 'set invites', tabId, invites: 'dry run' })
      : []),
    ...(await command(popup, { command: 'play run', tabId, runId: id })),
  ];
  if (hindrances.length > 0)
    return allWords(
      popup,
      hindrances.map(({ text }) => text),
    );
  const ended = await eventually(
    'the run to end',
    async () => {
      const { playing } = await snapshotOf(popup, tabId);
      if (!playing) throw new Error('The browser has stopped the extension in the middle of it.');
      return playing.state === 'playing' ? null : playing;
    },
    LONGEST,
  );
  return ended.state === 'failed' ? allWords(popup, ended.differences) : [];
}

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

/** Plays a run, which the browser's library has, in a tab of its own. */
export async function playRun(
  simulator: Simulator,
  run: Run,
  isDryRun: boolean,
): Promise<PlayedRun> {
  const began = performance.now();
  const { page, tabId } = await simulator.newTab();
  const popup = await simulator.popupFor(tabId);
  // Browsers hold back the timers of pages that nobody sees.
  await page.bringToFront();
  try {
    const differences = await differencesOf(popup, tabId, run, isDryRun).catch((error: unknown) => [
      messageOf(error),
    ]);
    const ms = Math.round(performance.now() - began);
    const { timeline } = await snapshotOf(popup, tabId);
    return {
      name: run.name,
      browser: simulator.name,
      differences,
      timeline: await allWords(
        popup,
        timeline.map(({ text }) => text),
      ),
      ms,
    };
  } finally {
    await popup.close();
    await page.close();
  }
}
