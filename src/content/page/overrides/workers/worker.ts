import * as natives from '../../natives.ts';
import { replaceMethod, type Undo, undoAll } from '../../patches.ts';
import { replaceConstructor } from '../../replaceConstructor.ts';
import type { Dial } from '../../time/dial.ts';
import type { ClockSource } from '../clock/wallClock.ts';
import { Follower } from './follower.ts';
import { type WorkerOrder, workerSource } from './given.ts';
import { workerNatives } from './workerNatives.ts';

const apply = natives.apply;
const construct = natives.construct;
const { Worker: NativeWorker } = workerNatives;
const SCRIPT = 'text/javascript';
const TYPES: readonly unknown[] = [undefined, 'classic', 'module'];
/** What a content security policy says to have blocked when it forbids a worker of ours. */
const HIDDEN: readonly string[] = ['blob', 'data', 'trusted-types-sink'];

type Constructor = NonNullable<Parameters<typeof construct>[2]>;

/** What the workers of a realm need to know of it. */
export interface WorkersOf {
  readonly dial: Dial;
  /** What addresses are relative to. */
  readonly base: () => string;
  /** The realm's clock as it is just now. */
  readonly clock: () => ClockSource;
  /** A worker has been made that has to keep the real time; gives what to call if it has none. */
  readonly keepsReal: () => () => void;
}

/** The workers of this realm that follow its clock. */
const followers: Follower[] = [];
const followerOf = natives.ownWeakMap<object, Follower>();
const followerFor = (worker: unknown): Follower | undefined =>
  typeof worker === 'object' && worker ? followerOf.get(worker) : undefined;

/** The page's blobs that have an address. */
const blobs = natives.ownMap<string, Blob>();

/** Whether the content security policy of this realm forbids workers of blobs. */
let isForbidden = false;
/** How many workers of ours the policy has not decided on yet. */
let undecided = 0;

type Options = Readonly<Partial<Record<'credentials' | 'name' | 'type', string>>>;

/** Reads the options once, in the order of the native: https://html.spec.whatwg.org/multipage/workers.html#workeroptions */
function readOptions(given: object): Options {
  const read: Partial<Record<keyof Options, string>> = {};
  for (const key of ['credentials', 'name', 'type'] as const) {
    const value: unknown = Reflect.get(given, key);
    if (value !== undefined) read[key] = `${value}`;
  }
  return read;
}

/**
 * The absolute address of a script that our clock can be put before; null for any other. Of a blob that
 * this realm does not know the address may be void when the worker comes to import it.
 */
function addressOf(text: string, base: string): string | null {
  try {
    const { href, protocol, origin } = new natives.URL(text, base);
    if (protocol === 'blob:') return blobs.get(href) ? href : null;
    return protocol === 'data:' || origin === globalThis.origin ? href : null;
  } catch {
    return null;
  }
}

const publishBlob = (parts: BlobPart[]): string =>
  workerNatives.createObjectURL(new workerNatives.Blob(parts, { type: SCRIPT }));

/** A worker of a data: address has an origin of its own, in which it must stay. */
const publishData = (parts: BlobPart[]): string =>
  `data:${SCRIPT},${encodeURIComponent(parts.join(''))}`;

/**
 * The address of a script in which our clock comes before the site's, and what has to be given back once it
 * has been loaded. The strict mode of a blob that begins with it is lost.
 */
function wrap(address: string, isModule: boolean, clock: ClockSource) {
  const blob = blobs.get(address);
  const published: string[] = [];
  const publish = (parts: BlobPart[]): string => {
    const url = (address.startsWith('data:') ? publishData : publishBlob)(parts);
    published[published.length] = url;
    return url;
  };
  const release = () => {
    for (let index = 0; index < published.length; index++)
      workerNatives.revokeObjectURL(published[index] ?? '');
  };
  const source = workerSource({ clock, address, imports: !blob && !isModule });
  if (!isModule) return { url: publish(blob ? [source, blob] : [source]), release };
  // Modules are loaded before anything runs, and run in the order of their imports.
  const imported = blob ?? `import ${JSON.stringify(address)};`;
  return { url: publish([`import ${JSON.stringify(publish([source]))};`, imported]), release };
}

/** Makes a worker whose script runs after our clock; null if that is not possible here. */
function makeFollower(
  { dial, base, clock, keepsReal }: WorkersOf,
  text: string,
  options: Options,
  target: Constructor,
): Worker | null {
  const address = isForbidden || workerNatives.hasOwnPolicy() ? null : addressOf(text, base());
  if (address === null || !TYPES.includes(options.type)) return null;
  // The page may void the address of a blob at once.
  const blob = blobs.get(address);
  const { url, release } = wrap(address, options.type === 'module', clock());
  undecided++;
  let worker: Worker;
  try {
    worker = construct(NativeWorker, [url, options], target);
  } catch {
    release();
    // Trusted Types that take no text. The native says what is wrong, or that nothing is.
    return null;
  }
  const follower = new Follower(worker, dial.skipped, {
    ready() {
      release();
      undecided--;
    },
    failed() {
      release();
      if (!isForbidden) undecided--;
      const script = blob ? publishBlob([blob]) : address;
      const real: Worker = construct(NativeWorker, [script, options], NativeWorker);
      watchReal(real, keepsReal);
      return real;
    },
    terminated() {
      release();
      forget(follower);
    },
    madeRealOne: () => void keepsReal(),
  });
  followerOf.set(worker, follower);
  followers[followers.length] = follower;
  return worker;
}

