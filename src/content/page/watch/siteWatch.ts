import type { SiteInvite, Watched } from '../../../model/watch/watched.ts';
import * as natives from '../natives.ts';
import { type Undo, undoAll } from '../patches.ts';
import type { Dial } from '../time/dial.ts';
import { Faults } from './faults.ts';
import { watchInputs } from './inputs/index.ts';
import { LcwEvents } from './lcwEvents.ts';
import { listen } from './listen.ts';
import { PendingTimers } from './pendingTimers.ts';
import { SdkCalls, type SdkSurroundings } from './sdkCalls.ts';
import { WatchLog } from './watchLog.ts';

/** What the site's own code does in one document, noted without a difference to the page. */
export class SiteWatch {
  readonly calls: SdkCalls;
  readonly #log: WatchLog;
  readonly #timers: PendingTimers;
  readonly #events: LcwEvents;
  readonly #faults: Faults;
  readonly #invites: SiteInvite[] = [];
  readonly #isFromStart: boolean;
  readonly #stopListening: Undo;
  #loadedAt: number | null = document.readyState === 'complete' ? natives.dateNow() : null;
  #stopInputs: Undo = () => {};

  /** `isFromStart`: no script of the page has run. `changed` hears that there is something new to tell. */
  constructor(dial: Dial, around: SdkSurroundings, isFromStart: boolean, changed: () => void) {
    this.#isFromStart = isFromStart;
    this.#log = new WatchLog(changed);
    this.#timers = new PendingTimers(dial);
    this.#events = new LcwEvents(this.#log);
    this.#faults = new Faults(this.#log, around.isReady);
    this.calls = new SdkCalls(this.#log, around);
    this.#stopListening = undoAll([
      this.#events.watch(),
      this.#faults.watch(),
      listen('load', () => {
        this.#loadedAt = natives.dateNow();
        changed();
      }),
    ]);
    this.watchInputs();
  }

  /** Puts the watch over whatever is in place in the page now. */
  watchInputs(): void {
    this.#stopInputs = watchInputs(this.#log, this.#timers);
  }

  /** Takes it off, so that what is under it can be changed. */
  unwatchInputs(): void {
    this.#stopInputs();
    this.#stopInputs = () => {};
  }

  stop(): void {
    this.unwatchInputs();
    this.#stopListening();
  }

  /** Notes what became of an invite of the site. */
  invite(outcome: SiteInvite['outcome']): void {
    this.#log.note(this.#invites, { outcome, at: natives.dateNow() });
  }

  /** Whether the site's trigger waits for the pointer to leave the page. */
  get awaitsLeaving(): boolean {
    return this.#log.uses.some(
      (use) => use.input === 'pointer leaving' && this.#log.isOfTrigger(use),
    );
  }

  watched(): Watched {
    const { uses, handlersReplaced, sources, isCut } = this.#log;
    const isOfTrigger = this.#log.isOfTrigger.bind(this.#log);
    return {
      at: natives.dateNow(),
      isFromStart: this.#isFromStart,
      loadedAt: this.#loadedAt,
      sdkUses: [...this.calls.uses],
      contexts: [...this.calls.contexts],
      events: [...this.#events.events],
      inputs: uses.map((use) => ({ ...use, isTrigger: isOfTrigger(use) })),
      timers: this.#timers.all(isOfTrigger),
      faults: this.#faults.faults.map((fault) => ({ ...fault, isTrigger: isOfTrigger(fault) })),
      replaced: handlersReplaced.map((one) => ({
        ...one,
        isTrigger: isOfTrigger(one) || isOfTrigger({ ...one, by: one.before }),
      })),
      lostScripts: [...this.#faults.lostScripts],
      refusals: [...this.#faults.refusals],
      sources: sources.all(),
      invites: [...this.#invites],
      isCut,
    };
  }
}
