import { text } from '../text.ts';
import type { Examined, Finding, Found, Rule } from './rule.ts';
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

/** Every known fault, the one that keeps an invite away for certain before others. A new one is its file and a line here. */
export const rules = [
  widgetError,
  widgetNotLoaded,
  readyNeverCame,
  policyBlocks,
  syntaxError,
  usedBeforeReady,
  providerUndeclared,
  providerThrows,
  triggerThrows,
  inviteDuringChat,
  severalInvites,
  messageMissing,
  contextShape,
  contextTooLong,
  contextNotPrimitive,
  authenticatedContext,
  referrerNeverEqual,
  delayNotNumber,
  visitsOffByOne,
  counterNeverReset,
  visitsHardCoded,
  handlerReplaced,
  geolocationNoFallback,
  locationServiceRetired,
  locationServiceFails,
  prechatLeftOut,
  alertInTrigger,
] as const satisfies readonly Rule[];

/** What keeps the invite of a page away, or spoils it; the gravest first. */
export const findingsOf = (examined: Examined): readonly Finding[] =>
  rules.flatMap((rule) => {
    const found: Found | null = rule.look(examined);
    if (!found) return [];
    return {
      rule: rule.name,
      cause: text(`finding_${rule.name}`, ...(found.values ?? [])),
      mend: text(`mend_${rule.name}`),
      evidence: found.evidence,
    };
  });
