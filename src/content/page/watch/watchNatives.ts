import { apply, getOwnPropertyDescriptor, getter, method } from '../natives.ts';

/** The pieces of a text between separators. */
const splitAt: (separator: string) => string[] = String.prototype.split;

/** The natives that watching takes, as they were before the page's first script. */
export const watchNatives = {
  Error: globalThis.Error,
  deleteProperty: Reflect.deleteProperty,
  ownKeys: Reflect.ownKeys,
  prototypeOf: Reflect.getPrototypeOf,
  promisePrototype: Promise.prototype,
  isArray: Array.isArray,
  slice: method<[number, number], string>(String.prototype.slice),
  split: method<[string], string[]>(splitAt),
  indexOf: method<[string], number>(String.prototype.indexOf),
  textOfFunction: method<[], string>(Function.prototype.toString),
  afterwards: method<[(value: unknown) => unknown, (error: unknown) => unknown], unknown>(
    Promise.prototype.then,
  ),
  currentScript: getter<HTMLOrSVGScriptElement | null>(Document.prototype, 'currentScript'),
  scriptText: getter<string>(HTMLScriptElement.prototype, 'text'),
  scriptAddress: getter<string>(HTMLScriptElement.prototype, 'src'),
  responseStatus: getter<number>(Response.prototype, 'status'),
  eventType: getter<string>(Event.prototype, 'type'),
  eventTarget: getter<EventTarget | null>(Event.prototype, 'target'),
} as const;

const currentEvent = getOwnPropertyDescriptor(globalThis, 'event')?.get;

/** The event that is being dispatched now, as its listeners read it of the window; undefined if there is none. */
export const eventNow = (): unknown => currentEvent && apply(currentEvent, globalThis, []);
