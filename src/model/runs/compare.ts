import type { ContextEntry, Invite } from '../invite.ts';
import { type Text, text } from '../text.ts';
import type { Happened, OfferedInvite } from './happened.ts';
import type { ExpectedInvite, Run } from './run.ts';

/** The longest text that is told in full of each side. */
const LONGEST = 200;
/** How much is told of what two long texts have in common before they differ. */
const BEFORE = 40;

/** Two texts so short that a person sees where they differ. */
function sides(expected: string, actual: string): readonly [string, string] {
  if (expected.length <= LONGEST && actual.length <= LONGEST) return [expected, actual];
  let same = 0;
  while (same < expected.length && expected[same] === actual[same]) same++;
  const from = Math.max(0, same - BEFORE);
  const cut = (value: string) => {
    const part = value.slice(from, from + LONGEST);
    return `${from > 0 ? '…' : ''}${part}${from + LONGEST < value.length ? '…' : ''}`;
  };
  return [cut(expected), cut(actual)];
}

function entryDifference(
  { key, value }: Pick<ContextEntry, 'key' | 'value'>,
  { context }: Invite,
): readonly Text[] {
  const found = context.find((entry) => entry.key === key);
  if (!found) return [text('runContextMissing', key, String(value))];
  if (found.value === value) return [];
  // A number and the text of it look alike.
  const name = (one: unknown) => (typeof one === 'string' ? `“${one}”` : String(one));
  const [wanted, came] = sides(name(value), name(found.value));
  return [text('runContextDiffers', key, wanted, came)];
}

function detailDifferences(
  { showPrechat, context = [] }: ExpectedInvite,
  passed: Invite | null,
): readonly Text[] {
  if (showPrechat === undefined && context.length === 0) return [];
  if (!passed) return [text('runDetailsUnknown')];
  return [
    ...(showPrechat === undefined || showPrechat === passed.showPrechat
      ? []
      : [text(showPrechat ? 'runPrechatMissing' : 'runPrechatUnexpected')]),
    ...context.flatMap((entry) => entryDifference(entry, passed)),
  ];
}

function inviteDifferences(expected: ExpectedInvite, actual: OfferedInvite): readonly Text[] {
  const [wanted, came] = sides(expected.message, actual.message);
  return [
    ...(actual.message === expected.message ? [] : [text('runMessageDiffers', wanted, came)]),
    ...detailDifferences(expected, actual.passed),
    ...(actual.fate === 'blocked' ? [actual.text] : []),
    ...(actual.fate === 'offered' ? [text('runNotShown')] : []),
  ];
}

/** By what a visit differs from what was expected of it, in sentences; none if the run passes. */
export function compareRun(
  { invite: expected }: Run['expects'],
  { invite: actual, hindrance }: Happened,
): readonly Text[] {
  if (!expected) return actual ? [text('runUnexpected', sides(actual.message, '')[0])] : [];
  if (actual) return inviteDifferences(expected, actual);
  return [text('runNoInvite', sides(expected.message, '')[0]), ...(hindrance ? [hindrance] : [])];
}
