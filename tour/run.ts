import type { Page } from 'puppeteer-core';
import type { BrowserName } from '../build/browserManifest.ts';
import { command, eventually, type Simulator, snapshotOf, wordsOf } from '../driver/simulator.ts';
import {
  inviteToShow,
  type ReceivedContext,
  receivedContexts,
  receivedInvites,
} from '../driver/widget.ts';
import type { Cause, EventKind, TimelineEvent } from '../src/model/timeline.ts';
import type { Play, Stage } from './plays.ts';

/** What came of one play, for people and for machines. */
export interface Run {
  readonly scenario: number;
  readonly title: string;
  readonly browser: BrowserName;
  /** In the timeline's words; `shown` is what was hoped for. */
  readonly outcome: EventKind | 'not offered';
  /** As the widget received them. */
  readonly message: string | null;
  readonly context: ReceivedContext | null;
  /** Who brought the invite about. */
  readonly cause: Cause | null;
  readonly ms: number;
  /** The last word on the invite, or why there was none. */
  readonly why: string;
  /** The picture of the page, beside the report. */
  readonly screenshot: string | null;
}

const isOfInvite = ({ cause }: TimelineEvent) => cause !== undefined;

/** Plays one scenario in a tab of its own, and writes a picture of its invite. */
export async function run(
  play: Play,
  simulator: Simulator,
  origin: string,
  pictureFolder: string,
): Promise<Run> {
  const began = performance.now();
  const { page, tabId } = await simulator.newTab();
  const popup = await simulator.popupFor(tabId);
  await page.bringToFront();
  const common = { scenario: play.scenario, title: play.title, browser: simulator.name };
  const ms = () => Math.round(performance.now() - began);
  try {
    await play.act(stageFor(simulator, page, popup, tabId, origin));
    await inviteToShow(page);
    const event = await eventually('the extension to see the invite', async () => {
      const { timeline } = await snapshotOf(popup, tabId);
      return timeline.findLast(({ kind }) => kind === 'shown') ?? null;
    });
    const screenshot = `${simulator.name}-${play.scenario}-${play.cause}.png` as const;
    await page.screenshot({ path: `${pictureFolder}/${screenshot}` });
    return {
      ...common,
      outcome: event.kind,
      message: (await receivedInvites(page)).at(-1)?.notificationConfig.message ?? null,
      context: (await receivedContexts(page)).at(-1) ?? null,
      cause: event.cause ?? null,
      ms: ms(),
      why: await wordsOf(popup, event.text),
      screenshot,
    };
  } catch (error) {
    const last = (await snapshotOf(popup, tabId)).timeline.findLast(isOfInvite);
    const said = last ? await wordsOf(popup, last.text) : '';
    return {
      ...common,
      outcome: last?.kind ?? 'not offered',
      message: null,
      context: null,
      cause: last?.cause ?? null,
      ms: ms(),
      why: `${said} ${error instanceof Error ? error.message : String(error)}`.trim(),
      screenshot: null,
    };
  } finally {
    await popup.close();
    await page.close();
  }
}

function stageFor(
  simulator: Simulator,
  page: Page,
  popup: Page,
  tabId: number,
  origin: string,
): Stage {
  return {
    tabId,
    async goTo(path) {
      await page.goto(origin + path, { waitUntil: 'load' });
    },
    async command(wanted) {
      const problems = await command(popup, wanted);
      const [problem] = problems;
      if (problem) throw new Error(await wordsOf(popup, problem.text));
    },
    leavePage: () => simulator.leavePage(page),
    async widgetReady() {
      await eventually('the widget to be ready', async () => {
        const { report } = await snapshotOf(popup, tabId);
        return report?.widget.state === 'ready' ? true : null;
      });
    },
  };
}
