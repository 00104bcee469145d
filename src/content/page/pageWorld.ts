import type { Observation, PageOrder, Skip } from '../../messages/page.ts';
import { type Delivery, type RealWorkers, realWorkers } from '../../model/report.ts';
import { type PageSimulation, timeFor } from '../../model/simulation.ts';
import { seconds, text } from '../../model/text.ts';
import { countryByPosition } from '../../model/visitor/country.ts';
import { activeOverrides } from '../../model/visitor/visitor.ts';
import * as natives from './natives.ts';
import { overrides } from './overrides/index.ts';
import { paced } from './pace.ts';
import { type Undo, undoAll } from './patches.ts';
import { Dial } from './time/dial.ts';
import { wait, waitReally } from './time/wait.ts';
import { Visit } from './visit.ts';

const overridesAnything = (simulation: PageSimulation | null): boolean =>
  simulation !== null && activeOverrides(simulation.visitor).length > 0;

/** The least time between two reports that nobody asked for, in ms. */
const BETWEEN_REPORTS = 50;
/** The same between two tellings of what the site does. */
const BETWEEN_WATCHED = 300;

/** Our side of one document: it knows its simulation, obeys orders and reports what it observes. */
export class PageWorld {
  readonly #observe: (observation: Observation) => void;
  readonly #dial = new Dial();
  readonly #visit: Visit | null;
  #simulation: PageSimulation | null = null;
  #delivery: Delivery = 'none';
  #undos: readonly Undo[] = [];
  #reportIsDue = false;
  #watchedIsDue = false;
  readonly #realWorkers = new Set<{ readonly why: RealWorkers }>();
  /** When the page world last reported, in ms of the real clock. */
  #reportedAt = Number.NEGATIVE_INFINITY;
  /** The epoch of the visitor whose country is known, or asked for. */
  #locatedFor: number | null = null;

