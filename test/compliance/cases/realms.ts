import { asFunction, asNumber, equal, holds, near, property, same } from './check.ts';
import { inFrame, inLoadedFrame, type Realm, realmOf } from './frames.ts';
import type { Suite } from './suite.ts';
import { messageAfter, once, otherTask } from './tasks.ts';

/** How far apart two readings of one clock can be on a busy machine, in ms. */
const TOGETHER = 20_000;

/** Fails unless another realm has the time of this one, in every way it can be asked. */
function hasOurTime(realm: Realm, what: string): void {
  near(realm.Date.now(), Date.now(), TOGETHER, `Date.now of ${what}`);
  near(new realm.Date().getTime(), Date.now(), TOGETHER, `new Date of ${what}`);
  near(Date.parse(realm.Date()), Date.now(), TOGETHER, `Date() of ${what}`);
  const year = { year: 'numeric', timeZone: 'UTC' } as const;
  const ours = new Intl.DateTimeFormat('en', year).format();
  same(new realm.Intl.DateTimeFormat('en', year).format(), ours, `Intl of ${what}`);
  near(
    realm.performance.timeOrigin + realm.performance.now(),
    Date.now(),
    TOGETHER,
    `performance of ${what}`,
  );
  same(
    new realm.Intl.DateTimeFormat().resolvedOptions().timeZone,
    new Intl.DateTimeFormat().resolvedOptions().timeZone,
    `time zone of ${what}`,
  );
  same(new realm.Date(0).getTimezoneOffset(), new Date(0).getTimezoneOffset(), `offset of ${what}`);
}

/** A frame's window reached in some way right after `add` put it into the page. */
function atOnce(add: (host: HTMLElement) => Window | null | undefined, what: string): void {
  const host = document.body.appendChild(document.createElement('div'));
  try {
    const reached = add(host);
    if (!reached || !('Date' in reached)) throw new Error(`There is no window: ${what}`);
    hasOurTime(reached as Realm, what);
  } finally {
    host.remove();
  }
}

const opened = (address?: string): Realm => {
  const popup = window.open(address);
  if (!popup || !('Date' in popup)) throw new Error('No window was opened.');
  return popup as Realm;
};

/** What a script in another document first reads, as it tells its parent or opener. */
const TELL =
  '<script>(parent === self ? opener : parent).postMessage({ now: Date.now(), text: Date() }, "*")</script>';

function toldOurTime(message: unknown, what: string): void {
  near(asNumber(property(message, 'now'), 'now'), Date.now(), TOGETHER, what);
  near(Date.parse(String(property(message, 'text'))), Date.now(), TOGETHER, `${what}, as text`);
}

