import * as natives from '../../natives.ts';
import { getter, method } from '../../natives.ts';

const { prototype } = Worker;
// Not in all browsers yet.
const trustedTypes: unknown = Reflect.get(globalThis, 'trustedTypes');

/** The natives of what can make workers, as they were before the first script of the page. */
export const workerNatives = {
  Worker: globalThis.Worker,
  post: prototype.postMessage,
  postMessage: (worker: Worker, message: unknown, transfer: readonly unknown[]): void =>
    natives.apply(prototype.postMessage, worker, [message, transfer]),
  terminate: method<[], void>(prototype.terminate),
  Blob: globalThis.Blob,
  createObjectURL: natives.URL.createObjectURL.bind(natives.URL),
  revokeObjectURL: natives.URL.revokeObjectURL.bind(natives.URL),
  structuredClone: globalThis.structuredClone.bind(globalThis),
  MessageEvent: globalThis.MessageEvent,
  ErrorEvent: globalThis.ErrorEvent,
  stopImmediatePropagation: method<[], void>(Event.prototype.stopImmediatePropagation),
  preventDefault: method<[], void>(Event.prototype.preventDefault),
  /** Whether the page decides itself what text may become a script: it need not hear of ours. */
  hasOwnPolicy: (): boolean =>
    typeof trustedTypes === 'object' &&
    trustedTypes !== null &&
    Boolean(Reflect.get(trustedTypes, 'defaultPolicy')),
  /** Not in the workers of all browsers. */
  blockedUri:
    typeof SecurityPolicyViolationEvent === 'undefined'
      ? () => ''
      : getter<string>(SecurityPolicyViolationEvent.prototype, 'blockedURI'),
} as const;
