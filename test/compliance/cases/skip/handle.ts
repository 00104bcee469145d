import { property } from '../check.ts';

/** What the page script gives a driver: see `npm run page-script`. */
interface Handle {
  skip(ms: number): Promise<number>;
  skipToNextTimer(): Promise<number>;
}

const isHandle = (value: unknown): value is Handle =>
  typeof property(value, 'skip') === 'function' &&
  typeof property(value, 'skipToNextTimer') === 'function';

function handle(): Handle {
  const found = property(globalThis, 'triggerSimulator');
  if (!isHandle(found)) throw new Error('There is no handle of the page script here.');
  return found;
}

/** Lets `ms` pass at once; gives the ms that were skipped. */
export const skip = (ms: number): Promise<number> => handle().skip(ms);

/** Lets the time pass that is left until the next timer; gives the ms that were skipped. */
export const skipToNextTimer = (): Promise<number> => handle().skipToNextTimer();
