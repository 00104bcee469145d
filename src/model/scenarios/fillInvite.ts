import { type Facts, knownParameter } from '../facts.ts';
import type { ContextValue, FilledInvite, Invite } from '../invite.ts';
import { type Text, text } from '../text.ts';
import type { Scenario } from './scenario.ts';

const PLACEHOLDER = /\{([^{}]+)\}/g;

/** The placeholders that every invite knows; its scenario's named parameters come on top. */
const placeholders: Readonly<
  Record<string, (scenario: Scenario, facts: Facts) => ContextValue | null>
> = {
  'page url': (_scenario, facts) => facts.address,
  referrer: (_scenario, facts) => facts.referrer,
  visits: (_scenario, facts) => facts.visits,
  /** The time the scenario asks for, in ms, as sites report it; without one, the time so far. */
  'time on page'(scenario, facts) {
    for (const condition of scenario.conditions) {
      if (condition.type === 'timeOnPage') return Math.round(condition.seconds * 1000);
    }
    return facts.sinceReady === null ? null : Math.round(facts.sinceReady);
  },
  /** The country found; while none is, the one asked for, so that a presenter can fire anywhere. */
  country(scenario, facts) {
    if (typeof facts.country !== 'string') return facts.country.name;
    for (const condition of scenario.conditions) {
      if (condition.type === 'country') return condition.equals;
    }
    return null;
  },
};

const textsOf = (invite: Invite): readonly string[] => [
  invite.message,
  ...invite.context.flatMap(({ value }) => (typeof value === 'string' ? [value] : [])),
];

/** The names in braces of an invite's texts, each once. */
export function placeholdersIn(value: string): readonly string[] {
  return [...new Set([...value.matchAll(PLACEHOLDER)].map((found) => found[1] ?? ''))];
}

/** Whether every invite knows a placeholder of this name, so that no parameter can have it. */
export const isBuiltInPlaceholder = (name: string): boolean => Object.hasOwn(placeholders, name);

/** The placeholders that a scenario's invite may use. */
export function knownPlaceholders(scenario: Scenario): readonly string[] {
  return [...Object.keys(placeholders), ...scenario.parameters.map(({ name }) => name)];
}

/**
 * The scenario's invite with its placeholders filled from the facts, or a sentence that says which one
 * could not be filled.
 */
export function fillInvite(
  scenario: Scenario,
  facts: Facts,
): { invite: FilledInvite } | { problem: Text } {
  const fillingOf = (name: string): ContextValue | null =>
    Object.hasOwn(placeholders, name)
      ? (placeholders[name]?.(scenario, facts) ?? null)
      : knownParameter(facts, name);

  for (const name of textsOf(scenario.invite).flatMap(placeholdersIn)) {
    if (fillingOf(name) === null) {
      const isParameter = scenario.parameters.some((parameter) => parameter.name === name);
      return { problem: text(isParameter ? 'parameterUnknown' : 'placeholderUnknownValue', name) };
    }
  }

  const fillText = (value: string) =>
    value.replace(PLACEHOLDER, (_all, name: string) => String(fillingOf(name)));
  const fill = (value: ContextValue): ContextValue => {
    if (typeof value !== 'string') return value;
    const alone = /^\{([^{}]+)\}$/.exec(value)?.[1];
    return (alone === undefined ? null : fillingOf(alone)) ?? fillText(value);
  };

  const { message, showPrechat, inNewWindow, context } = scenario.invite;
  return {
    invite: {
      message: fillText(message),
      showPrechat,
      inNewWindow,
      context: Object.fromEntries(
        context.map(({ key, value, isDisplayable }) => [
          key,
          { value: fill(value), isDisplayable },
        ]),
      ),
    },
  };
}
