import {
  type CodePlace,
  type HandlerReplaced,
  type InputName,
  type InputUse,
  MOST_WATCHED,
  type Sample,
} from '../../../model/watch/watched.ts';
import * as natives from '../natives.ts';
import { type Caller, caller } from './callers.ts';
import { sample } from './sample.ts';
import { isWidgetFile, Sources } from './sources.ts';
import { eventNow, watchNatives } from './watchNatives.ts';

/** How often the place of a use is looked for, for each input: a page can read a thousand times, and each look takes some µs. */
const MOST_LOOKS = 200;

/** Whether code runs because of an event of the widget. */
function isInLcwEvent(): boolean {
  const event = eventNow();
  // Mostly there is none, and to ask what it is an instance of takes longer.
  if (event === undefined || !(event instanceof natives.Event)) return false;
  return watchNatives.indexOf(watchNatives.eventType(event), 'lcw:') === 0;
}

/** A place in the site's code, and whether that code has to do with the widget. */
export interface SiteCaller {
  readonly by: CodePlace;
  readonly isTrigger: boolean;
}

/** Something that is known of a place in code. */
interface Placed {
  readonly by: CodePlace | null;
  readonly isTrigger: boolean;
}

/** A use of an input by the site. */
interface Use {
  /** What is used, as it is written in code. */
  readonly what: string;
  readonly argument?: unknown;
  /** A function of the page that is handed over. */
  readonly handler?: unknown;
}

/** A use that has been noted. */
export interface NotedUse extends SiteCaller {
  /** Adds what was read. */
  read(value: unknown): void;
}

type Kept = { -readonly [K in keyof InputUse]: InputUse[K] };

/** Which code of the site uses what. */
export class WatchLog {
  readonly sources = new Sources();
  readonly uses: Kept[] = [];
  readonly handlersReplaced: HandlerReplaced[] = [];
  isCut = false;
  readonly #byKey = natives.ownMap<string, Kept>();
  readonly #looks = natives.ownMap<InputName, number>();
  readonly #changed: () => void;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** Notes something in a list of its kind, and that there is something new to tell; gives false if there was no room. */
  note<T>(list: T[], item: T): boolean {
    const hasRoom = list.length < MOST_WATCHED;
    if (hasRoom) list[list.length] = item;
    else this.isCut = true;
    this.#changed();
    return hasRoom;
  }

  /** The code of the site that the call under way comes from; null if it is the widget's, or ours. `what` is what it is doing. */
  caller(what: string, handler?: unknown): SiteCaller | null {
    return this.#siteCaller(caller(), what, handler);
  }

  #siteCaller(from: Caller | null, what: string, handler: unknown): SiteCaller | null {
    if (!from || isWidgetFile(from.by.file)) return null;
    const { by, isOneFile } = from;
    // Both note what they find, so none is left out.
    const runs = this.sources.noteRunning(by, what);
    const hands = this.sources.noteFunction(handler, by);
    const isTrigger = hands || runs || isInLcwEvent() || this.sources.includes(by);
    // A library that does something for the trigger does other things for others.
    if (isTrigger && isOneFile) this.sources.noteFile(by.file);
    return { by, isTrigger };
  }

  /** Notes that the site listens for an event of the widget: whatever else that code says, it has to do with it. */
  listens(handler: unknown): void {
    const from = caller();
    const isOfSite = this.#siteCaller(from, 'addEventListener', handler) !== null;
    // A library that listens for the trigger listens for others, too.
    if (isOfSite && from?.isOneFile) this.sources.keepFunction(handler, from.by);
  }

  /** Whether something is the doing of code that has to do with the widget. Of a file of its own that often shows after it has read all it needs. */
  isOfTrigger({ by, isTrigger }: Placed): boolean {
    return isTrigger || (by !== null && this.sources.includes(by));
  }

  /** Whether the use of an input that is under way is not looked into, for there have been too many. */
  overlooks(input: InputName): boolean {
    const isOverlooked = this.#looksFor(input) >= MOST_LOOKS && !isInLcwEvent();
    if (isOverlooked) this.isCut = true;
    return isOverlooked;
  }

  #looksFor(input: InputName): number {
    return this.#looks.get(input) ?? 0;
  }

  /** Notes that the site uses an input; null if it is not the site, or there is no room. */
  use(input: InputName, use: Use): NotedUse | null {
    const { what, argument, handler } = use;
    if (this.overlooks(input)) return null;
    const from = this.caller(what, handler);
    if (!from) return null;
    this.#looks.set(input, this.#looksFor(input) + 1);
    const kept = this.#keep(input, what, 'argument' in use ? sample(argument) : null, from);
    if (!kept) return null;
    kept.times++;
    this.#changed();
    return {
      ...from,
      read: (value) => {
        kept.value = sample(value);
        this.#changed();
      },
    };
  }

  #keep(input: InputName, what: string, argument: Sample | null, from: SiteCaller): Kept | null {
    const { file, line, column } = from.by;
    const key = `${input} ${what} ${argument?.text} ${file}:${line}:${column}`;
    const known = this.#byKey.get(key);
    if (known) return known;
    const kept = { input, what, argument, value: null, ...from, times: 0, at: natives.dateNow() };
    if (!this.note(this.uses, kept)) return null;
    this.#byKey.set(key, kept);
    return kept;
  }
}
