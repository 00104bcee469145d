/* Waiting in a page. What waits for a time uses the page's own timers: those are what is looked at. */

/** Until the page's timers say that `ms` have passed. */
export const passed = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(() => resolve(), ms);
  });

/** Until the browser has come round to another task; no timer is involved. */
export const otherTask = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });

/** Until the next animation frame; its timestamp. */
export const nextFrame = (): Promise<number> =>
  new Promise((resolve) => requestAnimationFrame(resolve));

/** Until an event; the event. */
export const once = (target: EventTarget, type: string): Promise<Event> =>
  new Promise((resolve) => target.addEventListener(type, resolve, { once: true }));

/** Until it holds, looked at task by task. */
export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await otherTask();
}

/** Resolves with the first message that a script elsewhere posts to this window, once `begin` has set it going. */
export async function messageAfter(begin: () => void): Promise<unknown> {
  const message = once(window, 'message');
  begin();
  const event = await message;
  return event instanceof MessageEvent ? event.data : undefined;
}

/** Loads something of the site; its entry, once the browser keeps one. */
export async function loaded(path: string): Promise<PerformanceResourceTiming> {
  const address = new URL(path, location.href).href;
  const response = await fetch(address);
  await response.text();
  for (;;) {
    const [entry] = performance.getEntriesByName(address, 'resource');
    if (entry instanceof PerformanceResourceTiming) return entry;
    await otherTask();
  }
}
