import { asNumber, invoke, property } from '../check.ts';

/* What the page script gives a driver: see `npm run page-script`. */

const handle = (): unknown => property(globalThis, 'triggerSimulator');

/** Lets `ms` pass at once; gives the ms that were skipped. */
export async function skip(ms: number): Promise<number> {
  return asNumber(await invoke(handle(), 'skip', ms), 'what skip gives');
}

/** Lets the time pass that is left until the next timer; gives the ms that were skipped. */
export async function skipToNextTimer(): Promise<number> {
  return asNumber(await invoke(handle(), 'skipToNextTimer'), 'what skipToNextTimer gives');
}