  /** `simulation` is what the document was made with; null if nothing was delivered with it. */
  constructor(simulation: PageSimulation | null, observe: (observation: Observation) => void) {
    this.#observe = paced(observe, () => this.#clock());
    if (simulation) this.#apply(simulation);
    if (overridesAnything(simulation)) this.#delivery = 'in time';
    // The widget is the top frame's: a scenario is watched for once in a tab.
    this.#visit =
      window === window.top
        ? new Visit(this.#dial, () => this.#clock(), {
            observe: this.#observe,
            changed: () => this.#reportSoon(),
            watchedChanged: () => this.#watchedSoon(),
          })
        : null;
    if (simulation) this.#watch(simulation, true);
  }

  obey(order: PageOrder): void {
    switch (order.kind) {
      case 'simulation':
        this.#simulate(order.simulation);
        break;
      case 'visits':
        this.#visit?.setVisits(order.visits);
        break;
      case 'country':
        this.#visit?.setCountry(order.country);
        break;
      case 'fire':
        this.#visit?.fire(order.scenario);
        break;
      case 'skip':
        if (this.#visit) void this.skip(order);
        break;
      case 'skip in frame':
        if (!this.#visit) void this.#dial.skip(order.ms, () => false);
        break;
      case 'leave':
        this.#visit?.leave();
        break;
      case 'report':
        this.#report();
        this.#tellWatched();
        break;
    }
  }

  /** The background's word on what is in force now; it overrules what the document was made with. */
  #simulate(simulation: PageSimulation | null): void {
    const isSameVisitor = (simulation?.epoch ?? 0) === (this.#simulation?.epoch ?? 0);
    if (!isSameVisitor) {
      const isLate = overridesAnything(simulation) || overridesAnything(this.#simulation);
      const change = () => {
        undoAll(this.#undos)();
        this.#undos = [];
        this.#realWorkers.clear();
        this.#simulation = null;
        if (simulation) this.#apply(simulation);
      };
      if (this.#visit) this.#visit.underWatch(change);
      else change();
      this.#delivery = isLate ? 'late' : 'none';
    }
    // Of the same visitor only scenarios are news: what was skipped here is on this document's dial already.
    this.#simulation =
      simulation && isSameVisitor && this.#simulation
        ? { ...simulation, clockReading: this.#simulation.clockReading }
        : simulation;
    this.#watch(simulation, false);
    this.#reportSoon();
  }

  #apply(simulation: PageSimulation): void {
    this.#simulation = simulation;
    this.#undos = Object.values(overrides).flatMap(
      (override) => override(simulation, this.#dial, (why) => this.#keepReal(why)) ?? [],
    );
  }

  /** A worker keeps the real time; gives the way to say that it does not after all. */
  #keepReal(why: RealWorkers): () => void {
    if (!this.#visit) this.#observe({ kind: 'real worker in frame', why });
    const kept = { why };
    this.#realWorkers.add(kept);
    this.#reportSoon();
    return () => {
      if (this.#realWorkers.delete(kept)) this.#reportSoon();
    };
  }

  /** `isStart`: no script of the page has run. */
  #watch(simulation: PageSimulation | null, isStart: boolean): void {
    if (simulation) this.#locate(simulation);
    this.#visit?.watchSite(simulation?.isSiteWatched ?? false, isStart);
    // A document that simulates nothing, and never did, is not looked at.
    if (simulation) this.#visit?.watch(simulation);
    else this.#visit?.rest();
  }

  /** Our own conditions learn of the country when, and as, the page's geolocation tells it. */
  #locate({ epoch, visitor: { country } }: PageSimulation): void {
    if (!country || epoch === this.#locatedFor) return;
    this.#locatedFor = epoch;
    const afterMs = country.geolocation?.afterMs ?? 0;
    const tell = () => this.#visit?.setCountry(countryByPosition(country));
    if (afterMs === 0) {
      tell();
      return;
    }
    this.#visit?.setCountry('asking');
    wait(this.#dial, afterMs, () => {
      if (this.#simulation?.epoch === epoch) tell();
    });
  }

  /** The visitor's wall clock, in ms since 1970. */
  #clock(): number {
    const now = natives.dateNow();
    return (this.#simulation ? timeFor(this.#simulation, now) : now) + this.#dial.wholeSkipped;
  }

  /** Lets time pass at once, as far as the first invite; gives the ms skipped. */
  async skip({ ms: longest, toNextTimer }: Skip): Promise<number> {
    const ms = toNextTimer ? Math.min(longest, this.#dial.nextDueIn() ?? 0) : longest;
    const skipped = this.#visit
      ? await this.#visit.skip(ms)
      : await this.#dial.skip(ms, () => false);
    if (!this.#visit) return skipped;
    this.#observe({ kind: 'skipped', ms: skipped });
    this.#observe({
      kind: 'event',
      event: {
        kind: 'skipped',
        text: text('eventSkipped', seconds(skipped), seconds(ms)),
        at: natives.dateNow(),
        visitorAt: this.#clock(),
      },
    });
    return skipped;
  }

  /** Several changes in one turn, or soon after a report, make one report. */
  #reportSoon(): void {
    if (this.#reportIsDue) return;
    this.#reportIsDue = true;
    const wait = Math.max(0, this.#reportedAt + BETWEEN_REPORTS - natives.now());
    waitReally(wait, () => this.#report());
  }

  /** What was watched is told seldom: it is much, and nobody reads faster. */
  #watchedSoon(): void {
    if (this.#watchedIsDue) return;
    this.#watchedIsDue = true;
    waitReally(BETWEEN_WATCHED, () => this.#tellWatched());
  }

  #tellWatched(): void {
    this.#watchedIsDue = false;
    const watched = this.#visit?.watched ?? null;
    if (watched) this.#observe({ kind: 'watched', watched });
  }

  #report(): void {
    this.#reportIsDue = false;
    this.#reportedAt = natives.now();
    if (!this.#visit) return;
    this.#observe({
      kind: 'report',
      report: {
        ...this.#visit.report(),
        epoch: this.#simulation?.epoch ?? 0,
        delivery: this.#delivery,
        realWorkers: realWorkers.filter((why) =>
          [...this.#realWorkers].some((kept) => kept.why === why),
        ),
      },
    });
  }
}
