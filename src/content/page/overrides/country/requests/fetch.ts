import * as natives from '../../../natives.ts';
import { replaceGetter, replaceMethod, type Undo, undoAll } from '../../../patches.ts';
import type { Dial } from '../../../time/dial.ts';
import { wait } from '../../../time/wait.ts';
import { type Answers, addressOf, type HttpAnswer, isGet } from './answers.ts';
import { requestNatives } from './requestNatives.ts';

/** A fetch that we answer: https://fetch.spec.whatwg.org/#fetch-method */
interface Asked {
  readonly request: Request;
  readonly answer: HttpAnswer;
}

/** The address that fetch is given, as `addressOf` tells it, or that of a request. */
export const addressOfFetch = (input: unknown): string | null =>
  input instanceof requestNatives.Request ? requestNatives.requestUrl(input) : addressOf(input);

/** Answers fetch for location services; for any other address the native gets the very same arguments. */
export function overrideFetch(answers: Answers, dial: Dial): Undo {
  /** What no script can give a Response: where it comes from. */
  const origins = new WeakMap<object, HttpAnswer>();

  function asked(self: unknown, [input, init]: readonly unknown[]): Asked | null {
    if (self !== undefined && self !== null && self !== globalThis) return null;
    const address = addressOfFetch(input);
    const answer = address === null ? null : answers(address);
    if (!answer) return null;
    let request: Request;
    try {
      request = natives.construct(requestNatives.Request, [input, init]);
    } catch {
      // The native has the same objections, and rejects with them.
      return null;
    }
    // Of an opaque response nobody can read anything.
    const isOpaque = requestNatives.requestMode(request) !== 'cors' && !answer.isSameOrigin;
    return isGet(requestNatives.requestMethod(request)) && !isOpaque ? { request, answer } : null;
  }

  function respond({ request, answer }: Asked): Response {
    const body = requestNatives.requestMethod(request) === 'HEAD' ? null : answer.body;
    const { status, statusText } = answer;
    const headers = answer.headers.map(([name, value]) => [name, value] as [string, string]);
    const response = new requestNatives.Response(body, { status, statusText, headers });
    origins.set(response, answer);
    return response;
  }

  const settle = (asked: Asked): Promise<Response> =>
    new natives.Promise((resolve, reject) => {
      const signal = requestNatives.requestSignal(asked.request);
      const abort = () => {
        stopWaiting();
        reject(requestNatives.abortReason(signal));
      };
      if (requestNatives.isAborted(signal)) {
        reject(requestNatives.abortReason(signal));
        return;
      }
      const stopWaiting = wait(dial, asked.answer.afterMs, () => {
        natives.removeEventListener(signal, 'abort', abort);
        resolve(respond(asked));
      });
      natives.addEventListener(signal, 'abort', abort);
    });

  const tell = (key: 'url' | 'type', value: (answer: HttpAnswer) => string): Undo =>
    replaceGetter(requestNatives.Response.prototype, key, (native, self, args) => {
      const real: unknown = natives.apply(native, self, args);
      const origin = self instanceof requestNatives.Response ? origins.get(self) : undefined;
      return origin ? value(origin) : real;
    });

  return undoAll([
    replaceMethod(globalThis, 'fetch', (native, self, args) => {
      const ours = asked(self, args);
      return ours ? settle(ours) : natives.apply(native, self, args);
    }),
    tell('url', ({ url }) => url),
    tell('type', ({ isSameOrigin }) => (isSameOrigin ? 'basic' : 'cors')),
    replaceMethod(requestNatives.Response.prototype, 'clone', (native, self, args) => {
      const clone: unknown = natives.apply(native, self, args);
      const origin = self instanceof requestNatives.Response ? origins.get(self) : undefined;
      if (origin && clone instanceof requestNatives.Response) origins.set(clone, origin);
      return clone;
    }),
  ]);
}
