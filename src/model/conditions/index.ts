import type { Facts } from '../facts.ts';
import type { Fields, SettingsOf } from '../fields.ts';
import { fieldProblem } from '../fields.ts';
import type { Problem } from '../problem.ts';
import type { Text } from '../text.ts';
import type { Verdict } from '../verdict.ts';
import type { Arrangement, Arranging, ConditionKind } from './condition.ts';
import { country } from './country.ts';
import { dateWindow } from './dateWindow.ts';
import { exitIntent } from './exitIntent.ts';
import { pageAddress } from './pageAddress.ts';
import { parameter } from './parameter.ts';
import { referrer } from './referrer.ts';
import { timeOnPage } from './timeOnPage.ts';
import { visits } from './visits.ts';

/** Every kind of condition, by the `type` that scenarios name it by. A new one is its file and a line here. */
const kinds = {
  timeOnPage,
  visits,
  exitIntent,
  referrer,
  country,
  dateWindow,
  pageAddress,
  parameter,
};

type FieldsByType = { readonly [T in keyof typeof kinds]: (typeof kinds)[T]['fields'] };

export type ConditionType = keyof typeof kinds;

/** One requirement of a scenario: its type and its settings, side by side. */
export type Condition<T extends ConditionType = ConditionType> = {
  [K in T]: { readonly type: K } & SettingsOf<FieldsByType[K]>;
}[T];

/** The same table, typed so that a condition and its kind stay together for the compiler. */
const kindOf: { readonly [T in ConditionType]: ConditionKind<FieldsByType[T]> } = kinds;

export const conditionTypes = Object.keys(kinds) as readonly ConditionType[];

export const fieldsOf = (type: ConditionType): Fields => kindOf[type].fields;

export const isLookedFor = (type: ConditionType): boolean => kindOf[type].isLookedFor === true;

/** A condition to begin with. */
export function initialCondition(type: ConditionType): Condition {
  const settings = Object.entries(fieldsOf(type)).map(([name, { initial }]) => [name, initial]);
  const condition: unknown = { type, ...Object.fromEntries(settings) };
  if (!isCondition(condition)) throw new TypeError(`The fields of ${type} make no condition.`);
  return condition;
}

export const isConditionType = (type: unknown): type is ConditionType =>
  typeof type === 'string' && Object.hasOwn(kinds, type);

/** Whether a value has the form of a condition; whether its settings make sense is `conditionProblem`'s. */
export function isCondition(value: unknown): value is Condition {
  if (typeof value !== 'object' || value === null || !('type' in value)) return false;
  if (!isConditionType(value.type)) return false;
  const { type: _, ...settings }: Record<string, unknown> & { type: unknown } = { ...value };
  const fields = Object.entries(fieldsOf(value.type));
  return (
    Object.keys(settings).length === fields.length &&
    fields.every(([name, { kind }]) =>
      kind === 'number' ? Number.isFinite(settings[name]) : typeof settings[name] === 'string',
    )
  );
}

export function evaluateCondition<T extends ConditionType>(
  condition: Condition<T>,
  facts: Facts,
): Verdict {
  return kindOf[condition.type].evaluate(condition, facts);
}

export function describeCondition<T extends ConditionType>(condition: Condition<T>): Text {
  return kindOf[condition.type].describe(condition);
}

export function arrangeCondition<T extends ConditionType>(
  condition: Condition<T>,
  arranging: Arranging,
): Arrangement {
  return kindOf[condition.type].arrange(condition, arranging);
}

/** The first thing that is wrong with a condition's settings; null if nothing is. */
export function conditionProblem<T extends ConditionType>(condition: Condition<T>): Problem | null {
  const values: Readonly<Record<string, unknown>> = condition;
  for (const [name, field] of Object.entries(fieldsOf(condition.type))) {
    const problem = fieldProblem(field, values[name]);
    if (problem) return { path: name, text: problem };
  }
  return kindOf[condition.type].problem?.(condition) ?? null;
}
