import type { LcwEvent } from '../../../model/watch/watched.ts';
import * as natives from '../natives.ts';
import type { Undo } from '../patches.ts';
import { sample } from './sample.ts';
import { keep } from './watchLog.ts';

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
  readonly #changed: () => void;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** Listens; gives the way to stop. */
  watch(): Undo {
    const note = (event: Event) => {
      const detail: unknown = event instanceof CustomEvent ? natives.eventDetail(event) : undefined;
      keep(this.events, { name: event.type, detail: sample(detail, 1), at: natives.dateNow() });
      this.#changed();
    };
    for (const name of NAMES) natives.addEventListener(globalThis, name, note);
    return () => {
      for (const name of NAMES) natives.removeEventListener(globalThis, name, note);
    };
  }
}
