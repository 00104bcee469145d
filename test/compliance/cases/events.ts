import { holds, same, throws } from './check.ts';
import type { Suite } from './suite.ts';
import { once, passed } from './tasks.ts';

/** Browsers round timestamps, in ms. */
const ROUNDING = 2;

function isNow(make: () => Event, what: string): void {
  const before = performance.now();
  const { timeStamp } = make();
  const after = performance.now();
  holds(
    before - ROUNDING <= timeStamp && timeStamp <= after + ROUNDING,
    `${what}: ${before} <= ${timeStamp} <= ${after}`,
  );
}

/** https://dom.spec.whatwg.org/#dom-event-timestamp */
export const eventTimes: Suite = {
  name: 'Times of events',
  cases: {
    'an event is of now': () => {
      isNow(() => new Event('x'), 'Event');
      isNow(() => new CustomEvent('x'), 'CustomEvent');
      isNow(() => new MouseEvent('click'), 'MouseEvent');
      isNow(() => new MessageEvent('message'), 'MessageEvent');
      isNow(() => document.createEvent('Event'), 'createEvent');
      isNow(() => new (class extends Event {})('x'), 'a subclass');
    },
    'an event keeps its time': async () => {
      const event = new Event('x');
      const time = event.timeStamp;
      await passed(10);
      document.dispatchEvent(event);
      same(event.timeStamp, time, 'timeStamp');
    },
    'later events are later': async () => {
      const first = new Event('x');
      await passed(10);
      holds(new Event('x').timeStamp > first.timeStamp, 'order');
    },
    'the browser’s own events are of their time': async () => {
      const before = performance.now();
      const clicked = once(document.body, 'click');
      document.body.click();
      const click = await clicked;
      const { port1, port2 } = new MessageChannel();
      port1.start();
      const received = once(port1, 'message');
      port2.postMessage(1);
      const message = await received;
      const after = performance.now();
      for (const { type, timeStamp } of [click, message])
        holds(
          before - ROUNDING <= timeStamp && timeStamp <= after + ROUNDING,
          `${type}: ${before} <= ${timeStamp} <= ${after}`,
        );
      const stored = once(window, 'hashchange');
      location.hash = 'time';
      const { timeStamp } = await stored;
      holds(
        timeStamp >= before - ROUNDING && timeStamp <= performance.now() + ROUNDING,
        'hashchange',
      );
    },
    'the time belongs to an event, and cannot be written': () => {
      const get = Reflect.getOwnPropertyDescriptor(Event.prototype, 'timeStamp')?.get;
      if (!get) throw new Error('timeStamp is no accessor');
      for (const self of [undefined, null, {}, Event.prototype, window])
        throws(TypeError, () => Reflect.apply(get, self, []), 'timeStamp');
      const event = new Event('x');
      const time = event.timeStamp;
      same(Reflect.set(event, 'timeStamp', 5), false, 'set');
      same(event.timeStamp, time, 'timeStamp');
    },
    'an event is trusted or not as ever': () => {
      same(new Event('x').isTrusted, false, 'made by a script');
    },
  },
};

/** https://html.spec.whatwg.org/multipage/dom.html#dom-document-lastmodified */
export const lastModified: Suite = {
  name: 'document.lastModified',
  cases: {
    'it is a local date and time': () => {
      const text = document.lastModified;
      holds(/^\d{2}\/\d{2}\/\d{4} \d{2}:\d{2}:\d{2}$/.test(text), text);
    },
    'of a document that does not say it is the present': () => {
      const [, month, day, year, hours, minutes, seconds] =
        /^(\d{2})\/(\d{2})\/(\d{4}) (\d{2}):(\d{2}):(\d{2})$/
          .exec(document.lastModified)
          ?.map(Number) ?? [];
      const ms = new Date(year ?? 0, (month ?? 0) - 1, day, hours, minutes, seconds).getTime();
      // Firefox gives the moment when the document was loaded.
      holds(
        Math.abs(ms - Date.now()) < 10 * 60_000,
        `${document.lastModified} is not about ${Date()}`,
      );
    },
    'it belongs to a document': () => {
      const get = Reflect.getOwnPropertyDescriptor(Document.prototype, 'lastModified')?.get;
      if (!get) throw new Error('lastModified is no accessor');
      for (const self of [undefined, {}, Document.prototype])
        throws(TypeError, () => Reflect.apply(get, self, []), 'lastModified');
    },
  },
};
