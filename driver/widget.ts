import type { Frame, Page } from 'puppeteer-core';
import * as v from 'valibot';
import { eventually } from './simulator.ts';

/*
 * The staging site's widget, looked at from its own side: what it was told, and what it shows.
 */

const received = v.array(v.object({ method: v.string(), payload: v.unknown() }));
const proactiveChat = v.object({
  notificationConfig: v.object({ message: v.string() }),
  enablePreChat: v.boolean(),
  inNewWindow: v.boolean(),
});
const context = v.record(
  v.string(),
  v.object({ value: v.union([v.string(), v.number(), v.boolean()]), isDisplayable: v.boolean() }),
);

/** An invite as the widget was told of it. */
export type ReceivedInvite = v.InferOutput<typeof proactiveChat>;
export type ReceivedContext = v.InferOutput<typeof context>;

/** The frame of a page's widget; null while it has none. */
export const widgetFrame = (page: Page): Frame | null =>
  page.frames().find((frame) => frame.url().endsWith('/livechatwidget/frame.html')) ?? null;

async function told(page: Page, method: string): Promise<readonly unknown[]> {
  const frame = widgetFrame(page);
  if (!frame) return [];
  const all = v.parse(received, await frame.evaluate('window.received ?? []'));
  return all.filter((one) => one.method === method).map(({ payload }) => payload);
}

/** The invites that the widget of a page was told to show, in order. */
export const receivedInvites = async (page: Page): Promise<readonly ReceivedInvite[]> =>
  v.parse(v.array(proactiveChat), await told(page, 'StartProactiveChat'));

/** The contexts that the widget of a page was given, in order. */
export const receivedContexts = async (page: Page): Promise<readonly ReceivedContext[]> =>
  v.parse(v.array(context), await told(page, 'SetCustomContext'));

/** The text of the invite that the widget shows now; null while it shows none. */
export async function shownInvite(page: Page): Promise<string | null> {
  const text = await widgetFrame(page)?.evaluate(
    `document.getElementById('oc-lcw-proactivechat')?.textContent ?? null`,
  );
  return typeof text === 'string' ? text : null;
}

/** Waits until the widget shows an invite, and gives its text. */
export const inviteToShow = (page: Page): Promise<string> =>
  // The frame is replaced while the page loads.
  eventually('the widget to show an invite', () => shownInvite(page).catch(() => null));

/** Presses a button of the invite that the widget of a page shows, if it shows one. */
export const pressInInvite = async (page: Page, button: 'start' | 'close'): Promise<void> => {
  await widgetFrame(page)?.evaluate(
    `document.getElementById('oc-lcw-proactivechat-${button}button')?.click()`,
  );
};
