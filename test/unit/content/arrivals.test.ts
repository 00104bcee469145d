// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

vi.mock('../../../src/content/page/documentNatives.ts', () => ({
  MutationObserver,
  documentNatives: {
    observe: (observer: MutationObserver, ...args: Parameters<MutationObserver['observe']>) =>
      observer.observe(...args),
    stopObserving: (observer: MutationObserver) => observer.disconnect(),
    documentElement: (of: Document) => of.documentElement,
    head: (of: Document) => of.head,
    body: (of: Document) => of.body,
  },
}));
vi.mock('../../../src/content/page/natives.ts', () => ({
  addEventListener: (target: EventTarget, ...args: Parameters<Document['addEventListener']>) =>
    target.addEventListener(...args),
  removeEventListener: (
    target: EventTarget,
    ...args: Parameters<Document['removeEventListener']>
  ) => target.removeEventListener(...args),
}));
const { Arrivals } = await import('../../../src/content/page/widget/arrivals.ts');

let heard = 0;
const arrivals = new Arrivals(() => heard++);

/** Does something to the document; gives whether it was heard of before the next script. */
async function isHeard(act: () => unknown): Promise<boolean> {
  heard = 0;
  act();
  await Promise.resolve();
  return heard > 0;
}
const deepIn = () => document.querySelector('main')?.append('', document.createElement('b'));
const rightIn = (parent: Element) => () => parent.append(document.createElement('script'));
const loaded = () => document.querySelector('main')?.dispatchEvent(new Event('load'));

beforeEach(() => {
  document.body.innerHTML = '<main></main>';
});
afterEach(() => {
  arrivals.listen(null);
});

test('Every element is heard of, wherever it is put', async () => {
  arrivals.listen('every element');
  expect(await isHeard(deepIn)).toBe(true);
  expect(await isHeard(rightIn(document.body))).toBe(true);
  // Two scripts that wait to run may both be there already.
  expect(await isHeard(loaded)).toBe(true);
});

test('Of the outline are what is put right into html, head or body, and scripts that have run', async () => {
  arrivals.listen('outline');
  expect(await isHeard(loaded)).toBe(true);
  const { documentElement, head, body } = document;
  for (const parent of [documentElement, head, body])
    expect(await isHeard(rightIn(parent)), parent.localName).toBe(true);
  expect(await isHeard(deepIn)).toBe(false);
});

test('A body that comes later is listened to as well', async () => {
  document.body.remove();
  arrivals.listen('outline');
  const body = document.createElement('body');
  body.append(document.createElement('main'));
  expect(await isHeard(() => document.documentElement.append(body))).toBe(true);
  expect(await isHeard(rightIn(body))).toBe(true);
});

test('What is listened to changes at once, up to nothing', async () => {
  arrivals.listen('every element');
  arrivals.listen('outline');
  expect(await isHeard(deepIn)).toBe(false);
  arrivals.listen('every element');
  expect(await isHeard(deepIn)).toBe(true);
  arrivals.listen(null);
  for (const act of [deepIn, loaded, rightIn(document.body)])
    expect(await isHeard(act)).toBe(false);
});
