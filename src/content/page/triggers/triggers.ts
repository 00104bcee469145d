import type { Country, CountryUnknown, Facts } from '../../../model/facts.ts';
import type { FilledInvite, Invite } from '../../../model/invite.ts';
import { fillInvite } from '../../../model/scenarios/fillInvite.ts';
import {
  evaluateScenario,
  nextChangeIn,
  type Scenario,
} from '../../../model/scenarios/scenario.ts';
import { text } from '../../../model/text.ts';
import type { Cause, ScenarioOutcome } from '../../../model/timeline.ts';
import * as natives from '../natives.ts';
import type { Dial } from '../time/dial.ts';
import { type StopWaiting, wait } from '../time/wait.ts';
import type { Invites } from '../widget/invites.ts';
import type { Widget } from '../widget/widget.ts';
import { readParameters } from './parameters.ts';

/** Browsers take no longer delay: 2^31 - 1 ms, about 24 days. */
const LONGEST_DELAY = 2_147_483_647;
/** How often a value that the page may still come to show is looked for, in ms. */
const LOOK_FOR_PARAMETERS_EVERY = 500;

/** What has happened in this document to one scenario. */
interface Progress {
  /** Whether it was qualified when last looked at: an invite is offered when it becomes so. */
  qualified: boolean;
  offered: boolean;
  /** The pointer's leaving that the last invite has used up. */
  usedPointerLeftAt: number | null;
}

export interface TriggerEvents {
  /** `invite` is what was passed to the SDK, if it was just now. */
  outcome(scenario: Scenario, outcome: ScenarioOutcome, invite?: Invite): void;
  /** In a dry run: this is what would have gone to the widget. */
  recorded(scenario: Scenario, invite: FilledInvite, cause: Cause): void;
  /** Facts have changed other than by time going on. */
  changed(): void;
  askCountry(): void;
  resetVisits(): void;
}

/** Watches the page for the enabled scenarios, and offers their invites when their conditions hold. */
export class Triggers {
  #scenarios: readonly Scenario[] = [];
  readonly #progress = new Map<string, Progress>();
  #visits: number | null = null;
  #country: Country | CountryUnknown = 'not asked';
  #pointerLeftAt: number | null = null;
  /** When the present page of this document began, in ms of the dial: 0, or the last change of address. */
  #pageBegan = 0;
  #stopWaiting: StopWaiting = () => {};
  /** How many invites have been offered; a skip stops when it grows. */
  offers = 0;

  readonly #dial: Dial;
  readonly #widget: Widget;
  readonly #invites: Invites;
  readonly #clock: () => number;
  readonly #events: TriggerEvents;

  /** `clock` is the visitor's wall clock, in ms since 1970. */
  constructor(
    dial: Dial,
    widget: Widget,
    invites: Invites,
    clock: () => number,
    events: TriggerEvents,
  ) {
    this.#dial = dial;
    this.#widget = widget;
    this.#invites = invites;
    this.#clock = clock;
    this.#events = events;
  }

  /** Watches for these scenarios from now on; what has happened to those that stay is kept. */
  watch(scenarios: readonly Scenario[]): void {
    this.#scenarios = scenarios;
    const kept = new Set(scenarios.map(({ id }) => id));
    for (const id of this.#progress.keys()) if (!kept.has(id)) this.#progress.delete(id);
    this.evaluate();
  }

  /** Whether a scenario is watched that the pointer's leaving can make true. */
  get waitsForPointer(): boolean {
    return this.#scenarios.some(({ conditions }) =>
      conditions.some(({ type }) => type === 'exitIntent'),
    );
  }

  setVisits(visits: number): void {
    this.#visits = visits;
    this.#factsChanged();
  }

  setCountry(country: Country | CountryUnknown): void {
    this.#country = country;
    this.#factsChanged();
  }

  pointerLeft(): void {
    this.#pointerLeftAt = this.facts().sinceReady;
    this.#factsChanged();
  }

  addressChanged(): void {
    this.#pageBegan = this.#dial.elapsed();
    this.#visits = null;
    this.#pointerLeftAt = null;
    this.#factsChanged();
  }

