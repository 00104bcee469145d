import { isNumber } from '../../../messages/guards.ts';
import {
  type ContextEntry,
  type FilledInvite,
  MAX_CONTEXT_ENTRIES,
} from '../../../model/invite.ts';
import { type RecordedInvite, recordInvite } from '../../../model/recordedInvite.ts';
import * as natives from '../natives.ts';
import { findSdk } from './sdk.ts';
import type { SiteCall } from './siteCalls.ts';

/** The longest key that is recorded. */
const MAX_KEY = 200;

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
    key: key.slice(0, MAX_KEY),
    // Whatever else it is, the widget does not take it.
    value: isPrimitive ? value : `(${typeof value})`,
    isDisplayable: read(given, 'isDisplayable') === true,
  };
}

function contextOf(given: unknown): FilledInvite['context'] {
  if (typeof given !== 'object' || given === null) return {};
  try {
    const entries = Object.keys(given)
      .slice(0, MAX_CONTEXT_ENTRIES)
      .map((name) => entry(given, name));
    return Object.fromEntries(entries.map(({ key, ...one }) => [key, one]));
  } catch {
    return {};
  }
}

/**
 * What the site's own code wanted of the widget, by the arguments of its call. `at` in ms since 1970;
 * `context` gives what the site's provider gives, and asks it if it is not told.
 */
export function siteInvite(
  call: SiteCall,
  args: readonly unknown[],
  at: number,
  context: () => unknown = providedContext,
): RecordedInvite {
  const [first, showPrechat, options] = args;
  const told = { cause: 'site', at } as const;
  if (call === 'startChat') {
    const chat = recordInvite(
      {
        message: '',
        showPrechat: false,
        inNewWindow: read(first, 'inNewWindow') === true,
        context: contextOf(read(first, 'customContext') ?? context()),
      },
      told,
    );
    return { ...chat, what: 'chat', message: null };
  }
  const message = read(first, 'message');
  const isText = typeof message === 'string';
  const invite = recordInvite(
    {
      message: isText ? message : '',
      showPrechat: Boolean(showPrechat),
      inNewWindow: Boolean(read(options, 'inNewWindow')),
      context: contextOf(context()),
    },
    told,
  );
  return isText ? invite : { ...invite, message: null };
}
