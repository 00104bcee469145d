import type { LcwEvent } from '../../../model/watch/watched.ts';
import * as natives from '../natives.ts';
import { type Undo, undoAll } from '../patches.ts';
import { listen } from './listen.ts';
import { sample } from './sample.ts';
import type { WatchLog } from './watchLog.ts';

/** The events of the widget: https://learn.microsoft.com/dynamics365/customer-service/develop/omnichannel-reference */
const NAMES = [
  'lcw:ready',
  'lcw:error',
  'lcw:startChat',
  'lcw:closeChat',
  'lcw:chatQueued',
  'lcw:chatRetrieved',
  'lcw:onClose',
  'lcw:onMinimize',
  'lcw:onMaximize',
  'lcw:onMessageReceived',
  'lcw:onMessageSent',
  'lcw:threadUpdate',
] as const;

/** What the widget has told the page. */
export class LcwEvents {
  readonly events: LcwEvent[] = [];
  readonly #log: WatchLog;

  constructor(log: WatchLog) {
    this.#log = log;
  }

  /** Listens; gives the way to stop. */
  watch(): Undo {
    const note = (event: Event) => {
      const detail: unknown = event instanceof CustomEvent ? natives.eventDetail(event) : undefined;
      this.#log.note(this.events, {
        name: event.type,
        detail: sample(detail, 1),
        at: natives.dateNow(),
      });
    };
    return undoAll(NAMES.map((name) => listen(name, note)));
  }
}
