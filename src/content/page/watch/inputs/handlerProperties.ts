import type { InputName } from '../../../../model/watch/watched.ts';
import * as natives from '../../natives.ts';
import { replaceSetter, type Undo, undoAll } from '../../patches.ts';
import type { SiteCaller, WatchLog } from '../watchLog.ts';
import type { Input } from './input.ts';

/** What a property of an object is called in code, as far as it can be told. */
const nameOf = (owner: unknown, what: string): string =>
  owner === document.body
    ? `document.body.${what}`
    : owner === document
      ? `document.${what}`
      : what;

/** A property that holds one handler only: setting it again loses the one before. */
function watchProperty(log: WatchLog, owner: object, what: string, input: InputName): Undo {
  /** Where the handler of each object that has one was set. */
  const setBy = natives.ownWeakMap<object, SiteCaller>();
  const read = natives.getOwnPropertyDescriptor(owner, what)?.get;
  return replaceSetter(owner, what, (native, self, args) => {
    const before: unknown = read && natives.apply(read, self, []);
    const result: unknown = natives.apply(native, self, args);
    const [handler] = args;
    const use =
      typeof handler === 'function' && typeof self === 'object' && self !== null
        ? log.use(input, { what, handler })
        : null;
    if (!use || typeof self !== 'object' || self === null) return result;
    if (typeof before === 'function' && before !== handler) {
      log.note(log.handlersReplaced, {
        what: nameOf(self, what),
        by: use.by,
        before: setBy.get(self)?.by ?? null,
        isTrigger: use.isTrigger || setBy.get(self)?.isTrigger === true,
      });
    }
    setBy.set(self, use);
    return result;
  });
}

/** Handlers that are set as properties, such as document.body.onmouseleave. */
export const handlerProperties: Input = (log) =>
  undoAll([
    watchProperty(log, HTMLElement.prototype, 'onmouseleave', 'pointer leaving'),
    watchProperty(log, HTMLElement.prototype, 'onmouseout', 'pointer leaving'),
    watchProperty(log, Document.prototype, 'onmouseleave', 'pointer leaving'),
    watchProperty(log, Document.prototype, 'onmouseout', 'pointer leaving'),
    watchProperty(log, Document.prototype, 'onvisibilitychange', 'visibility'),
  ]);
