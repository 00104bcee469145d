import * as v from 'valibot';
import { outcomes } from '../model/timeline.ts';
import {
  type CodePlace,
  type Ending,
  ignoredReasons,
  inputNames,
  MAX_ARGUMENTS,
  MAX_FILE,
  MAX_PARTS,
  MAX_SAMPLE,
  MAX_SOURCE,
  MOST_WATCHED,
  neverRanKinds,
  type Sample,
  sampleTypes,
  sdkMethods,
  type Watched,
} from '../model/watch/watched.ts';

/* What a document may tell of the site's own code, whose author may be the page itself: so all is bounded. */

const finite = v.pipe(v.number(), v.finite());
const shortText = v.pipe(v.string(), v.maxLength(MAX_SAMPLE));
const file = v.pipe(v.string(), v.maxLength(MAX_FILE));
const listOf = <T>(item: v.GenericSchema<unknown, T>) =>
  v.pipe(v.array(item), v.maxLength(MOST_WATCHED));

const place: v.GenericSchema<unknown, CodePlace | null> = v.nullable(
  v.strictObject({ file, line: finite, column: finite }),
);

const sampleWith = (parts: v.GenericSchema<unknown, Sample>): v.GenericSchema<unknown, Sample> =>
  v.strictObject({
    type: v.picklist(sampleTypes),
    text: shortText,
    parts: v.exactOptional(v.pipe(v.record(shortText, parts), v.maxEntries(MAX_PARTS))),
  });
const plainSample: v.GenericSchema<unknown, Sample> = v.strictObject({
  type: v.picklist(sampleTypes),
  text: shortText,
});
/** As deep as pages are looked into: a context, its entries, and what each of them is. */
const sample = sampleWith(sampleWith(plainSample));

const ending: v.GenericSchema<unknown, Ending> = v.union([
  v.strictObject({ returned: sample }),
  v.strictObject({ threw: shortText }),
]);

/** What was seen of the site's own code in a document. */
export const watchedSchema: v.GenericSchema<unknown, Watched> = v.strictObject({
  at: finite,
  isFromStart: v.boolean(),
  loadedAt: v.nullable(finite),
  sdkUses: listOf(
    v.strictObject({
      method: v.picklist(sdkMethods),
      args: v.pipe(v.array(sample), v.maxLength(MAX_ARGUMENTS)),
      by: place,
      ending,
      isReady: v.boolean(),
      ignored: v.nullable(v.picklist(ignoredReasons)),
      at: finite,
    }),
  ),
  contexts: listOf(v.strictObject({ ending, by: place, at: finite })),
  events: listOf(v.strictObject({ name: shortText, detail: sample, at: finite })),
  inputs: listOf(
    v.strictObject({
      input: v.picklist(inputNames),
      what: shortText,
      argument: v.nullable(sample),
      value: v.nullable(sample),
      by: place,
      isTrigger: v.boolean(),
      times: finite,
      at: finite,
    }),
  ),
  timers: listOf(
    v.strictObject({
      dueIn: finite,
      delay: finite,
      repeats: v.boolean(),
      by: place,
      isTrigger: v.boolean(),
    }),
  ),
  faults: listOf(
    v.strictObject({
      name: shortText,
      message: shortText,
      by: place,
      isTrigger: v.boolean(),
      isReady: v.boolean(),
      neverRan: v.nullable(v.picklist(neverRanKinds)),
      at: finite,
    }),
  ),
  replaced: listOf(
    v.strictObject({ what: shortText, by: place, before: place, isTrigger: v.boolean() }),
  ),
  lostScripts: listOf(shortText),
  refusals: listOf(v.strictObject({ directive: shortText, blocked: shortText, by: place })),
  sources: listOf(
    v.strictObject({
      file,
      firstLine: v.nullable(finite),
      text: v.pipe(v.string(), v.maxLength(MAX_SOURCE)),
    }),
  ),
  invites: listOf(v.strictObject({ outcome: v.picklist(outcomes), at: finite })),
  isCut: v.boolean(),
});
