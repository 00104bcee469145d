import { MAX_ADDRESS_LENGTH, type Observation } from '../../messages/page.ts';
import type { Country, CountryUnknown } from '../../model/facts.ts';
import type { Invite } from '../../model/invite.ts';
import {
  MAX_RECORDED,
  type RecordedInvite,
  recordedSentence,
  recordInvite,
} from '../../model/recordedInvite.ts';
import type { PageReport } from '../../model/report.ts';
import type { Scenario } from '../../model/scenarios/scenario.ts';
import type { PageSimulation } from '../../model/simulation.ts';
import { type Text, text } from '../../model/text.ts';
import type { EventKind, Outcome, ScenarioOutcome, TimelineEvent } from '../../model/timeline.ts';
import type { Watched } from '../../model/watch/watched.ts';
import { documentNatives } from './documentNatives.ts';
import * as natives from './natives.ts';
import type { Dial } from './time/dial.ts';
import { waitReally } from './time/wait.ts';
import { watchAddress } from './triggers/address.ts';
import { leavePage, watchPointerLeaving } from './triggers/exitIntent.ts';
import { Triggers } from './triggers/triggers.ts';
import { SiteWatch } from './watch/siteWatch.ts';
import { Invites, outline } from './widget/invites.ts';
import { SiteCalls } from './widget/siteCalls.ts';
import { siteInvite } from './widget/siteInvite.ts';
import { Widget, type WidgetEvent } from './widget/widget.ts';

const WIDGET_WORDS = {
  ready: ['widget ready', 'eventWidgetReady'],
  failed: ['widget error', 'widgetError'],
  'chat started': ['chat started', 'eventChatStarted'],
  'chat closed': ['chat closed', 'eventChatClosed'],
} as const satisfies Record<WidgetEvent, readonly [EventKind, Text['key']]>;

/** Some pages keep their data in their address; a report need not carry all of it. */
const cut = (address: string): string => address.slice(0, MAX_ADDRESS_LENGTH);

/** What was passed to the SDK, or would have been, of an invite; nothing of a chat. An invite without a message has none here either. */
const passedIn = ({
  what,
  message,
  showPrechat,
  inNewWindow,
  context,
}: RecordedInvite): Invite | undefined =>
  what === 'invite' ? { message: message ?? '', showPrechat, inNewWindow, context } : undefined;

export interface VisitEvents {
  observe(observation: Observation): void;
  /** A report would say something new. */
  changed(): void;
  /** More was seen of what the site's own code does. */
  watchedChanged(): void;
}

/** One document of a simulated tab, seen from its top frame: its widget, its invites, its triggers. */
export class Visit {
  readonly #dial: Dial;
  readonly #clock: () => number;
  readonly #events: VisitEvents;
  readonly #widget: Widget;
  readonly #invites: Invites;
  readonly #triggers: Triggers;
  readonly #outcomes = new Map<string, ScenarioOutcome>();
  readonly #siteCalls: SiteCalls;
  #recorded: readonly RecordedInvite[] = [];
  #watch: SiteWatch | null = null;

