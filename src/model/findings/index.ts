import { text } from '../text.ts';
import { type Examined, type Finding, MOST_EVIDENCE, onlyOnce, type Rule } from './rule.ts';
import { alertInTrigger } from './rules/alertInTrigger.ts';
import { authenticatedContext } from './rules/authenticatedContext.ts';
import { contextNotPrimitive } from './rules/contextNotPrimitive.ts';
import { contextShape } from './rules/contextShape.ts';
import { contextTooLong } from './rules/contextTooLong.ts';
import { counterNeverReset } from './rules/counterNeverReset.ts';
import { delayNotNumber } from './rules/delayNotNumber.ts';
import { geolocationNoFallback } from './rules/geolocationNoFallback.ts';
import { handlerReplaced } from './rules/handlerReplaced.ts';
import { inviteDuringChat } from './rules/inviteDuringChat.ts';
import { locationServiceFails } from './rules/locationServiceFails.ts';
import { locationServiceRetired } from './rules/locationServiceRetired.ts';
import { messageMissing } from './rules/messageMissing.ts';
import { policyBlocks } from './rules/policyBlocks.ts';
import { prechatLeftOut } from './rules/prechatLeftOut.ts';
import { providerThrows } from './rules/providerThrows.ts';
import { providerUndeclared } from './rules/providerUndeclared.ts';
import { readyNeverCame } from './rules/readyNeverCame.ts';
import { referrerNeverEqual } from './rules/referrerNeverEqual.ts';
import { severalInvites } from './rules/severalInvites.ts';
import { syntaxError } from './rules/syntaxError.ts';
import { triggerThrows } from './rules/triggerThrows.ts';
import { usedBeforeReady } from './rules/usedBeforeReady.ts';
import { visitsHardCoded } from './rules/visitsHardCoded.ts';
import { visitsOffByOne } from './rules/visitsOffByOne.ts';
import { widgetError } from './rules/widgetError.ts';
import { widgetNotLoaded } from './rules/widgetNotLoaded.ts';

/** The faults that keep an invite away, the more certain ones first. */
const preventing = [
  widgetError,
  policyBlocks,
  widgetNotLoaded,
  readyNeverCame,
  syntaxError,
  usedBeforeReady,
  providerUndeclared,
  providerThrows,
  triggerThrows,
  inviteDuringChat,
  severalInvites,
  referrerNeverEqual,
  handlerReplaced,
  geolocationNoFallback,
  locationServiceRetired,
  locationServiceFails,
] as const satisfies readonly Rule[];

/** The faults with which it comes, but too early, too often, or with something else in it. */
const spoiling = [
  visitsOffByOne,
  messageMissing,
  contextShape,
  contextTooLong,
  contextNotPrimitive,
  authenticatedContext,
  delayNotNumber,
  counterNeverReset,
  visitsHardCoded,
  prechatLeftOut,
  alertInTrigger,
] as const satisfies readonly Rule[];

/** Every known fault. A new one is its file and a line in one of the lists above. */
export const rules = [...preventing, ...spoiling] as const;

const findingOf = (examined: Examined, rule: Rule, prevents: boolean): readonly Finding[] => {
  const found = rule.look(examined);
  if (!found) return [];
  return [
    {
      rule: rule.name,
      cause: text(`finding_${rule.name}`, ...(found.values ?? [])),
      mend: text(`mend_${rule.name}`),
      prevents,
      evidence: onlyOnce(found.evidence).slice(0, MOST_EVIDENCE),
    },
  ];
};

/** What keeps the invite of a page away, or spoils it; the gravest first. */
export const findingsOf = (examined: Examined): readonly Finding[] => [
  ...preventing.flatMap((rule) => findingOf(examined, rule, true)),
  ...spoiling.flatMap((rule) => findingOf(examined, rule, false)),
];