  /** The facts of this moment, without any scenario's parameters. */
  facts(): Facts {
    const { readyAt } = this.#widget;
    return {
      clock: this.#clock(),
      sinceReady:
        readyAt === null ? null : this.#dial.elapsed() - Math.max(readyAt, this.#pageBegan),
      address: location.href,
      referrer: document.referrer,
      visits: this.#visits,
      country: this.#country,
      pointerLeftAt: this.#pointerLeftAt,
      parameters: {},
    };
  }

  /** The parameters that each watched scenario could read, by its id. */
  parameters(): Readonly<Record<string, Readonly<Record<string, string>>>> {
    return Object.fromEntries(
      this.#scenarios
        .filter(({ parameters }) => parameters.length > 0)
        .map(({ id, parameters }) => [id, readParameters(parameters)]),
    );
  }

  /** Offers a scenario's invite whatever its conditions say. */
  fire(scenario: Scenario): void {
    this.#offer(scenario, this.#factsFor(scenario), 'fire');
  }

  /** Looks at every scenario, offers what has come true, and comes back when the next may. */
  evaluate(): void {
    this.#stopWaiting();
    let soonest = LONGEST_DELAY;
    for (const scenario of this.#scenarios) {
      const facts = this.#factsFor(scenario);
      const verdict = evaluateScenario(scenario, facts);
      const progress = this.#progressOf(scenario);
      const qualified = verdict.state === 'qualified';
      const offers =
        qualified &&
        !progress.qualified &&
        !(progress.offered && scenario.repeat === 'once per page load');
      progress.qualified = qualified;
      if (offers) {
        this.#tell(scenario, 'qualified', 'scenario', text('qualified'));
        progress.usedPointerLeftAt = facts.pointerLeftAt;
        this.#offer(scenario, facts, 'scenario');
      }
      for (const one of verdict.verdicts) {
        if (one.state !== 'waiting' || !('for' in one)) continue;
        if (one.for === 'parameter') soonest = Math.min(soonest, LOOK_FOR_PARAMETERS_EVERY);
        if (one.for === 'country' && this.#country === 'not asked') {
          this.#country = 'asking';
          this.#events.askCountry();
        }
      }
      soonest = Math.min(soonest, nextChangeIn(verdict, facts) ?? LONGEST_DELAY);
    }
    if (soonest < LONGEST_DELAY)
      this.#stopWaiting = wait(this.#dial, soonest, () => this.evaluate());
  }

  #factsChanged(): void {
    this.evaluate();
    this.#events.changed();
  }

  #factsFor(scenario: Scenario): Facts {
    const facts = this.facts();
    const used = this.#progress.get(scenario.id)?.usedPointerLeftAt ?? null;
    return {
      ...facts,
      pointerLeftAt: facts.pointerLeftAt === used ? null : facts.pointerLeftAt,
      parameters: readParameters(scenario.parameters),
    };
  }

  #progressOf({ id }: Scenario): Progress {
    let progress = this.#progress.get(id);
    if (!progress) {
      progress = { qualified: false, offered: false, usedPointerLeftAt: null };
      this.#progress.set(id, progress);
    }
    return progress;
  }

  #offer(scenario: Scenario, facts: Facts, cause: Cause): void {
    const filled = fillInvite(scenario, facts);
    if ('problem' in filled) {
      this.#tell(scenario, 'blocked', cause, filled.problem);
      return;
    }
    this.#invites.offer(filled.invite, (outcome, words, passed) => {
      if (outcome === 'recorded') this.#events.recorded(scenario, filled.invite, cause);
      if (outcome === 'offered' || outcome === 'recorded') {
        this.offers++;
        this.#progressOf(scenario).offered = true;
        if (scenario.resetsVisits) this.#events.resetVisits();
      }
      this.#tell(scenario, outcome, cause, words, passed);
    });
  }

  #tell(
    scenario: Scenario,
    outcome: ScenarioOutcome['outcome'],
    cause: Cause,
    words: ScenarioOutcome['text'],
    invite?: Invite,
  ): void {
    this.#events.outcome(scenario, { outcome, cause, text: words, at: natives.dateNow() }, invite);
  }
}
