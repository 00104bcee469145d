import { isCondition } from '../model/conditions/index.ts';
import { countryUnknowns } from '../model/facts.ts';
import { repeats, type Scenario } from '../model/scenarios/scenario.ts';
import type { PageSimulation } from '../model/simulation.ts';
import { counterStores, type Visitor } from '../model/visitor/visitor.ts';
import type { BridgeOrder, PageOrder } from './page.ts';

/*
 * Checks for the page world, by hand, because a library would be most of its size: a header or a storage
 * entry with our name may come from anybody. They check the form, not the sense. A page that tampers with
 * Object.prototype can make them refuse, and so harms nobody but itself.
 */

type Unknown = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string';
/** A number that is neither NaN nor infinite. */
export const isNumber = (value: unknown): value is number =>
  typeof value === 'number' && value - value === 0;
const isAbsentOr = (value: unknown, check: (value: Unknown) => boolean) =>
  value === undefined || (isObject(value) && check(value));

function isListOf<T>(value: unknown, isOne: (one: unknown) => one is T): value is readonly T[] {
  if (!Array.isArray(value)) return false;
  for (let index = 0; index < value.length; index++) if (!isOne(value[index])) return false;
  return true;
}

function isOneOf<T>(value: unknown, all: readonly T[]): value is T {
  for (let index = 0; index < all.length; index++) if (all[index] === value) return true;
  return false;
}

const isCode = (value: unknown): value is string | null => value === null || isText(value);

function isVisitor(value: unknown): value is Visitor {
  return (
    isObject(value) &&
    isAbsentOr(value.clock, ({ at }) => at === null || isText(at)) &&
    isAbsentOr(
      value.country,
      ({ name, code, latitude, longitude }) =>
        isText(name) && isCode(code) && isNumber(latitude) && isNumber(longitude),
    ) &&
    isAbsentOr(value.referrer, (referrer) => isText(referrer.value)) &&
    isAbsentOr(
      value.visits,
      ({ number, store, name }) =>
        isNumber(number) && isOneOf(store, counterStores) && isText(name),
    )
  );
}

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
  (isText(value.value) || isNumber(value.value) || typeof value.value === 'boolean') &&
  typeof value.isDisplayable === 'boolean';

const isScenario = (value: unknown): value is Scenario =>
  isObject(value) &&
  isText(value.id) &&
  (value.name === undefined || isText(value.name)) &&
  isListOf(value.conditions, isCondition) &&
  isListOf(value.parameters, isParameter) &&
  isObject(value.invite) &&
  isText(value.invite.message) &&
  typeof value.invite.showPrechat === 'boolean' &&
  typeof value.invite.inNewWindow === 'boolean' &&
  isListOf(value.invite.context, isContextEntry) &&
  isOneOf(value.repeat, repeats) &&
  typeof value.resetsVisits === 'boolean';

export const isPageSimulation = (value: unknown): value is PageSimulation =>
  isObject(value) &&
  isNumber(value.epoch) &&
  isNumber(value.clockOffset) &&
  isVisitor(value.visitor) &&
  isListOf(value.scenarios, isScenario);

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
