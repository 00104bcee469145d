import { decode, METRIC, parseHandover, STORAGE_KEY } from '../../messages/delivery.ts';
import type { PageSimulation } from '../../model/simulation.ts';
import { openerOfNewTab, respondedWindow, timingsOf } from '../opener.ts';
import { makerClock } from './makerClock.ts';
import { replaceGetter, replaceMethod, type StandIn } from './patches.ts';

/** A document with the header of another one goes on from its maker's clock: the header's is as old as the other one. */
function goOn(simulation: PageSimulation): PageSimulation {
  const reading = makerClock();
  return simulation.clockReading && reading ? { ...simulation, clockReading: reading } : simulation;
}

function fromHeader(scope: () => Window | null): {
  simulation: PageSimulation | null;
  found: boolean;
} {
  try {
    const start = scope();
    const responded = start && respondedWindow(start);
    const ours = responded ? timingsOf(responded, METRIC) : [];
    // A cached response can carry an older one too: the last was added for this load.
    const last = ours.at(-1);
    const simulation = last === undefined ? null : decode(last);
    return {
      simulation: simulation && responded !== window ? goOn(simulation) : simulation,
      found: ours.length > 0,
    };
  } catch {
    // A window of another origin: nothing can be read there.
    return { simulation: null, found: false };
  }
}

/** What the document before this one left for it. An entry that some other navigation has overtaken is void. */
function fromStorage(): PageSimulation | null {
  try {
    const json = sessionStorage.getItem(STORAGE_KEY);
    if (json === null) return null;
    sessionStorage.removeItem(STORAGE_KEY);
    const handover = parseHandover(json);
    // The document that wrote it was left by the navigation to this one, which began before that.
    const isForUs = handover && handover.at >= performance.timeOrigin && handover.at <= Date.now();
    return isForUs ? handover.simulation : null;
  } catch {
    // The page's storage is blocked or its origin opaque: then nothing was left here either.
    return null;
  }
}

type Entry = { readonly name: string };

/** Hides our header from page code for good: sites report their Server-Timing to their own servers. */
function hideHeader(): void {
  const without = (entries: unknown): unknown =>
    Array.isArray(entries) && entries.some((entry: Entry) => entry.name === METRIC)
      ? Object.freeze(entries.filter((entry: Entry) => entry.name !== METRIC))
      : entries;
  const filterJson: StandIn = (native, self, args) => {
    const json: unknown = Reflect.apply(native, self, args);
    return typeof json === 'object' && json !== null && 'serverTiming' in json
      ? Object.assign(json, { serverTiming: without(json.serverTiming) })
      : json;
  };
  const { prototype } = PerformanceResourceTiming;
  replaceGetter(prototype, 'serverTiming', (native, self, args) =>
    without(Reflect.apply(native, self, args)),
  );
  replaceMethod(prototype, 'toJSON', filterJson);
  replaceMethod(PerformanceNavigationTiming.prototype, 'toJSON', filterJson);
}

/** The simulation that this document was made with, read before the first script of the page; null if with none. */
export function readConfiguration(): PageSimulation | null {
  const own = fromHeader(() => window);
  if (own.found) hideHeader();
  // The first request of a new tab can be faster than its rule: then its opener has the visitor of both.
  const header = own.found ? own : fromHeader(openerOfNewTab);
  const stored = window === window.top ? fromStorage() : null;
  return (stored?.epoch ?? -1) > (header.simulation?.epoch ?? -1) ? stored : header.simulation;
}
