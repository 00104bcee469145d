import { type Condition, evaluateCondition } from '../../../../src/model/conditions/index.ts';
import type { Facts } from '../../../../src/model/facts.ts';
import { facts } from '../../builders.ts';
import { render } from '../../render.ts';

/** The verdict of a condition when this is known, its text in words. */
export function judge(condition: Condition, known: Partial<Facts>) {
  const { text, ...verdict } = evaluateCondition(condition, facts(known));
  return { ...verdict, words: render(text) };
}
