import browser from 'webextension-polyfill';
import { describeCondition } from './model/conditions/index.ts';
import type { Scenario } from './model/scenarios/scenario.ts';
import type { MessageKey, Text } from './model/text.ts';
import type { Cause, TimelineEvent } from './model/timeline.ts';

/** The message of a key that is made from data, such as a scenario's id; '' if there is none. */
export const lookUp = (key: string, ...values: readonly string[]): string =>
  browser.i18n.getMessage(key, [...values]);

/** A message in the tester's language. */
export const say = (key: MessageKey, ...values: readonly (string | number)[]): string =>
  lookUp(key, ...values.map(String)) || key;

/** The language that the messages are in, as a BCP 47 tag; the browser's own may be one that we do not have. */
export const messagesLanguage = (): string => say('localeCode');

/** A sentence of the model in the tester's language. */
export const words = ({ key, values }: Text): string => say(key, ...values);

/** The name that a scenario has as long as nobody has renamed it. */
export const builtInName = (id: string): string => lookUp(`scenario_${id}`) || id;

export const scenarioName = ({ id, name }: Scenario): string => name ?? builtInName(id);

/** Things side by side in one line. */
export const list = (items: readonly string[]): string => items.join(' · ');

/** What a scenario asks for, in one line. */
export const conditionWords = ({ conditions }: Scenario): string =>
  list(conditions.map((condition) => words(describeCondition(condition))));

/** Who brought an invite about; null where the name of its scenario is not known or says nothing new. */
export function causeWords(cause: Cause, name: string | null): string {
  switch (cause) {
    case 'site':
      return say('uiBySite');
    case 'scenario':
      return name === null ? say('uiByThisScenario') : say('uiByScenario', name);
    case 'fire':
      return name === null ? say('uiByFire') : say('uiByFireOf', name);
  }
}

/** Who caused an event, in words; null for one that nobody caused. */
export function byWhom(event: TimelineEvent, scenarios: readonly Scenario[]): string | null {
  if (!event.cause) return null;
  const scenario = scenarios.find(({ id }) => id === event.scenarioId);
  return causeWords(event.cause, scenario ? scenarioName(scenario) : null);
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A time to wait, rounded up, in the largest unit that still says enough. */
export function duration(ms: number): string {
  if (ms < 2 * MINUTE) return say('uiSeconds', Math.ceil(ms / 1000));
  if (ms < 2 * HOUR) return say('uiMinutes', Math.ceil(ms / MINUTE));
  if (ms < 2 * DAY) return say('uiHours', Math.ceil(ms / HOUR));
  return say('uiDays', Math.ceil(ms / DAY));
}
