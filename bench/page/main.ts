import { looks } from './look.ts';
import { type Operation, operations, setPending } from './operations.ts';

/*
 * What runs in a page before any clock is put into it: so it measures by the browser's own clock, whatever
 * the page is made to see later.
 */

const now = performance.now.bind(performance);
const later: (callback: () => void) => void = (() => {
  const { port1, port2 } = new MessageChannel();
  const callbacks: (() => void)[] = [];
  port1.onmessage = () => callbacks.shift()?.();
  return (callback) => {
    callbacks.push(callback);
    port2.postMessage(null);
  };
})();

const isOperation = (name: string): name is Operation => name in operations;

/** Does something many times; gives the ms that it took. */
function batch(name: string, times: number): number {
  if (!isOperation(name)) throw new Error(`There is no operation ${name}.`);
  const begin = now();
  operations[name](times);
  return now() - begin;
}

/**
 * Does something in many short batches, one right after the other; gives the ms of the middle one, so that
 * those in which the machine was busy with something else do not count.
 */
function middle(name: string, times: number, batches: number): number {
  const sorted = Array.from({ length: batches }, () => batch(name, times)).toSorted(
    (a, b) => a - b,
  );
  return sorted[batches >> 1] ?? Number.NaN;
}

/** How many times something has to be done to take at least `ms`; the browser has warmed up by then. */
function timesFor(name: string, ms: number): number {
  let times = 64;
  while (batch(name, times) < ms) times *= 2;
  return times;
}

/** Follows a chain of zero delays to its end; gives the ms that it took. */
function chain(links: number): Promise<number> {
  return new Promise((resolve) => {
    const begin = now();
    let done = 0;
    const next = (): void => {
      if (++done === links) resolve(now() - begin);
      else setTimeout(next, 0);
    };
    setTimeout(next, 0);
  });
}

/** The ms between animation frames, one after the other. */
function frames(count: number): Promise<readonly number[]> {
  return new Promise((resolve) => {
    const times: number[] = [];
    const next = (): void => {
      times.push(now());
      if (times.length <= count) requestAnimationFrame(next);
      else resolve(times.slice(1).map((time, index) => time - (times[index] ?? 0)));
    };
    requestAnimationFrame(next);
  });
}

const HOUR = 3_600_000;

/** Fills an hour with timers, lets `skip` run it through, and tells how many callbacks came and how long it took. */
async function hour(
  timeouts: number,
  intervals: number,
  skip: (ms: number) => unknown,
): Promise<{ ms: number; callbacks: number }> {
  let callbacks = 0;
  const count = (): void => {
    callbacks++;
  };
  // Not in order, and not the same for any two neighbours.
  for (let index = 0; index < timeouts; index++)
    setTimeout(count, 1 + ((index * 7919) % (HOUR - 1)));
  const ids = Array.from({ length: intervals }, () => setInterval(count, 1000));
  const begin = now();
  await skip(HOUR);
  const ms = now() - begin;
  for (const id of ids) clearInterval(id);
  return { ms, callbacks };
}

/** Runs a script as the page's own; gives the ms that it took. */
function evaluate(source: string): number {
  const script = document.createElement('script');
  script.textContent = source;
  const begin = now();
  document.documentElement.append(script);
  return now() - begin;
}

/** The longest that other tasks had to wait while something went on, in ms. */
async function longestWait(during: () => unknown): Promise<number> {
  let longest = 0;
  let last = now();
  let done = false;
  const look = (): void => {
    const time = now();
    longest = Math.max(longest, time - last);
    last = time;
    if (!done) later(look);
  };
  later(look);
  await during();
  done = true;
  look();
  return longest;
}

Object.defineProperty(globalThis, 'bench', {
  value: { middle, timesFor, setPending, chain, frames, hour, evaluate, looks, longestWait },
});
