import browser from 'webextension-polyfill';
import type { CommandAnswer } from '../messages/command.ts';
import { scenariosOf } from '../model/library/library.ts';
import { compareRun } from '../model/runs/compare.ts';
import { type Happened, happenedIn } from '../model/runs/happened.ts';
import { runProblems } from '../model/runs/problems.ts';
import type { PlayState, Run, RunStep } from '../model/runs/run.ts';
import { silenceOf } from '../model/runs/silence.ts';
import { timeFor } from '../model/simulation.ts';
import { type Text, text } from '../model/text.ts';
import type { EventKind } from '../model/timeline.ts';
import { library } from './library.ts';
import { lastReport, lastWatched, onArrival, orderPage } from './pages.ts';
import { isPlaying, keepPlaying, playingIn } from './playState.ts';
import { arrive, loadPage, skip } from './simulations.ts';
import { isEnabled, patternFor } from './sites.ts';
import { tabChanged } from './snapshots.ts';
import { addToTimeline, tabRecord } from './tabs.ts';

/** How long a page may take until our scripts have begun in it, in ms of real time. */
const ARRIVES_WITHIN = 60_000;
/** How long its widget may take to be ready. */
const READY_WITHIN = 60_000;
/** How long an invite may take once all steps are done, and be seen: what requests and the widget need is no timer's. */
const INVITE_WITHIN = 30_000;
/** How long after the last step no invite may come, if none is expected. */
const SILENT_FOR = 3_000;
/** How long an invite other than the expected one may be followed by another. */
const SETTLES_WITHIN = 3_000;
/** How often is looked. */
const LOOK_EVERY = 100;

/** What ends a run before its end: it differs from what was expected in that it could not be played. */
class Hindered extends Error {
  readonly reasons: readonly Text[];
  constructor(reasons: readonly Text[]) {
    super(reasons.map(({ key }) => key).join(', '));
    this.reasons = reasons;
  }
}

/** The tester has stopped the run, or its tab was closed. */
class Stopped extends Error {}

function goOnUnless(answer: CommandAnswer): void {
  if (answer.length > 0) throw new Hindered(answer.map((problem) => problem.text));
}

/** Why a page cannot be gone to; empty if it can. */
async function siteProblems(address: string): Promise<CommandAnswer> {
  const site = patternFor(address);
  if (site && (await isEnabled(site.pattern))) return [];
  return [{ text: text('problemRunSite', site?.host ?? address) }];
}

/** One run in one tab. */
class Play {
  readonly #tabId: number;
  readonly #run: Run;
  /** How many pages have begun in the tab, and when the last did, in ms since 1970. */
  #arrivals = 0;
  #arrivedAt = 0;

  constructor(tabId: number, run: Run) {
    this.#tabId = tabId;
    this.#run = run;
  }

