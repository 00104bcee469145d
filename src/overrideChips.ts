import type { MessageKey } from './model/text.ts';
import { isTimeZone } from './model/timeZone.ts';
import { type ClockOverride, instantOf } from './model/visitor/clock.ts';
import {
  activeOverrides,
  type OverrideName,
  timeZoneOf,
  type Visitor,
} from './model/visitor/visitor.ts';
import { isFirstVisit } from './model/visitor/visits.ts';
import { list, messagesLanguage, say } from './texts.ts';

const VISIT: Readonly<Partial<Record<Intl.LDMLPluralRule, MessageKey>>> = {
  one: 'uiVisitOne',
  two: 'uiVisitTwo',
  few: 'uiVisitFew',
};

/** The form of an ordinal number in the language of the messages. */
const ordinal = (number: number): Intl.LDMLPluralRule =>
  new Intl.PluralRules(messagesLanguage(), { type: 'ordinal' }).select(number);

/** The city of a time zone: `Tokyo` for Asia/Tokyo. */
const cityOf = (timeZone: string): string => timeZone.replace(/^.*\//, '').replaceAll('_', ' ');

/** What a clock shows when it is applied, in its own time zone. */
function clockFace(at: string, typed: string | null): string {
  // While it is being typed it may be the name of none.
  const timeZone = typed !== null && isTimeZone(typed) ? typed : null;
  const format = new Intl.DateTimeFormat(undefined, {
    dateStyle: 'medium',
    timeStyle: 'short',
    ...(timeZone !== null && { timeZone }),
  });
  const shown = instantOf(at, timeZone);
  return shown === null ? at : format.format(shown);
}

function paceWords(speed: number | undefined): readonly string[] {
  if (speed === undefined) return [];
  return [speed === 0 ? say('uiClockIsStopped') : say('uiClockTimes', speed)];
}

function clockWords({ at, speed, timeZone }: ClockOverride, visitor: Visitor): string {
  const words = [
    ...(at === null ? [] : [clockFace(at, timeZoneOf(visitor))]),
    ...(timeZone === undefined ? [] : [cityOf(timeZone)]),
    ...paceWords(speed),
  ];
  return words.length === 0 ? say('uiClockSkippable') : list(words);
}

const describe: {
  readonly [N in OverrideName]: (override: NonNullable<Visitor[N]>, visitor: Visitor) => string;
} = {
  clock: clockWords,
  country: ({ name }) => name,
  referrer: ({ value }) => (value === '' ? say('uiReferrerDirectVisit') : value),
  visits: (override) => {
    const number = isFirstVisit(override) ? 1 : override.number;
    return say(VISIT[ordinal(number)] ?? 'uiVisitOther', number);
  },
};

function chipOf<N extends OverrideName>(name: N, visitor: Visitor): string {
  const override = visitor[name];
  return override ? describe[name](override, visitor) : '';
}

/** What a visitor is made to be, in a few words for each override. */
export const overrideChips = (
  visitor: Visitor,
): readonly { readonly name: OverrideName; readonly text: string }[] =>
  activeOverrides(visitor).map((name) => ({ name, text: chipOf(name, visitor) }));
