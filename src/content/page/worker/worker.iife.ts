import * as natives from '../natives.ts';
import { clock } from '../overrides/clock/index.ts';
import type { ClockSource } from '../overrides/clock/wallClock.ts';
import { followedClock } from '../overrides/workers/followed.ts';
import type { Given, WorkerAnswer, WorkerOrder } from '../overrides/workers/given.ts';
import { overrideWorker } from '../overrides/workers/worker.ts';
import { workerNatives } from '../overrides/workers/workerNatives.ts';
import { type Undo, undoAll } from '../patches.ts';
import { Dial } from '../time/dial.ts';
import { overrideAddresses } from './addresses.ts';

/*
 * What runs in a worker before the site's script: the clock of the page that has made it. The build makes
 * this file the source that `workerSource` gives.
 */

declare const GIVEN: Given;
declare const importScripts: (url: string) => void;

const { importScripts: nativeImport } = { importScripts };
const dial = new Dial();
let port: MessagePort | null = null;
let hasRealWorker = false;
let undo: Undo = () => {};

const answer = (said: WorkerAnswer) => {
  if (port) natives.postMessage(port, said);
};

function follow({ visitor, clockReading }: ClockSource): void {
  // What was skipped here is on the dial already.
  const reading = clockReading && {
    ...clockReading,
    shows: clockReading.shows - dial.wholeSkipped,
  };
  const simulation = { visitor, clockReading: reading };
  const followed = followedClock(simulation, dial);
  undo = undoAll([
    clock(simulation, dial) ?? (() => {}),
    followed
      ? overrideWorker({
          dial,
          clock: followed,
          base: () => GIVEN.address,
          keepsReal() {
            hasRealWorker = true;
            answer('real worker');
            return () => {};
          },
        })
      : () => {},
  ]);
}

/** Whether the site's code has begun to load something, and so runs. */
let siteLoads = false;
let isMissing = false;

/** The site's script could not be loaded: a worker without us shall say so, or do better. */
const notice = (event: Event) => {
  const error: unknown = Reflect.get(event, 'error');
  if (siteLoads || !(error instanceof DOMException) || error.name !== 'NetworkError') return;
  isMissing = true;
  workerNatives.stopImmediatePropagation(event);
  workerNatives.preventDefault(event);
};

/** The first message is ours: it comes once the site's script has run, as all do, and brings the port. */
const take = (event: Event) => {
  natives.removeEventListener(globalThis, 'message', take);
  natives.removeEventListener(globalThis, 'error', notice);
  workerNatives.stopImmediatePropagation(event);
  port = natives.messagePorts(event)[0] ?? null;
  if (!port) return;
  // Only our own code has the other end of the port.
  natives.addEventListener(port, 'message', (told: Event) =>
    obey(natives.messageData(told) as WorkerOrder),
  );
  natives.startPort(port);
  answer(isMissing ? 'not loaded' : 'ready');
  if (hasRealWorker) answer('real worker');
};

function obey(order: WorkerOrder): void {
  if (order.kind === 'skip') {
    if (order.ms > 0) void dial.skip(order.ms, () => false);
    return;
  }
  undo();
  undo = () => {};
  if (order.clock) follow(order.clock);
}

follow(GIVEN.clock);
overrideAddresses(GIVEN.address, () => {
  siteLoads = true;
});
natives.addEventListener(globalThis, 'message', take);
if (GIVEN.imports) {
  natives.addEventListener(globalThis, 'error', notice);
  natives.apply(nativeImport, globalThis, [GIVEN.address]);
}
