import * as natives from '../../natives.ts';
import { replaceMethod } from '../../patches.ts';
import type { Input } from './input.ts';

/** Null where the page has no storage, as in sandboxes. */
function storageNamed(name: 'localStorage' | 'sessionStorage'): Storage | null {
  try {
    return globalThis[name];
  } catch {
    return null;
  }
}

/** Entries that are read with getItem; those that are read as properties of a storage cannot be seen. */
export const storage: Input = (log) => {
  const realLocal = storageNamed('localStorage');
  const realSession = storageNamed('sessionStorage');
  return replaceMethod(Storage.prototype, 'getItem', (native, self, args) => {
    const value: unknown = natives.apply(native, self, args);
    const [name] = args;
    const input =
      self === realLocal ? 'localStorage' : self === realSession ? 'sessionStorage' : null;
    if (input) log.use(input, { what: 'getItem', argument: name })?.read(value);
    return value;
  });
};
