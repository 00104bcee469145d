import type { MessageKey } from '../model/text.ts';
import { activeOverrides, type OverrideName, type Visitor } from '../model/visitor/visitor.ts';
import { isFirstVisit } from '../model/visitor/visits.ts';
import { say } from './texts.ts';

const ordinal = new Intl.PluralRules('en', { type: 'ordinal' });
const VISIT: Readonly<Partial<Record<Intl.LDMLPluralRule, MessageKey>>> = {
  one: 'uiVisitOne',
  two: 'uiVisitTwo',
  few: 'uiVisitFew',
};

/** The date and time of an instant as it was written, in its own offset. */
function clockFace(instant: string): string {
  const format = new Intl.DateTimeFormat(undefined, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'UTC',
  });
  return format.format(new Date(instant.replace(/(Z|[+-]\d{2}:\d{2})$/, 'Z')));
}

const describe: { readonly [N in OverrideName]: (override: NonNullable<Visitor[N]>) => string } = {
  clock: ({ at }) => (at === null ? say('uiClockSkippable') : clockFace(at)),
  country: ({ name }) => name,
  referrer: ({ value }) => (value === '' ? say('uiReferrerDirectVisit') : value),
  visits: (override) => {
    const number = isFirstVisit(override) ? 1 : override.number;
    return say(VISIT[ordinal.select(number)] ?? 'uiVisitOther', number);
  },
};

function chipOf<N extends OverrideName>(name: N, visitor: Visitor): string {
  const override = visitor[name];
  return override ? describe[name](override) : '';
}

/** What a visitor is made to be, in a few words for each override. */
export const overrideChips = (
  visitor: Visitor,
): readonly { readonly name: OverrideName; readonly text: string }[] =>
  activeOverrides(visitor).map((name) => ({ name, text: chipOf(name, visitor) }));
