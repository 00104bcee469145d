import * as natives from '../../../natives.ts';
import {
  replaceGetter,
  replaceMethod,
  type StandIn,
  type Undo,
  undoAll,
} from '../../../patches.ts';
import type { Dial } from '../../../time/dial.ts';
import { type Answers, addressOf, type HttpAnswer, isGet } from './answers.ts';
import { Exchange } from './exchange.ts';
import { requestNatives } from './requestNatives.ts';

/** A request that was opened for a location service. */
interface Opened {
  readonly answer: HttpAnswer;
  readonly isAsync: boolean;
  readonly isHead: boolean;
}

/**
 * Answers XMLHttpRequest for location services; any other request is the native's alone.
 *
 * Loading a data: or blob: address with our answer natively would make its events trusted, but a page's
 * CSP seldom allows that (connect-src), its status is always 200 and its headers are not ours: an
 * exchange of our own would be needed beside it. So it is the only way, the same on every page.
 */
export function overrideXhr(answers: Answers, dial: Dial): Undo {
  const opened = new WeakMap<XMLHttpRequest, Opened>();
  const exchanges = new WeakMap<XMLHttpRequest, Exchange>();
  const { prototype } = requestNatives.XMLHttpRequest;

  const exchangeOf = (self: unknown): Exchange | undefined =>
    self instanceof requestNatives.XMLHttpRequest ? exchanges.get(self) : undefined;

  function openedBy([method, address, ...rest]: readonly unknown[]): Opened | null {
    if (typeof method !== 'string') return null;
    const wanted = method.toUpperCase();
    const url = addressOf(address);
    const answer = url !== null && isGet(wanted) ? answers(url) : null;
    // Without the argument a request is asynchronous; an undefined one counts as false.
    const isAsync = rest.length === 0 || Boolean(rest[0]);
    return answer && { answer, isAsync, isHead: wanted === 'HEAD' };
  }

  const open: StandIn = (native, self, args) => {
    if (!(self instanceof requestNatives.XMLHttpRequest)) return natives.apply(native, self, args);
    const before = { opened: opened.get(self), exchange: exchanges.get(self) };
    const now = openedBy(args);
    if (now) opened.set(self, now);
    else opened.delete(self);
    exchanges.delete(self);
    try {
      const result: unknown = natives.apply(native, self, args);
      before.exchange?.leave();
      // The native has been opened all the time, so it tells nobody.
      if (before.exchange && before.exchange.readyState !== 1)
        natives.dispatchEvent(self, new natives.Event('readystatechange'));
      return result;
    } catch (error) {
      // A call that fails changes nothing.
      if (before.opened) opened.set(self, before.opened);
      else opened.delete(self);
      if (before.exchange) exchanges.set(self, before.exchange);
      throw error;
    }
  };

  const send: StandIn = (native, self, args) => {
    const request = self instanceof requestNatives.XMLHttpRequest ? opened.get(self) : undefined;
    if (!request || !(self instanceof requestNatives.XMLHttpRequest))
      return natives.apply(native, self, args);
    if (exchanges.has(self)) return refuse(native, args);
    const exchange = new Exchange(self, request.answer, request.isHead, dial);
    exchanges.set(self, exchange);
    exchange.send(request.isAsync);
    return undefined;
  };

  /** Where the native would be called in a state in which it throws: one that was never opened throws the same. */
  const refuse = (native: Parameters<StandIn>[0], args: readonly unknown[]): unknown =>
    natives.apply(native, new requestNatives.XMLHttpRequest(), args);

  /** The native is always asked first: it throws where it must. */
  const tell =
    (value: (exchange: Exchange, args: readonly unknown[]) => unknown): StandIn =>
    (native, self, args) => {
      const real: unknown = natives.apply(native, self, args);
      const exchange = exchangeOf(self);
      return exchange ? value(exchange, args) : real;
    };

  return undoAll([
    replaceMethod(prototype, 'open', open),
    replaceMethod(prototype, 'send', send),
    replaceMethod(prototype, 'abort', (native, self, args) => {
      const exchange = exchangeOf(self);
      return exchange ? exchange.abort() : natives.apply(native, self, args);
    }),
    replaceMethod(prototype, 'setRequestHeader', (native, self, args) =>
      exchangeOf(self) ? refuse(native, args) : natives.apply(native, self, args),
    ),
    replaceMethod(
      prototype,
      'getResponseHeader',
      tell((exchange, [name]) => exchange.header(String(name))),
    ),
    replaceMethod(
      prototype,
      'getAllResponseHeaders',
      tell((exchange) => exchange.headers()),
    ),
    replaceGetter(
      prototype,
      'readyState',
      tell(({ readyState }) => readyState),
    ),
    replaceGetter(
      prototype,
      'status',
      tell(({ status }) => status),
    ),
    replaceGetter(
      prototype,
      'statusText',
      tell(({ statusText }) => statusText),
    ),
    replaceGetter(
      prototype,
      'responseURL',
      tell(({ responseUrl }) => responseUrl),
    ),
    replaceGetter(
      prototype,
      'response',
      tell((exchange) => exchange.response()),
    ),
    replaceGetter(
      prototype,
      'responseText',
      tell(({ text }) => text),
    ),
    replaceGetter(
      prototype,
      'responseXML',
      tell((exchange) => exchange.responseXml()),
    ),
  ]);
}