  /** Plays the run; gives by what it differs from what was expected. Throws `Stopped` or `Hindered`. */
  async perform(): Promise<readonly Text[]> {
    const stopHearing = onArrival((tabId) => {
      if (tabId !== this.#tabId) return;
      this.#arrivals++;
      this.#arrivedAt = Date.now();
    });
    try {
      await this.#arrive();
      // What was before the first page of the run is none of its story.
      const began = this.#arrivedAt;
      await this.#widgetReady();
      for (const [index, step] of this.#run.steps.entries()) {
        this.#tell({ state: 'playing', step: index + 1 });
        await this.#do(step);
      }
      return await this.#differences(began);
    } finally {
      stopHearing();
    }
  }

  async #arrive(): Promise<void> {
    const { address } = this.#run;
    const { url = '' } = await browser.tabs.get(this.#tabId);
    // A storage is changed, and in Firefox a visitor handed over, on a page of the same site.
    if (!URL.canParse(url) || new URL(url).origin !== new URL(address).origin)
      await this.#load(address, () => loadPage(this.#tabId, address));
    await this.#load(address, async () => goOnUnless(await arrive(this.#tabId, this.#run)));
    if (lastReport(this.#tabId)?.delivery === 'late') throw new Hindered([text('runLate')]);
  }

  async #do(step: RunStep): Promise<void> {
    switch (step.do) {
      case 'skip':
        goOnUnless(await skip(this.#tabId, { ms: step.ms }));
        return;
      case 'leave page':
        if (!(await orderPage(this.#tabId, { kind: 'leave' })))
          throw new Hindered([text('problemPageUnreached')]);
        return;
      case 'go to':
        goOnUnless(await siteProblems(step.address));
        await this.#load(step.address, () => loadPage(this.#tabId, step.address));
        await this.#widgetReady();
    }
  }

  /** Loads a page, and waits until it is there with the visitor of the tab. */
  async #load(address: string, load: () => Promise<void>): Promise<void> {
    const before = this.#arrivals;
    await load();
    const { simulation } = await tabRecord(this.#tabId);
    await this.#until(ARRIVES_WITHIN, text('runNotArrived', address), () => {
      const report = this.#arrivals > before ? lastReport(this.#tabId) : null;
      return report && (!simulation.isSiteWatched || report.epoch === simulation.epoch);
    });
  }

  #widgetReady(): Promise<unknown> {
    return this.#until(READY_WITHIN, text('runNoWidget', READY_WITHIN / 1000), () => {
      const widget = lastReport(this.#tabId)?.widget;
      if (widget?.state === 'error') throw new Hindered([widget.text]);
      return widget?.state === 'ready';
    });
  }

  async #differences(began: number): Promise<readonly Text[]> {
    const { expects } = this.#run;
    const doneAt = Date.now();
    /** When what came was first other than expected, and what it was. */
    let seen: { readonly happened: Happened; readonly at: number } | null = null;
    for (;;) {
      const { events } = (await tabRecord(this.#tabId)).timeline;
      const happened = happenedIn(events.filter(({ at }) => at >= began));
      const differences = compareRun(expects, happened);
      const now = Date.now();
      const waited = now - doneAt;
      if (expects.invite === null) {
        if (happened.invite || waited >= SILENT_FOR) return differences;
      } else if (differences.length === 0) {
        return [];
      } else if (happened.invite && happened.invite.fate !== 'offered') {
        if (seen?.happened.invite?.event !== happened.invite.event) seen = { happened, at: now };
        if (now - seen.at >= SETTLES_WITHIN) return differences;
      }
      if (waited >= INVITE_WITHIN) {
        return happened.invite ? differences : [...differences, ...(await this.#silence())];
      }
      await this.#moment();
    }
  }

  async #silence(): Promise<readonly Text[]> {
    const report = lastReport(this.#tabId);
    if (!report) return [];
    const scenarios = scenariosOf(await library()).filter(({ id }) =>
      this.#run.scenarioIds.includes(id),
    );
    return silenceOf({
      scenarios,
      report,
      watched: lastWatched(this.#tabId),
      now: Date.now(),
    });
  }

  #tell(state: PlayState): void {
    keepPlaying(this.#tabId, { runId: this.#run.id, ...state });
    tabChanged(this.#tabId);
  }

  /** Waits until it `isSo`, and throws `Hindered` for this reason if it is not in time. */
  async #until(ms: number, reason: Text, isSo: () => boolean | null): Promise<void> {
    const end = Date.now() + ms;
    while (!isSo()) {
      if (Date.now() >= end) throw new Hindered([reason]);
      await this.#moment();
    }
  }

  /** A moment of real time. Throws `Stopped` if the run is not to go on after it. */
  async #moment(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));
    if (!isPlaying(this.#tabId)) throw new Stopped();
    // It is also what keeps a browser from stopping the background in the middle.
    await browser.tabs.get(this.#tabId);
  }
}

async function tellTimeline(tabId: number, kind: EventKind, sentence: Text): Promise<void> {
  const now = Date.now();
  const { simulation } = await tabRecord(tabId);
  tabChanged(tabId);
  await addToTimeline(tabId, {
    kind,
    text: sentence,
    at: now,
    visitorAt: timeFor(simulation, now),
  });
}

async function play(tabId: number, run: Run): Promise<void> {
  const end = async (differences: readonly Text[]) => {
    if (!isPlaying(tabId)) return;
    const isPassed = differences.length === 0;
    keepPlaying(
      tabId,
      isPassed
        ? { runId: run.id, state: 'passed' }
        : { runId: run.id, state: 'failed', differences },
    );
    const kind = isPassed ? 'run passed' : 'run failed';
    await tellTimeline(tabId, kind, text(isPassed ? 'eventRunPassed' : 'eventRunFailed', run.name));
    for (const difference of differences) await tellTimeline(tabId, kind, difference);
  };
  try {
    await end(await new Play(tabId, run).perform());
  } catch (error) {
    if (error instanceof Stopped) return;
    if (!(error instanceof Hindered)) console.error('Trigger Simulator: a run broke off.', error);
    await end(error instanceof Hindered ? error.reasons : [text('runBroke', String(error))]);
  }
}

/**
 * Begins to play a saved run in a tab. The answer is what keeps it from beginning; how it goes on and ends
 * is told by the snapshots and the timeline.
 */
export async function playRun(tabId: number, runId: string): Promise<CommandAnswer> {
  const kept = await library();
  const run = kept.runs.find(({ id }) => id === runId);
  if (!run) return [{ text: text('problemNoSuchRun') }];
  if (isPlaying(tabId)) return [{ text: text('problemRunPlaying') }];
  const known = new Set(scenariosOf(kept).map(({ id }) => id));
  const problems = [
    ...runProblems(run).map((problem) => ({ text: problem.text })),
    ...run.scenarioIds
      .filter((id) => !known.has(id))
      .map((id) => ({ text: text('problemNoSuchScenario', id) })),
    ...(await siteProblems(run.address)),
  ];
  // In the meantime another may have begun.
  if (problems.length > 0 || isPlaying(tabId)) return problems;
  keepPlaying(tabId, { runId, state: 'playing', step: 0 });
  await tellTimeline(tabId, 'run began', text('eventRunBegan', run.name));
  void play(tabId, run).finally(() => {
    if (playingIn(tabId) !== null) tabChanged(tabId);
  });
  return [];
}
