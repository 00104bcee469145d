import type { Observation } from '../../messages/page.ts';
import { text } from '../../model/text.ts';
import * as natives from './natives.ts';
import { waitReally } from './time/wait.ts';

/** The events and changes of address that a document tells of in one second: a page can make thousands. */
export const MOST_A_SECOND = 50;

const SECOND = 1000;

/**
 * Passes observations on, of events and changes of address so many a second. At the end of the second it
 * says how many events were left out, and where the page has arrived. `clock` is the visitor's wall clock,
 * in ms since 1970.
 */
export function paced(
  observe: (observation: Observation) => void,
  clock: () => number,
): (observation: Observation) => void {
  let began = Number.NEGATIVE_INFINITY;
  let told = 0;
  let leftOut = 0;
  let lastAddress: Observation | null = null;
  let endIsDue = false;

  const begin = () => {
    began = natives.now();
    told = 0;
  };
  const end = () => {
    endIsDue = false;
    begin();
    if (leftOut > 0) observe(leftOutEvent(leftOut, clock()));
    leftOut = 0;
    if (lastAddress) observe(lastAddress);
    lastAddress = null;
  };
  return (observation) => {
    if (observation.kind !== 'event' && observation.kind !== 'address changed') {
      observe(observation);
      return;
    }
    if (!endIsDue && natives.now() - began >= SECOND) begin();
    if (told < MOST_A_SECOND) {
      told++;
      observe(observation);
      return;
    }
    if (observation.kind === 'event') leftOut++;
    else lastAddress = observation;
    if (endIsDue) return;
    endIsDue = true;
    waitReally(Math.max(0, began + SECOND - natives.now()), end);
  };
}

const leftOutEvent = (count: number, visitorAt: number): Observation => ({
  kind: 'event',
  event: {
    kind: 'left out',
    text: text('eventsLeftOut', count, MOST_A_SECOND),
    at: natives.dateNow(),
    visitorAt,
  },
});
