import type { Arranging } from '../conditions/condition.ts';
import { arrangeCondition, evaluateCondition } from '../conditions/index.ts';
import type { Facts } from '../facts.ts';
import type { Text } from '../text.ts';
import type { Visitor } from '../visitor/visitor.ts';
import type { Scenario } from './scenario.ts';

/** A visitor for whom the conditions of a scenario hold, and what is left for the tester to do. */
export interface MadeTrue {
  readonly visitor: Visitor;
  readonly byHand: readonly Text[];
}

/**
 * Makes a visitor such that every condition of a scenario holds on the page that is shown, once it is
 * loaded anew and the time asked for has passed. Overrides of `present` that no condition has to do with
 * stay. `facts` are those of the page now, null if unknown: what the page itself already meets is left out.
 */
export function makeTrue(
  scenario: Scenario,
  present: Visitor,
  facts: Facts | null,
  arranging: Arranging,
): MadeTrue {
  let visitor = present;
  const byHand: Text[] = [];
  for (const condition of scenario.conditions) {
    const arrangement = arrangeCondition(condition, arranging);
    const wanted = arrangement.visitor ?? {};
    const keepsClock = wanted.clock?.at === null && visitor.clock !== undefined;
    visitor = { ...visitor, ...wanted, ...(keepsClock && { clock: visitor.clock }) };
    const isMet = facts !== null && evaluateCondition(condition, facts).state === 'met';
    if (arrangement.byHand && !isMet) byHand.push(arrangement.byHand);
  }
  return { visitor, byHand };
}

/** A page whose widget has become ready this moment, and of which nothing else is known. */
const justReady: Facts = {
  clock: 0,
  sinceReady: 0,
  address: '',
  referrer: '',
  visits: null,
  country: 'not asked',
  pointerLeftAt: null,
  parameters: {},
};

/** ms since lcw:ready after which no condition of a scenario has to wait for time to pass any more; 0 if none does. */
export const timeAskedFor = ({ conditions }: Scenario): number =>
  Math.max(
    0,
    ...conditions.map((condition) => {
      const verdict = evaluateCondition(condition, justReady);
      const isTimed = verdict.state === 'waiting' && 'until' in verdict;
      return isTimed && verdict.until.dial === 'page' ? verdict.until.ms : 0;
    }),
  );
