import {
  type ContextGiven,
  type Ending,
  type IgnoredReason,
  MAX_ARGUMENTS,
  type SdkMethod,
  type SdkUse,
} from '../../../model/watch/watched.ts';
import { disguise } from '../disguise.ts';
import * as natives from '../natives.ts';
import { roomForAll, sample, thrown } from './sample.ts';
import type { WatchLog } from './watchLog.ts';

type Provider = (...args: never[]) => unknown;
const isProvider = (value: unknown): value is Provider => typeof value === 'function';

/** Deep enough for a context: its entries, and what each of them is. */
const DEPTH = 2;

export interface SdkSurroundings {
  readonly isReady: () => boolean;
  /** Why the widget would ignore an invite now; null if it would not. */
  readonly ignores: () => IgnoredReason | null;
  /** The site has offered an invite with these arguments; `context` is what its provider gave last. */
  readonly offered: (args: readonly unknown[], context: unknown) => void;
}

/** The site's calls of the SDK, and what its context provider gives. */
export class SdkCalls {
  readonly uses: SdkUse[] = [];
  readonly contexts: ContextGiven[] = [];
  readonly #log: WatchLog;
  readonly #around: SdkSurroundings;
  /** What the site's context provider gave last. */
  #context: unknown = undefined;
  /** The page's provider that each of ours calls, and the other way round: the page gets its own back. */
  readonly #real = natives.ownWeakMap<object, Provider>();
  readonly #ours = natives.ownWeakMap<object, Provider>();

  constructor(log: WatchLog, around: SdkSurroundings) {
    this.#log = log;
    this.#around = around;
  }

  /** Makes a call of the SDK for whoever made it, and notes it if that was the site. Throws what the SDK throws. */
  call(
    method: SdkMethod,
    args: readonly unknown[],
    make: (args: readonly unknown[]) => unknown,
  ): unknown {
    const from = this.#log.caller(method, args[0]);
    if (!from) return make(args);
    this.#log.sources.noteFile(from.by.file);
    const isInvite = method === 'startProactiveChat';
    const room = roomForAll();
    const use = {
      method,
      args: args.slice(0, MAX_ARGUMENTS).map((argument) => sample(argument, DEPTH, room)),
      by: from.by,
      isReady: this.#around.isReady(),
      ignored: isInvite || method === 'startChat' ? this.#around.ignores() : null,
      at: natives.dateNow(),
    };
    const returned = ending(
      () => {
        const result = make(this.#withOurProvider(method, args, from.by));
        return isProvider(result) ? (this.#real.get(result) ?? result) : result;
      },
      1,
      (how) => this.#log.note(this.uses, { ...use, ending: how }),
    );
    if (isInvite) this.#around.offered(args, this.#context);
    const context = method === 'startChat' ? customContext(args[0]) : undefined;
    if (context !== undefined) this.#given({ returned: sample(context, DEPTH) }, from.by);
    return returned;
  }

  #given(how: Ending, by: ContextGiven['by']): void {
    this.#log.note(this.contexts, { ending: how, by, at: natives.dateNow() });
  }

  #withOurProvider(
    method: SdkMethod,
    args: readonly unknown[],
    by: ContextGiven['by'],
  ): readonly unknown[] {
    const [provider, ...rest] = args;
    if (method !== 'setContextProvider' || !isProvider(provider)) return args;
    return [this.#watched(provider, by), ...rest];
  }

  #watched(provider: Provider, by: ContextGiven['by']): Provider {
    const known = this.#ours.get(provider);
    if (known) return known;
    const ours = disguise(provider, (real, self, args) => {
      this.#context = ending(
        () => natives.apply(real, self, args),
        DEPTH,
        (how) => this.#given(how, by),
      );
      return this.#context;
    });
    this.#ours.set(provider, ours);
    this.#real.set(ours, provider);
    return ours;
  }
}

/** The context that a chat is started with, which goes before that of the provider; undefined if there is none, or only code of the page can tell. */
function customContext(options: unknown): unknown {
  if (typeof options !== 'object' || options === null) return undefined;
  try {
    return natives.getOwnPropertyDescriptor(options, 'customContext')?.value ?? undefined;
  } catch {
    // A Proxy of the page that does not want to be looked at.
    return undefined;
  }
}

/** Does something and tells how it ended, with a picture of what it gave that is `depth` levels deep. Throws what it throws. */
function ending(act: () => unknown, depth: number, tell: (how: Ending) => void): unknown {
  let given: unknown;
  try {
    given = act();
  } catch (error) {
    tell({ threw: thrown(error) });
    throw error;
  }
  tell({ returned: sample(given, depth) });
  return given;
}
