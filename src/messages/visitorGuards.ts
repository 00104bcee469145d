import type { ClockOverride, ClockReading } from '../model/visitor/clock.ts';
import { type CountryOverride, positionAnswers, serviceAnswers } from '../model/visitor/country.ts';
import type { Landing } from '../model/visitor/landing.ts';
import {
  type ReferrerEnd,
  type ReferrerOverride,
  referrerEnds,
} from '../model/visitor/referrer.ts';
import type { Visitor } from '../model/visitor/visitor.ts';
import { counterStores, type NumberedVisit, type VisitsOverride } from '../model/visitor/visits.ts';
import { isAbsentOr, isFlag, isNumber, isObject, isOneOf, isText } from './guards.ts';

const isClock = (value: unknown): value is ClockOverride =>
  isObject(value) &&
  (value.at === null || isText(value.at)) &&
  isAbsentOr(value.speed, isNumber) &&
  isAbsentOr(value.timeZone, isText);

export const isClockReading = (value: unknown): value is ClockReading =>
  isObject(value) && isNumber(value.shows) && isNumber(value.at);

export const isLanding = (value: unknown): value is Landing =>
  isObject(value) && isText(value.address) && isFlag(value.isShown);

const isAnswerOf =
  <T>(answers: readonly T[]) =>
  (value: unknown): value is { answer: T; afterMs: number } =>
    isObject(value) && isOneOf(value.answer, answers) && isNumber(value.afterMs);

const isCountry = (value: unknown): value is CountryOverride =>
  isObject(value) &&
  isText(value.name) &&
  (value.code === null || isText(value.code)) &&
  isNumber(value.latitude) &&
  isNumber(value.longitude) &&
  isAbsentOr(value.geolocation, isAnswerOf(positionAnswers)) &&
  isAbsentOr(value.services, isAnswerOf(serviceAnswers)) &&
  isAbsentOr(value.cdnHeaders, isFlag) &&
  isAbsentOr(value.language, isText) &&
  isAbsentOr(value.timeZone, isText);

const isEnd = (value: unknown): value is ReferrerEnd => isOneOf(value, referrerEnds);

const isReferrer = (value: unknown): value is ReferrerOverride =>
  isObject(value) && isText(value.value) && isAbsentOr(value.until, isEnd);

const isNumbered = (value: unknown): value is NumberedVisit =>
  isObject(value) &&
  isNumber(value.number) &&
  isOneOf(value.store, counterStores) &&
  isText(value.name) &&
  isAbsentOr(value.addsOne, isFlag);

const isVisits = (value: unknown): value is VisitsOverride =>
  isNumbered(value) || (isObject(value) && value.first === true);

export const isVisitor = (value: unknown): value is Visitor =>
  isObject(value) &&
  isAbsentOr(value.clock, isClock) &&
  isAbsentOr(value.country, isCountry) &&
  isAbsentOr(value.referrer, isReferrer) &&
  isAbsentOr(value.visits, isVisits);
