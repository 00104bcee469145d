import * as v from 'valibot';
import { countryUnknowns } from '../model/facts.ts';
import { type Invite, MAX_CONTEXT_ENTRIES, MAX_RECORDED_TEXT } from '../model/invite.ts';
import { MAX_RECORDED, type RecordedInvite } from '../model/recordedInvite.ts';
import { invitesInPage, realWorkers } from '../model/report.ts';
import { MAX_VALUE_LENGTH, type MessageKey, type Text } from '../model/text.ts';
import { causes, eventKinds, outcomes, type TimelineEvent } from '../model/timeline.ts';
import { LATEST } from '../model/timeZone.ts';
import { navigations } from '../model/visitor/landing.ts';
import { MAX_ADDRESS_LENGTH, type Observation } from './page.ts';
import { watchedSchema } from './watched.ts';

/*
 * What a document may tell the background. Its author may be the page itself, so sizes are bounded, and
 * what is said here has no effect beyond what the popup shows of that page and the visits counted for it.
 */

const shortText = v.pipe(v.string(), v.maxLength(MAX_VALUE_LENGTH));
const finite = v.pipe(v.number(), v.finite());
const address = v.pipe(v.string(), v.maxLength(MAX_ADDRESS_LENGTH));
const names = v.pipe(v.string(), v.maxLength(64));

const isMessageKey = (value: unknown): value is MessageKey =>
  typeof value === 'string' && /^[A-Za-z]\w{0,63}$/.test(value);

/** A message that the catalogue does not have is shown as its key. */
const messageKey = v.custom<MessageKey>(isMessageKey, 'a message key');

export const textSchema: v.GenericSchema<unknown, Text> = v.strictObject({
  key: messageKey,
  values: v.pipe(v.array(shortText), v.maxLength(9)),
});

const country = v.union([
  v.strictObject({ name: shortText, code: v.nullable(v.pipe(v.string(), v.maxLength(2))) }),
  v.picklist(countryUnknowns),
]);

/** Of the entries of a record. */
const MOST = 1000;
const parameters = v.pipe(
  v.record(v.pipe(v.string(), v.maxLength(50)), shortText),
  v.maxEntries(MOST),
);

const facts = v.strictObject({
  clock: finite,
  sinceReady: v.nullable(finite),
  address,
  referrer: v.pipe(v.string(), v.maxLength(MAX_ADDRESS_LENGTH)),
  visits: v.nullable(finite),
  country,
  pointerLeftAt: v.nullable(finite),
  parameters,
});

export const widgetSchema = v.variant('state', [
  v.strictObject({ state: v.literal('none') }),
  v.strictObject({ state: v.literal('loading') }),
  v.strictObject({
    state: v.literal('ready'),
    seenLate: v.boolean(),
    chatActive: v.boolean(),
    isStandIn: v.exactOptional(v.literal(true)),
  }),
  v.strictObject({ state: v.literal('error'), text: textSchema }),
]);

const scenarioOutcome = v.strictObject({
  outcome: v.picklist(['qualified', ...outcomes]),
  cause: v.picklist(causes),
  text: textSchema,
  at: finite,
});

const recordedText = v.pipe(v.string(), v.maxLength(MAX_RECORDED_TEXT));

const recordedParts = {
  showPrechat: v.boolean(),
  inNewWindow: v.boolean(),
  context: v.pipe(
    v.array(
      v.strictObject({
        key: v.pipe(v.string(), v.maxLength(200)),
        value: v.union([recordedText, finite, v.boolean()]),
        isDisplayable: v.boolean(),
      }),
    ),
    v.maxLength(MAX_CONTEXT_ENTRIES),
  ),
};

const passedInvite: v.GenericSchema<unknown, Invite> = v.strictObject({
  message: recordedText,
  ...recordedParts,
});

const recordedInvite: v.GenericSchema<unknown, RecordedInvite> = v.strictObject({
  what: v.picklist(['invite', 'chat']),
  message: v.nullable(recordedText),
  ...recordedParts,
  cause: v.picklist(causes),
  scenarioId: v.exactOptional(names),
  at: finite,
});

export const reportSchema = v.strictObject({
  epoch: finite,
  delivery: v.picklist(['none', 'in time', 'late']),
  realWorkers: v.pipe(v.array(v.picklist(realWorkers)), v.maxLength(realWorkers.length)),
  widget: widgetSchema,
  facts,
  parameters: v.pipe(v.record(names, parameters), v.maxEntries(MOST)),
  at: finite,
  outcomes: v.pipe(v.record(names, scenarioOutcome), v.maxEntries(MOST)),
  invites: v.picklist(invitesInPage),
  recorded: v.pipe(v.array(recordedInvite), v.maxLength(MAX_RECORDED)),
});

/** The furthest from 1970 that a Date can tell, in ms: https://tc39.es/ecma262/#sec-time-values-and-time-range */
const moment = v.pipe(finite, v.minValue(-LATEST), v.maxValue(LATEST));

export const timelineEventSchema: v.GenericSchema<unknown, TimelineEvent> = v.strictObject({
  kind: v.picklist(eventKinds),
  text: textSchema,
  at: moment,
  visitorAt: moment,
  cause: v.exactOptional(v.picklist(causes)),
  scenarioId: v.exactOptional(names),
  invite: v.exactOptional(passedInvite),
});

const observation: v.GenericSchema<unknown, Observation> = v.variant('kind', [
  v.strictObject({ kind: v.literal('report'), report: reportSchema }),
  v.strictObject({ kind: v.literal('event'), event: timelineEventSchema }),
  v.strictObject({
    kind: v.literal('located'),
    latitude: v.pipe(finite, v.minValue(-90), v.maxValue(90)),
    longitude: v.pipe(finite, v.minValue(-180), v.maxValue(180)),
  }),
  v.strictObject({ kind: v.literal('watched'), watched: watchedSchema }),
  v.strictObject({ kind: v.literal('address changed'), address }),
  v.strictObject({ kind: v.literal('visits reset'), address }),
  v.strictObject({ kind: v.literal('real worker in frame'), why: v.picklist(realWorkers) }),
]);

/** What a bridge sends to the background. */
export const bridgeMessageSchema = v.variant('kind', [
  v.strictObject({
    kind: v.literal('hello'),
    navigation: v.picklist(navigations),
    /** Of the visitor whom the tab's opener sees, in the first document of a tab. */
    openerEpoch: v.nullable(finite),
  }),
  v.strictObject({ kind: v.literal('loaded') }),
  v.strictObject({ kind: v.literal('observed'), observation }),
]);

export type BridgeMessage = v.InferOutput<typeof bridgeMessageSchema>;
