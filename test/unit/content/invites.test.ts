import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Invites } from '../../../src/content/page/widget/invites.ts';
import type { Widget } from '../../../src/content/page/widget/widget.ts';

const page = vi.hoisted(() => ({ pane: null as string | null, hasFrame: false }));
vi.mock('../../../src/content/page/natives.ts', () => ({
  now: () => Date.now(),
}));
vi.mock('../../../src/content/page/time/wait.ts', () => ({
  waitReally: (ms: number, callback: () => void) => setTimeout(callback, ms),
}));
vi.mock('../../../src/content/page/widget/inviteOnPage.ts', () => ({
  chatIsOpen: () => false,
  hasWidgetFrame: () => page.hasFrame,
  visibleInvite: () => page.pane,
}));
vi.mock('../../../src/content/page/widget/sdk.ts', () => ({
  findSdk: () => ({}),
  startProactiveChat: () => {},
}));

const widget = { readyAt: 0, chatActive: false } as Widget;
const invite = { message: 'May I help?', showPrechat: false, inNewWindow: false, context: {} };

beforeEach(() => {
  vi.useFakeTimers();
  Object.assign(page, { pane: null, hasFrame: false });
});
afterEach(() => {
  vi.useRealTimers();
});

test('Where nothing is watched, the page is looked at until the fate of an invite is known', () => {
  const told: string[] = [];
  const invites = new Invites(widget, () => {});
  invites.offer(invite, (outcome) => told.push(outcome));
  vi.advanceTimersByTime(1000);
  page.pane = invite.message;
  vi.advanceTimersByTime(1000);
  expect(told).toEqual(['offered', 'shown']);
  expect(vi.getTimerCount()).toBe(1);
  page.pane = null;
  vi.advanceTimersByTime(10_000);
  expect(told).toEqual(['offered', 'shown', 'dismissed']);
  expect(vi.getTimerCount()).toBe(0);
});

test('With the offer it is told what was passed to the SDK, in the order of the context', () => {
  const told: unknown[] = [];
  const invites = new Invites(widget, () => {});
  const context = {
    'Page URL': { value: 'x'.repeat(5000), isDisplayable: true },
    Visits: { value: 3, isDisplayable: false },
  };
  invites.offer({ ...invite, context }, (outcome, _text, passed) => told.push([outcome, passed]));
  expect(told).toEqual([
    [
      'offered',
      {
        message: 'May I help?',
        showPrechat: false,
        inNewWindow: false,
        context: [
          { key: 'Page URL', value: `${'x'.repeat(3999)}…`, isDisplayable: true },
          { key: 'Visits', value: 3, isDisplayable: false },
        ],
      },
    ],
  ]);
  vi.advanceTimersByTime(60_000);
  expect(told.at(-1)).toEqual(['blocked', undefined]);
});

test('An invite whose pane goes for a moment and comes back is still shown', () => {
  const told: string[] = [];
  const toldOfSite: string[] = [];
  const invites = new Invites(widget, (outcome) => toldOfSite.push(outcome));
  invites.offer(invite, (outcome) => told.push(outcome));
  for (const pane of [invite.message, null, invite.message]) {
    page.pane = pane;
    vi.advanceTimersByTime(500);
  }
  expect(told).toEqual(['offered', 'shown']);
  page.pane = null;
  vi.advanceTimersByTime(10_000);
  expect(told).toEqual(['offered', 'shown', 'dismissed']);
  expect(toldOfSite).toEqual([]);
});

test('An invite whose frame the page takes away is lost, and not dismissed by anybody', () => {
  const keys: string[] = [];
  const invites = new Invites(widget, () => {});
  page.hasFrame = true;
  invites.offer(invite, (_outcome, { key }) => keys.push(key));
  page.pane = invite.message;
  vi.advanceTimersByTime(500);
  Object.assign(page, { pane: null, hasFrame: false });
  vi.advanceTimersByTime(10_000);
  expect(keys).toEqual(['offered', 'shown', 'frameGone']);
});

test('An invite that the site offers itself is told as ignored, or as shown', () => {
  const told: string[] = [];
  const invites = new Invites(widget, (outcome, { key }) => told.push(`${outcome} ${key}`));
  invites.expectSite('Hello');
  page.pane = 'Hello';
  vi.advanceTimersByTime(500);
  expect(told).toEqual(['shown shown']);
  invites.expectSite('Again');
  vi.advanceTimersByTime(5_000);
  expect(told).toEqual(['shown shown', 'blocked blockedInvitePending']);
});

test('The same invite, dismissed and offered again at once, is another one', () => {
  const told: string[] = [];
  const invites = new Invites(widget, () => {});
  invites.offer(invite, (outcome) => told.push(`first ${outcome}`));
  page.pane = invite.message;
  vi.advanceTimersByTime(500);
  page.pane = null;
  vi.advanceTimersByTime(500);
  invites.offer(invite, (outcome) => told.push(`second ${outcome}`));
  page.pane = invite.message;
  vi.advanceTimersByTime(500);
  page.pane = null;
  vi.advanceTimersByTime(10_000);
  expect(told).toEqual([
    'first offered',
    'first shown',
    'second offered',
    'first dismissed',
    'second shown',
    'second dismissed',
  ]);
});

test('An invite that never appears is not looked for without end', () => {
  const told: string[] = [];
  const invites = new Invites(widget, () => {});
  invites.offer(invite, (outcome) => told.push(outcome));
  vi.advanceTimersByTime(60_000);
  expect(told).toEqual(['offered', 'blocked']);
  expect(vi.getTimerCount()).toBe(0);
});

test('Where invites are watched the page is looked at on and on, but once', () => {
  const invites = new Invites(widget, () => {});
  invites.watch();
  invites.offer(invite, () => {});
  vi.advanceTimersByTime(60_000);
  expect(vi.getTimerCount()).toBe(1);
  invites.rest();
  vi.advanceTimersByTime(1000);
  expect(vi.getTimerCount()).toBe(0);
});
