import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { timelineEventSchema } from '../messages/observation.ts';
import type { TimelineEvent } from '../model/timeline.ts';

/*
 * A timeline in the storage of the session, in parts, so that an event is one part to write however long
 * its timeline is. Events are numbered from the first that the tab ever had.
 */

/** The events of a timeline, of which the oldest may have gone. */
export interface NumberedEvents {
  /** The number of the first of them. */
  readonly first: number;
  readonly events: readonly TimelineEvent[];
}

export const noEvents: NumberedEvents = { first: 0, events: [] };

/** Events of one part. */
const PART = 250;

/** What timelines may take of the session's storage, in bytes; the rest of its 10 MB is for simulations: https://developer.chrome.com/docs/extensions/reference/api/storage#property-session */
const ROOM = 8_000_000;

const extentSchema = v.strictObject({ first: v.number(), end: v.number() });
const partSchema: v.GenericSchema<unknown, readonly TimelineEvent[]> = v.array(timelineEventSchema);

const extentKey = (tabId: number) => `timeline:${tabId}`;
const partKey = (tabId: number, part: number) => `timeline:${tabId}:${part}`;

/** The parts that hold the events from one number to before another. */
const partsOf = (from: number, end: number): readonly number[] => {
  const first = Math.floor(from / PART);
  const length = end > from ? Math.floor((end - 1) / PART) - first + 1 : 0;
  return Array.from({ length }, (_, index) => first + index);
};

/** What is stored of a tab's timeline; nothing if it is not in a form that we store. */
export async function readTimeline(tabId: number): Promise<NumberedEvents> {
  const stored = await browser.storage.session.get(extentKey(tabId));
  const extent = v.safeParse(extentSchema, stored[extentKey(tabId)]);
  if (!extent.success) return noEvents;
  const { first, end } = extent.output;
  const keys = partsOf(first, end).map((part) => partKey(tabId, part));
  const parts = await browser.storage.session.get(keys);
  const events = keys.map((key) => v.safeParse(partSchema, parts[key]));
  if (events.some(({ success }) => !success)) return { first: end, events: [] };
  const all = events.flatMap((part) => (part.success ? part.output : []));
  // The first part may hold events that have gone since it was written.
  return { first, events: all.slice(Math.max(0, all.length - (end - first))) };
}

/** Follows a timeline with what is stored of it: only parts that have changed are written. */
export class StoredTimeline {
  readonly #tabId: number;
  /** The numbers of the first event that is stored, and of the first that is not yet. */
  #first: number;
  #end: number;

  /** `stored` is what `readTimeline` gave. */
  constructor(tabId: number, stored: NumberedEvents) {
    this.#tabId = tabId;
    this.#first = stored.first;
    this.#end = stored.first + stored.events.length;
  }

  /** Stores a timeline as it is now; throws if the browser refuses. */
  async write({ first, events }: NumberedEvents): Promise<void> {
    const end = first + events.length;
    const written = partsOf(Math.max(first, this.#end), end);
    // Where the room is used up, the background has the events as long as it runs.
    if (written.length > 0 && (await browser.storage.session.getBytesInUse(null)) > ROOM) return;
    await browser.storage.session.set({
      [extentKey(this.#tabId)]: { first, end },
      ...Object.fromEntries(
        written.map((part) => [
          partKey(this.#tabId, part),
          events.slice(Math.max(0, part * PART - first), Math.max(0, (part + 1) * PART - first)),
        ]),
      ),
    });
    const kept = new Set(partsOf(first, end));
    const gone = partsOf(this.#first, this.#end).filter((part) => !kept.has(part));
    this.#first = first;
    this.#end = end;
    if (gone.length > 0)
      await browser.storage.session.remove(gone.map((part) => partKey(this.#tabId, part)));
  }

  /** The keys under which something is stored. */
  get keys(): readonly string[] {
    const parts = partsOf(this.#first, this.#end).map((part) => partKey(this.#tabId, part));
    return [extentKey(this.#tabId), ...parts];
  }
}
