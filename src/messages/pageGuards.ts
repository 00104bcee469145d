import { isCondition } from '../model/conditions/index.ts';
import { countryUnknowns } from '../model/facts.ts';
import { repeats, type Scenario } from '../model/scenarios/scenario.ts';
import { inviteModes, type PageSimulation } from '../model/simulation.ts';
import {
  isAbsentOr,
  isFlag,
  isListOf,
  isNumber,
  isObject,
  isOneOf,
  isText,
  isTrue,
} from './guards.ts';
import type { BridgeOrder, PageOrder } from './page.ts';
import { isClockReading, isLanding, isVisitor } from './visitorGuards.ts';

/* What the page world takes: a header or a storage entry with our name may come from anybody. */

const isCode = (value: unknown): value is string | null => value === null || isText(value);

const isParameter = (value: unknown): value is Scenario['parameters'][number] =>
  isObject(value) &&
  isText(value.name) &&
  isObject(value.source) &&
  ((value.source.from === 'typed' && isText(value.source.value)) ||
    (value.source.from === 'address' && isText(value.source.parameter)) ||
    (value.source.from === 'element' && isText(value.source.selector)));

const isContextEntry = (value: unknown): value is Scenario['invite']['context'][number] =>
  isObject(value) &&
  isText(value.key) &&
  (isText(value.value) || isNumber(value.value) || isFlag(value.value)) &&
  isFlag(value.isDisplayable);

const isScenario = (value: unknown): value is Scenario =>
  isObject(value) &&
  isText(value.id) &&
  (value.name === undefined || isText(value.name)) &&
  isListOf(value.conditions, isCondition) &&
  isListOf(value.parameters, isParameter) &&
  isObject(value.invite) &&
  isText(value.invite.message) &&
  isFlag(value.invite.showPrechat) &&
  isFlag(value.invite.inNewWindow) &&
  isListOf(value.invite.context, isContextEntry) &&
  isOneOf(value.repeat, repeats) &&
  isFlag(value.resetsVisits);

export const isPageSimulation = (value: unknown): value is PageSimulation =>
  isObject(value) &&
  isNumber(value.epoch) &&
  (value.clockReading === null || isClockReading(value.clockReading)) &&
  isVisitor(value.visitor) &&
  isAbsentOr(value.landing, isLanding) &&
  isListOf(value.scenarios, isScenario) &&
  isOneOf(value.invites, inviteModes) &&
  isAbsentOr(value.isSiteWatched, isTrue);

export function isPageOrder(value: unknown): value is PageOrder {
  if (!isObject(value)) return false;
  switch (value.kind) {
    case 'simulation':
      return value.simulation === null || isPageSimulation(value.simulation);
    case 'visits':
      return isNumber(value.visits);
    case 'country':
      return (
        isOneOf(value.country, countryUnknowns) ||
        (isObject(value.country) && isText(value.country.name) && isCode(value.country.code))
      );
    case 'fire':
      return isScenario(value.scenario);
    case 'skip':
      return isNumber(value.ms) && isAbsentOr(value.toNextTimer, isTrue);
    case 'skip in frame':
      return isNumber(value.ms);
    case 'leave':
    case 'report':
      return true;
    default:
      return false;
  }
}

export const isBridgeOrder = (value: unknown): value is BridgeOrder =>
  isObject(value) && value.kind === 'handover'
    ? value.simulation === null || isPageSimulation(value.simulation)
    : isPageOrder(value);
