import type { InvitesInPage } from '../../../model/report.ts';
import { documentNatives, MutationObserver } from '../documentNatives.ts';
import * as natives from '../natives.ts';
import type { Undo } from '../patches.ts';
import { findSdk, type Sdk } from './sdk.ts';

/** The methods of the SDK that bring an agent into play. */
const METHODS = ['startProactiveChat', 'startChat'] as const;
export type SiteCall = (typeof METHODS)[number];

type Method = (...args: unknown[]) => unknown;
const isMethod = (value: unknown): value is Method => typeof value === 'function';

/** The object of a prototype chain that has a property itself. */
function holderOf(object: object, key: string): object | null {
  let holder: object | null = object;
  while (holder && !natives.getOwnPropertyDescriptor(holder, key))
    holder = Reflect.getPrototypeOf(holder);
  return holder;
}

/** What is in the place of a method, and the way back. */
interface Replaced {
  readonly inPlace: Method;
  readonly undo: Undo;
}

/**
 * Puts something in the place of a method, which stays as enumerable, writable and configurable as it was;
 * null if it is final. What the page has made may throw.
 */
function replace(object: object, key: string, make: (method: Method) => Method): Replaced | null {
  const holder = holderOf(object, key);
  const before = holder && natives.getOwnPropertyDescriptor(holder, key);
  if (!holder || !before || !isMethod(before.value)) return null;
  const inPlace = make(before.value);
  if (!natives.defineProperty(holder, key, { ...before, value: inPlace })) return null;
  const undo = () => {
    if (natives.getOwnPropertyDescriptor(holder, key)?.value === inPlace)
      natives.defineProperty(holder, key, before);
  };
  return { inPlace, undo };
}

/** The method that a call of the SDK has now; null if there is none, or the page keeps it from being read. */
function methodOf(sdk: Sdk, call: SiteCall): Method | null {
  try {
    const method: unknown = Reflect.get(sdk, call);
    return isMethod(method) ? method : null;
  } catch {
    return null;
  }
}

/** A method in whose place one of ours is. */
interface Watched extends Replaced {
  readonly sdk: Sdk;
  readonly call: SiteCall;
}

/** The calls with which the site's own code offers invites and starts chats: counted, and in a dry run recorded instead of made. */
export class SiteCalls {
  /** How many invites the site has offered while anybody wanted to know. */
  offers = 0;
  readonly #record: (call: SiteCall, args: readonly unknown[]) => void;
  readonly #observer = new MutationObserver(() => this.look());
  #watched: readonly Watched[] = [];
  #counting = 0;
  #holds = false;
  #isOutOfReach = false;

  constructor(record: (call: SiteCall, args: readonly unknown[]) => void) {
    this.#record = record;
  }

  get state(): InvitesInPage {
    if (!this.#holds) return 'live';
    return this.#isOutOfReach ? 'out of reach' : 'dry run';
  }

  get holds(): boolean {
    return this.#holds;
  }

  /** Begins a dry run, or ends it. */
  hold(holds: boolean): void {
    if (this.#holds === holds) return;
    this.#holds = holds;
    // A widget comes with an element, and what was put into the document is heard of before the next script.
    if (holds)
      documentNatives.observe(this.#observer, document, { childList: true, subtree: true });
    else documentNatives.stopObserving(this.#observer);
    this.look();
  }

  /** Counts the site's invites until the function it gives is called. */
  count(): () => void {
    this.#counting++;
    this.look();
    return () => {
      this.#counting--;
      this.look();
    };
  }

  /** Looks whether the SDK is there, or another than before, and puts ourselves in place as far as there is need. */
  look(): void {
    const isNeeded = this.#holds || this.#counting > 0;
    const sdk = isNeeded ? findSdk() : null;
    const stays = (one: Watched) => sdk === one.sdk && methodOf(sdk, one.call) === one.inPlace;
    for (const one of this.#watched) if (!stays(one)) one.undo();
    this.#watched = this.#watched.filter(stays);
    this.#isOutOfReach = false;
    if (!sdk) return;
    for (const call of METHODS) {
      if (this.#watched.some((one) => one.call === call)) continue;
      if (!methodOf(sdk, call)) continue;
      const watched = this.#watch(sdk, call);
      if (watched) this.#watched = [...this.#watched, watched];
      else this.#isOutOfReach = true;
    }
  }

  #watch(sdk: Sdk, call: SiteCall): Watched | null {
    const watch = (method: Method): Method =>
      new natives.Proxy(method, {
        apply: (native, self, args) => {
          if (call === 'startProactiveChat') this.offers++;
          if (!this.#holds) return natives.apply(native, self, args);
          this.#record(call, args);
          // As the SDK, which answers nothing.
          return undefined;
        },
      });
    try {
      const replaced = replace(sdk, call, watch);
      return replaced && { sdk, call, ...replaced };
    } catch {
      // A page that is not read is out of reach like one that is final.
      return null;
    }
  }
}