  /** `clock` is the visitor's wall clock, in ms since 1970. */
  constructor(dial: Dial, clock: () => number, events: VisitEvents) {
    this.#dial = dial;
    this.#clock = clock;
    this.#events = events;
    this.#widget = new Widget(dial, (event, details) => this.#widgetChanged(event, details));
    this.#siteCalls = new SiteCalls((call, args) => {
      const recorded = siteInvite(call, args, natives.dateNow());
      this.#keep(recorded);
      this.#siteInvite('recorded', recordedSentence(recorded), passedIn(recorded));
    });
    const invites = new Invites(this.#widget, (outcome, words) => this.#siteInvite(outcome, words));
    this.#triggers = new Triggers(dial, this.#widget, invites, clock, {
      outcome: (scenario, outcome, invite) => this.#scenarioOutcome(scenario, outcome, invite),
      recorded: (scenario, invite, cause) =>
        this.#keep(recordInvite(invite, { cause, scenarioId: scenario.id, at: natives.dateNow() })),
      changed: () => this.#events.changed(),
      askCountry: () => this.#askCountry(),
      resetVisits: () => events.observe({ kind: 'visits reset', address: cut(location.href) }),
    });
    watchPointerLeaving(() => {
      const isAwaited = this.#triggers.waitsForPointer;
      if (isAwaited || this.#watch?.awaitsLeaving)
        this.#tell('pointer left', text('eventPointerLeft'));
      if (isAwaited) this.#triggers.pointerLeft();
    });
    watchAddress(() => {
      this.#tell('address changed', text('eventAddressChanged', location.href));
      events.observe({ kind: 'address changed', address: cut(location.href) });
      this.#triggers.addressChanged();
    });
    this.#invites = invites;
    this.#widget.lookForReadyWidget();
  }

  /** Watches for the scenarios of a simulation, and for the site's own invites; in a dry run none reaches the widget. */
  watch({ scenarios, invites }: Pick<PageSimulation, 'scenarios' | 'invites'>): void {
    this.#hold(invites === 'dry run');
    this.#invites.watch();
    this.#triggers.watch(scenarios);
    this.#events.changed();
  }

  /** Watches for nothing any more. */
  rest(): void {
    this.#hold(false);
    this.#invites.rest();
    this.#triggers.watch([]);
  }

  /** Watches the site's own code from now on, or not any more. `isFromStart`: no script of the page has run. */
  watchSite(isWatched: boolean, isFromStart: boolean): void {
    if (isWatched === (this.#watch !== null)) return;
    this.#watch?.stop();
    this.#watch = isWatched
      ? new SiteWatch(
          this.#dial,
          {
            isReady: () => this.#widget.readyAt !== null,
            ignores: () => this.#invites.ignores(),
            offered: (args, context) => {
              if (!this.#invites.isDryRun) this.#siteOffered(args, context);
            },
          },
          isFromStart,
          () => {
            // Code that uses something may have brought a widget, too.
            this.#siteCalls.look();
            this.#events.watchedChanged();
          },
        )
      : null;
    this.#siteCalls.watch(this.#watch?.calls ?? null);
  }

  /** What the site's own code was seen to do; null if it is not watched. */
  get watched(): Watched | null {
    return this.#watch?.watched() ?? null;
  }

  /** Changes what the page is made to see, which is under the watch. */
  underWatch(change: () => void): void {
    this.#watch?.unwatchInputs();
    change();
    this.#watch?.watchInputs();
  }

  setVisits(visits: number): void {
    this.#triggers.setVisits(visits);
  }

  setCountry(country: Country | CountryUnknown): void {
    this.#triggers.setCountry(country);
  }

  fire(scenario: Scenario): void {
    this.#triggers.fire(scenario);
  }

  leave(): void {
    leavePage();
  }

  /** What is known of this document; the delivery is the page world's to say. */
  report(): Omit<PageReport, 'epoch' | 'delivery' | 'realWorkers'> {
    const facts = this.#triggers.facts();
    return {
      widget: this.#widget.state,
      facts: { ...facts, address: cut(facts.address), referrer: cut(facts.referrer) },
      parameters: this.#triggers.parameters(),
      at: natives.dateNow(),
      outcomes: Object.fromEntries(this.#outcomes),
      invites: this.#siteCalls.state,
      recorded: this.#recorded,
    };
  }

  /**
   * Lets `ms` pass at once, as far as the first invite: the widget withdraws one after 60 s, so time must
   * not be skipped behind it.
   */
  async skip(ms: number): Promise<number> {
    const offers = () => this.#triggers.offers + this.#siteCalls.offers;
    const offersBefore = offers();
    const endCount = this.#siteCalls.count();
    try {
      const skipped = await this.#dial.skip(ms, () => offers() > offersBefore);
      this.#triggers.evaluate();
      return skipped;
    } finally {
      endCount();
      this.#events.changed();
      if (this.#watch) this.#events.watchedChanged();
    }
  }

  #hold(holds: boolean): void {
    this.#invites.isDryRun = holds;
    this.#siteCalls.hold(holds);
  }

  #keep(recorded: RecordedInvite): void {
    this.#recorded = [...this.#recorded, recorded].slice(-MAX_RECORDED);
    this.#events.changed();
  }

  #widgetChanged(event: WidgetEvent, details: string | undefined): void {
    // Before the site's own code hears of it.
    this.#siteCalls.look();
    const [kind, key] = WIDGET_WORDS[event];
    this.#tell(kind, details === undefined ? text(key) : text(key, details));
    this.#triggers.evaluate();
    this.#events.changed();
  }

  #scenarioOutcome(scenario: Scenario, outcome: ScenarioOutcome, invite?: Invite): void {
    this.#outcomes.set(scenario.id, outcome);
    this.#tell(outcome.outcome, outcome.text, {
      cause: outcome.cause,
      scenarioId: scenario.id,
      ...(invite && { invite }),
    });
    this.#events.changed();
  }

  #siteInvite(outcome: Outcome, words: Text, invite?: Invite): void {
    this.#watch?.invite(outcome);
    this.#tell(outcome, words, { cause: 'site', ...(invite && { invite }) });
  }

  /** Of an invite of the site that is passed on only a watch knows what was passed. */
  #siteOffered(args: readonly unknown[], context: unknown): void {
    const offered = siteInvite('startProactiveChat', args, natives.dateNow(), () => context);
    const invite = passedIn(offered);
    this.#tell('offered', text('offered', outline(offered.message ?? '')), {
      cause: 'site',
      ...(invite && { invite }),
    });
    this.#invites.expectSite(offered.message);
  }

  #askCountry(): void {
    const unknown = (why: CountryUnknown) => this.#triggers.setCountry(why);
    const { geolocation } = documentNatives;
    if (!geolocation) {
      // Inside evaluate: the triggers must have settled before they hear of it.
      waitReally(0, () => unknown('unavailable'));
      return;
    }
    geolocation(
      ({ coords: { latitude, longitude } }) =>
        this.#events.observe({ kind: 'located', latitude, longitude }),
      ({ code }) =>
        unknown(code === GeolocationPositionError.PERMISSION_DENIED ? 'denied' : 'unavailable'),
    );
  }

  #tell(
    kind: EventKind,
    words: Text,
    details: Pick<TimelineEvent, 'cause' | 'scenarioId' | 'invite'> = {},
  ): void {
    this.#events.observe({
      kind: 'event',
      event: {
        kind,
        text: words,
        at: natives.dateNow(),
        visitorAt: this.#clock(),
        ...details,
      },
    });
  }
}
