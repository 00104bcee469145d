import { isNumber } from '../../../messages/guards.ts';
import { type ContextEntry, MAX_CONTEXT_ENTRIES } from '../../../model/invite.ts';
import { cutRecord, type RecordedInvite } from '../../../model/recordedInvite.ts';
import * as natives from '../natives.ts';
import { findSdk } from './sdk.ts';
import type { SiteCall } from './siteCalls.ts';

/** A property of something the page has given us; nothing if there is none or reading it throws. */
function read(owner: unknown, key: string): unknown {
  if ((typeof owner !== 'object' && typeof owner !== 'function') || owner === null)
    return undefined;
  try {
    return Reflect.get(owner, key);
  } catch {
    return undefined;
  }
}

/** What a function of the page gives; nothing if it is none, or throws. */
function ask(fn: unknown, self: unknown): unknown {
  if (typeof fn !== 'function') return undefined;
  try {
    return natives.apply(fn, self, []);
  } catch {
    return undefined;
  }
}

/** The context that the site's provider gives now, as the widget asks for it when a chat starts. */
function providedContext(): unknown {
  const sdk = findSdk();
  return ask(ask(read(sdk, 'getContextProvider'), sdk), undefined);
}

function entry(context: object, key: string): ContextEntry {
  const given = read(context, key);
  const value = read(given, 'value');
  const isPrimitive = typeof value === 'string' || typeof value === 'boolean' || isNumber(value);
  return {
    key,
    // Whatever else it is, the widget does not take it.
    value: isPrimitive ? value : `(${typeof value})`,
    isDisplayable: read(given, 'isDisplayable') === true,
  };
}

function entriesOf(context: unknown): readonly ContextEntry[] {
  if (typeof context !== 'object' || context === null) return [];
  try {
    return Object.keys(context)
      .slice(0, MAX_CONTEXT_ENTRIES)
      .map((key) => entry(context, key));
  } catch {
    return [];
  }
}

/** What the site's own code wanted of the widget, by the arguments of its call. `at` in ms since 1970. */
export function siteInvite(call: SiteCall, args: readonly unknown[], at: number): RecordedInvite {
  const [first, showPrechat, options] = args;
  const told = { cause: 'site', at } as const;
  if (call === 'startChat') {
    return cutRecord({
      what: 'chat',
      message: null,
      showPrechat: false,
      inNewWindow: read(first, 'inNewWindow') === true,
      context: entriesOf(read(first, 'customContext') ?? providedContext()),
      ...told,
    });
  }
  const message = read(first, 'message');
  return cutRecord({
    what: 'invite',
    message: typeof message === 'string' ? message : null,
    showPrechat: Boolean(showPrechat),
    inNewWindow: Boolean(read(options, 'inNewWindow')),
    context: entriesOf(providedContext()),
    ...told,
  });
}