function forget(follower: Follower): void {
  let kept = 0;
  for (let index = 0; index < followers.length; index++) {
    const other = followers[index];
    if (other && other !== follower) followers[kept++] = other;
  }
  followers.length = kept;
}

function tellAll(orderFor: (follower: Follower) => WorkerOrder): void {
  for (let index = 0; index < followers.length; index++) {
    const follower = followers[index];
    if (follower) follower.tell(orderFor(follower));
  }
}

/** A worker whose script could not be loaded, as a plain event tells, keeps no time at all. */
function watchReal(worker: Worker, keepsReal: WorkersOf['keepsReal']): void {
  const hasNone = keepsReal();
  natives.addEventListener(worker, 'error', (event: Event) => {
    if (!(event instanceof workerNatives.ErrorEvent)) hasNone();
  });
}

/** Takes the methods of workers back; null while they are the native ones. */
let undoMethods: Undo | null = null;

/** What the page does to a worker that is not there yet waits, and what it does to one behind another reaches it. */
function overrideMethods(): void {
  const { prototype } = NativeWorker;
  undoMethods ??= undoAll([
    replaceMethod(prototype, 'postMessage', (native, self, args) => {
      const follower = followerFor(self);
      return follower?.isNeeded ? follower.post(args) : apply(native, self, args);
    }),
    replaceMethod(prototype, 'terminate', (native, self, args) => {
      followerFor(self)?.terminate();
      return apply(native, self, args);
    }),
  ]);
}

/** Workers that go on to need the methods keep them, until the document is left. */
function releaseMethods(): void {
  for (let index = 0; index < followers.length; index++) if (followers[index]?.isNeeded) return;
  undoMethods?.();
  undoMethods = null;
}

/** The Worker constructor of a realm, and what it makes: https://html.spec.whatwg.org/multipage/workers.html#dom-worker */
export function overrideWorker(realm: WorkersOf): Undo {
  const { dial } = realm;
  function VisitorWorker(...args: unknown[]): unknown {
    if (new.target === undefined) return apply(NativeWorker, undefined, args);
    const target = new.target === VisitorWorker ? NativeWorker : new.target;
    const [script, given] = args;
    const hasOptions = given !== undefined && given !== null;
    // What is wrong with the arguments is the native's to say.
    if (args.length === 0 || (hasOptions && Object(given) !== given))
      return construct(NativeWorker, args, target);
    const text = `${script}`;
    const options = hasOptions ? readOptions(Object(given)) : {};
    const following = makeFollower(realm, text, options, target);
    if (following) return following;
    const worker: Worker = construct(
      NativeWorker,
      // What Trusted Types have let through has to stay what it is.
      [typeof script === 'object' ? script : text, options],
      target,
    );
    watchReal(worker, realm.keepsReal);
    return worker;
  }

  /** The page must not hear of what was tried; that its policy forbids it is first heard of here. */
  const hideViolation = (event: Event) => {
    const blocked = workerNatives.blockedUri(event);
    if (undecided === 0 || !HIDDEN.includes(blocked)) return;
    undecided--;
    if (blocked === 'blob') isForbidden = true;
    workerNatives.stopImmediatePropagation(event);
  };

  overrideMethods();
  dial.onSkipped = () =>
    tellAll((follower) => {
      const ms = dial.skipped - follower.skipped;
      follower.skipped = dial.skipped;
      return { kind: 'skip', ms };
    });
  tellAll(() => ({ kind: 'clock', clock: realm.clock() }));
  natives.addEventListener(globalThis, 'securitypolicyviolation', hideViolation, true);
  return undoAll([
    replaceConstructor(globalThis, 'Worker', NativeWorker, VisitorWorker).undo,
    replaceMethod(natives.URL, 'createObjectURL', (native, self, args) => {
      const url: string = apply(native, self, args);
      const [object] = args;
      if (object instanceof workerNatives.Blob) blobs.set(url, object);
      return url;
    }),
    replaceMethod(natives.URL, 'revokeObjectURL', (native, self, args) => {
      blobs.delete(String(args[0]));
      return apply(native, self, args);
    }),
    () => {
      dial.onSkipped = () => {};
      tellAll(() => ({ kind: 'clock', clock: null }));
      natives.removeEventListener(globalThis, 'securitypolicyviolation', hideViolation, true);
      releaseMethods();
    },
  ]);
}
