import type { InvitesInPage } from '../../../model/report.ts';
import { type SdkMethod, sdkMethods } from '../../../model/watch/watched.ts';
import { readAs } from '../disguise.ts';
import * as natives from '../natives.ts';
import { disguiseTexts, type Undo } from '../patches.ts';
import { Arrivals } from './arrivals.ts';
import { findSdk, type Sdk } from './sdk.ts';

/** The methods of the SDK that bring an agent into play. */
const HELD = ['startProactiveChat', 'startChat'] as const satisfies readonly SdkMethod[];
export type SiteCall = (typeof HELD)[number];

const isHeld = (method: SdkMethod): method is SiteCall => HELD.some((held) => held === method);

/** Sees the site's calls of the SDK go by; makes them. */
export interface CallWatch {
  call(
    method: SdkMethod,
    args: readonly unknown[],
    make: (args: readonly unknown[]) => unknown,
  ): unknown;
}

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
  // A Proxy has all that the method has, but reads as a native.
  readAs(before.value, inPlace);
  const undoTexts = disguiseTexts();
  const undo = () => {
    undoTexts();
    if (natives.getOwnPropertyDescriptor(holder, key)?.value === inPlace)
      natives.defineProperty(holder, key, before);
  };
  return { inPlace, undo };
}

/** The method that a call of the SDK has now; null if there is none, or the page keeps it from being read. */
function methodOf(sdk: Sdk, call: SdkMethod): Method | null {
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
  readonly call: SdkMethod;
}

/** The calls with which the site's own code uses the SDK: those that offer invites and start chats are counted, and in a dry run recorded instead of made. */
export class SiteCalls {
  /** How many invites the site has offered while anybody wanted to know. */
  offers = 0;
  readonly #record: (call: SiteCall, args: readonly unknown[]) => void;
  readonly #arrivals = new Arrivals(() => this.look());
  #watched: readonly Watched[] = [];
  #counting = 0;
  #holds = false;
  #isOutOfReach = false;
  #watch: CallWatch | null = null;

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
    this.#follow();
  }

  /** Shows the calls to a watch from now on; null ends that. */
  watch(watch: CallWatch | null): void {
    if (this.#watch === watch) return;
    this.#watch = watch;
    this.#follow();
  }

  /** No invite may slip past a dry run; who only watches is no burden to the page. */
  #follow(): void {
    this.#arrivals.listen(this.#holds ? 'every element' : this.#watch && 'outline');
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
    const isNeeded = this.#holds || this.#counting > 0 || this.#watch !== null;
    const sdk = isNeeded ? findSdk() : null;
    const stays = (one: Watched) => sdk === one.sdk && methodOf(sdk, one.call) === one.inPlace;
    for (const one of this.#watched) if (!stays(one)) one.undo();
    this.#watched = this.#watched.filter(stays);
    this.#isOutOfReach = false;
    if (!sdk) return;
    for (const call of this.#watch ? sdkMethods : HELD) {
      if (this.#watched.some((one) => one.call === call)) continue;
      if (!methodOf(sdk, call)) continue;
      const watched = this.#stepIn(sdk, call);
      if (watched) this.#watched = [...this.#watched, watched];
      else if (isHeld(call)) this.#isOutOfReach = true;
    }
  }

  #stepIn(sdk: Sdk, call: SdkMethod): Watched | null {
    const inPlace = (method: Method): Method =>
      new natives.Proxy(method, {
        apply: (native, self, args) => {
          if (call === 'startProactiveChat') this.offers++;
          const make = (given: readonly unknown[]) => {
            if (!this.#holds || !isHeld(call)) return natives.apply(native, self, given);
            this.#record(call, given);
            // As the SDK, which answers nothing.
            return undefined;
          };
          return this.#watch ? this.#watch.call(call, args, make) : make(args);
        },
      });
    try {
      const replaced = replace(sdk, call, inPlace);
      return replaced && { sdk, call, ...replaced };
    } catch {
      // A page that is not read is out of reach like one that is final.
      return null;
    }
  }
}