/** https://html.spec.whatwg.org/multipage/nav-history-apis.html#windows */
export const realms: Suite = {
  name: 'Frames and windows',
  cases: {
    'about:blank, read at once': () => inFrame((frame) => hasOurTime(frame, 'the frame')),
    'about:blank, by whatever way it is reached': () => {
      atOnce((host) => {
        host.innerHTML = '<iframe></iframe>';
        return host.querySelector('iframe')?.contentWindow;
      }, 'contentWindow after innerHTML');
      atOnce((host) => {
        host.innerHTML = '<iframe></iframe>';
        return host.querySelector('iframe')?.contentDocument?.defaultView;
      }, 'contentDocument');
      atOnce((host) => {
        host.append(document.createElement('iframe'));
        return window[window.length - 1];
      }, 'window[0]');
      atOnce((host) => {
        host.innerHTML = '<iframe name="byName"></iframe>';
        return property(window, 'byName') as Window;
      }, 'its name');
      atOnce((host) => {
        host.insertAdjacentHTML('beforeend', '<p><iframe></iframe></p>');
        return frames[frames.length - 1];
      }, 'frames[0]');
      atOnce((host) => {
        const fragment = document.createDocumentFragment();
        fragment.append(document.createElement('iframe'));
        host.replaceChildren(fragment);
        return host.querySelector('iframe')?.contentWindow;
      }, 'a fragment');
      atOnce((host) => {
        const range = document.createRange();
        range.selectNode(host);
        host.append(range.createContextualFragment('<iframe></iframe>'));
        return host.querySelector('iframe')?.contentWindow;
      }, 'createContextualFragment');
      atOnce((host) => {
        const template = document.createElement('template');
        template.innerHTML = '<iframe></iframe>';
        host.append(template.content.cloneNode(true));
        return host.querySelector('iframe')?.contentWindow;
      }, 'a template');
    },
    'a frame in a shadow root': () =>
      atOnce((host) => {
        const root = host.attachShadow({ mode: 'closed' });
        root.innerHTML = '<iframe></iframe>';
        return root.querySelector('iframe')?.contentWindow;
      }, 'a shadow root'),
    'a frame in a frame': () =>
      inFrame((outer) => {
        const element = outer.document.body.appendChild(outer.document.createElement('iframe'));
        hasOurTime(realmOf(element), 'the inner frame');
      }),
    'a frame that is put back has the time again': () =>
      inFrame((_, element) => {
        element.remove();
        document.body.append(element);
        hasOurTime(realmOf(element), 'the frame');
      }),
    'a document of the same site': () =>
      inLoadedFrame(
        (element) => {
          element.src = '/frame';
        },
        (frame) => {
          hasOurTime(frame, 'the frame');
          const first = asNumber(property(frame, 'firstSaw'), 'what its script saw');
          near(first, Date.now(), TOGETHER, 'what its first script saw');
        },
      ),
    'srcdoc, from its first script on': async () => {
      const element = document.createElement('iframe');
      element.srcdoc = TELL;
      toldOurTime(await messageAfter(() => document.body.append(element)), 'what its script saw');
      hasOurTime(realmOf(element), 'the frame');
      element.remove();
    },
    'blob:, from its first script on': async () => {
      const element = document.createElement('iframe');
      element.src = URL.createObjectURL(new Blob([TELL], { type: 'text/html' }));
      toldOurTime(await messageAfter(() => document.body.append(element)), 'what its script saw');
      hasOurTime(realmOf(element), 'the frame');
      element.remove();
    },
    'data:, from its first script on': async () => {
      const element = document.createElement('iframe');
      element.src = `data:text/html,${encodeURIComponent(TELL)}`;
      toldOurTime(await messageAfter(() => document.body.append(element)), 'what its script saw');
      element.remove();
    },
    'a sandboxed srcdoc, from its first script on': async () => {
      const element = document.createElement('iframe');
      element.setAttribute('sandbox', 'allow-scripts');
      element.srcdoc = TELL;
      toldOurTime(await messageAfter(() => document.body.append(element)), 'what its script saw');
      element.remove();
    },
    'a document of another site': async () => {
      const element = document.createElement('iframe');
      element.src = `http://127.0.0.1:${location.port}/tell`;
      toldOurTime(await messageAfter(() => document.body.append(element)), 'what its script saw');
      element.remove();
    },
    'a document that is written': () =>
      inFrame((frame) => {
        frame.document.open();
        frame.document.write('<script>var firstSaw = Date.now()</script>');
        frame.document.close();
        near(asNumber(property(frame, 'firstSaw'), 'firstSaw'), Date.now(), TOGETHER, 'its script');
        hasOurTime(frame, 'the frame');
      }),
    'a frame that goes elsewhere': () =>
      inFrame(async (frame, element) => {
        const loaded = once(element, 'load');
        frame.location.href = '/frame';
        await loaded;
        hasOurTime(realmOf(element), 'the frame');
      }),
    'a frame has functions of its own': () =>
      inFrame((frame) => {
        for (const key of ['Date', 'setTimeout', 'clearTimeout', 'requestAnimationFrame'] as const)
          same(frame[key] === window[key], false, key);
        same(frame.Date.now === Date.now, false, 'Date.now');
        const date = new frame.Date();
        same(date instanceof Date, false, 'instanceof ours');
        same(date instanceof frame.Date, true, 'instanceof its own');
        same(date.constructor, frame.Date, 'constructor');
        same(frame.Date.prototype.constructor, frame.Date, 'constructor of its prototype');
        same(Object.getPrototypeOf(frame.Date), frame.Function.prototype, 'prototype of its Date');
        same(
          asFunction(new frame.Function('return Date'), 'Function')(),
          frame.Date,
          'as its scripts see it',
        );
        same(frame.performance.now === performance.now, false, 'performance.now');
        let error: unknown;
        try {
          Reflect.apply(frame.performance.now, {}, []);
        } catch (caught) {
          error = caught;
        }
        holds(error instanceof frame.TypeError, 'errors are of its realm');
      }),
    'timers of a frame fire': () =>
      inFrame(async (frame) => {
        const order: string[] = [];
        await new Promise<void>((resolve) => {
          frame.setTimeout(() => order.push('5'), 5);
          frame.setTimeout(() => {
            order.push('10');
            resolve();
          }, 10);
        });
        equal(order, ['5', '10'], 'order');
        await new Promise((resolve) => frame.requestAnimationFrame(resolve));
      }),
    'window.open, read at once': async () => {
      const popup = opened();
      try {
        hasOurTime(popup, 'the window');
      } finally {
        popup.close();
      }
      await otherTask();
    },
    'window.open, once it has loaded': async () => {
      const message = once(window, 'message');
      const popup = opened('/tell');
      try {
        const event = await message;
        toldOurTime(event instanceof MessageEvent ? event.data : null, 'what its script saw');
        hasOurTime(popup, 'the window');
      } finally {
        popup.close();
      }
    },
    'events of another realm have a time': () =>
      inFrame((frame) => {
        const now = frame.performance.now();
        near(new frame.Event('x').timeStamp, now, TOGETHER, 'timeStamp');
      }),
  },
};
