import * as natives from '../natives.ts';
import { replaceGetter, replaceMethod } from '../patches.ts';
import { replaceConstructor } from '../replaceConstructor.ts';

const apply = natives.apply;
const construct = natives.construct;
const LOCATION = [
  'href',
  'origin',
  'protocol',
  'host',
  'hostname',
  'port',
  'pathname',
  'search',
  'hash',
] as const;
type Constructor = { readonly prototype: object } & ((...args: never[]) => unknown);
const isConstructor = (value: unknown): value is Constructor => typeof value === 'function';
const CONSTRUCTORS = ['Request', 'EventSource', 'WebSocket'];
const CACHE = ['match', 'matchAll', 'add', 'put', 'delete', 'keys'];

const prototypeOf = (name: string): object => {
  const native: unknown = Reflect.get(globalThis, name);
  return typeof native === 'function' ? native.prototype : {};
};

/**
 * A worker of ours has an address of its own making. This makes it the one of the site's script, for its
 * `location` and for all that is relative to it. `load` is called before the site's code loads something.
 */
export function overrideAddresses(address: string, load: () => void): void {
  const url = new natives.URL(address);
  const location = prototypeOf('WorkerLocation');
  for (const key of LOCATION) {
    const value = url[key];
    const tell = (native: (...args: never[]) => unknown, self: unknown) => {
      // It is the native's to say that this is no location.
      apply(native, self, []);
      return value;
    };
    replaceGetter(location, key, tell);
    if (key === 'href') replaceMethod(location, 'toString', tell);
  }

  const resolved = (given: unknown): unknown => {
    if (typeof given !== 'string' && !(given instanceof natives.URL)) return given;
    try {
      return new natives.URL(`${given}`, url).href;
    } catch {
      // What is wrong with it is the native's to say.
      return given;
    }
  };
  const withResolved = (args: unknown[], index: number): unknown[] => {
    if (args.length > index) args[index] = resolved(args[index]);
    return args;
  };
  const override = (owner: object, key: string, index: number) =>
    replaceMethod(owner, key, (native, self, args) => {
      load();
      return apply(native, self, withResolved(args, index));
    });
  override(globalThis, 'fetch', 0);
  override(prototypeOf('XMLHttpRequest'), 'open', 1);
  override(prototypeOf('CacheStorage'), 'match', 0);
  for (const key of CACHE) override(prototypeOf('Cache'), key, 0);
  replaceMethod(globalThis, 'importScripts', (native, self, args) => {
    load();
    for (let index = 0; index < args.length; index++) args[index] = resolved(`${args[index]}`);
    return apply(native, self, args);
  });
  for (const name of CONSTRUCTORS) {
    const native: unknown = Reflect.get(globalThis, name);
    if (isConstructor(native)) overrideConstructor(name, native, withResolved);
  }
}

function overrideConstructor(
  name: string,
  native: Constructor,
  withResolved: (args: unknown[], index: number) => unknown[],
): void {
  function Resolving(...args: unknown[]): unknown {
    if (new.target === undefined) return apply(native, undefined, args);
    const target = new.target === Resolving ? native : new.target;
    return construct(native, withResolved(args, 0), target);
  }
  replaceConstructor(globalThis, name, native, Resolving);
}
