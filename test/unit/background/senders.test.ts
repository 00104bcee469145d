import { beforeEach, expect, test, vi } from 'vitest';
import type { Runtime } from 'webextension-polyfill';
import {
  documentOf,
  forgetKnownSites,
  isAdmitted,
  isOwnPage,
} from '../../../src/background/senders.ts';

const { enabled, contains } = await vi.hoisted(async () => {
  const enabled = new Set<string>();
  const contains = vi.fn(async ({ origins }: { origins: readonly string[] }) =>
    origins.every((origin) => enabled.has(origin)),
  );
  return { enabled, contains };
});
vi.mock('webextension-polyfill', () => ({
  default: {
    permissions: { contains },
    runtime: { getURL: (path: string) => `moz-extension://ours/${path}` },
  },
}));
vi.mock('../../../src/content/bridge.iife.ts?script&iife', () => ({ default: '' }));
vi.mock('../../../src/content/page/main.iife.ts?script&iife', () => ({ default: '' }));

const sender = (url: string, tabUrl = url, more: object = {}): Runtime.MessageSender => ({
  url,
  frameId: url === tabUrl ? 0 : 1,
  tab: {
    id: 1,
    url: tabUrl,
    index: 0,
    highlighted: false,
    active: true,
    pinned: false,
    incognito: false,
  },
  ...more,
});

beforeEach(() => {
  enabled.clear();
  forgetKnownSites();
  contains.mockClear();
});

test('A document of an enabled site is admitted, and asked for once', async () => {
  enabled.add('*://contoso.com/*');
  expect(await isAdmitted(sender('https://contoso.com/faq'))).toBe(true);
  expect(await isAdmitted(sender('https://contoso.com:8443/'))).toBe(true);
  expect(contains).toHaveBeenCalledOnce();
});

test('A document of a site that is not enabled is not, until the site is', async () => {
  expect(await isAdmitted(sender('https://contoso.com/'))).toBe(false);
  enabled.add('*://contoso.com/*');
  expect(await isAdmitted(sender('https://contoso.com/'))).toBe(true);
});

test('After a site was disabled its documents are not admitted any more', async () => {
  enabled.add('*://contoso.com/*');
  await isAdmitted(sender('https://contoso.com/'));
  enabled.clear();
  forgetKnownSites();
  expect(await isAdmitted(sender('https://contoso.com/'))).toBe(false);
});

test('A frame is admitted only if the site of its tab is enabled too', async () => {
  enabled.add('*://contoso.com/*');
  expect(await isAdmitted(sender('https://contoso.com/', 'https://elsewhere.example/'))).toBe(
    false,
  );
  enabled.add('*://elsewhere.example/*');
  expect(await isAdmitted(sender('https://contoso.com/', 'https://elsewhere.example/'))).toBe(true);
});

test('A frame without an address has the rights of its origin, or else of its tab', async () => {
  enabled.add('*://contoso.com/*');
  expect(await isAdmitted(sender('about:srcdoc', 'https://contoso.com/'))).toBe(true);
  const origin = { origin: 'https://elsewhere.example' };
  expect(await isAdmitted(sender('about:blank', 'https://contoso.com/', origin))).toBe(false);
});

test('Only our own pages may see what popups see, in a tab or not', () => {
  expect(isOwnPage({ url: 'moz-extension://ours/popup.html' })).toBe(true);
  expect(isOwnPage(sender('moz-extension://ours/popup.html'))).toBe(true);
  expect(isOwnPage(sender('https://contoso.com/'))).toBe(false);
  expect(isOwnPage({})).toBe(false);
});

test('Our own pages are no documents, not even in a tab', () => {
  expect(documentOf(sender('moz-extension://ours/popup.html'))).toBeNull();
  expect(documentOf({ url: 'moz-extension://ours/popup.html' })).toBeNull();
  expect(documentOf(sender('https://contoso.com/'))).toEqual({
    tabId: 1,
    isTop: true,
    address: 'https://contoso.com/',
    site: '*://contoso.com/*',
    openerTabId: undefined,
  });
});

test('A window without an address belongs to the site of its maker', () => {
  const ofContoso = { frameId: 0, origin: 'https://contoso.com' };
  expect(documentOf(sender('about:blank', 'about:blank', ofContoso))?.site).toBe(
    '*://contoso.com/*',
  );
  expect(documentOf(sender('about:blank', 'about:blank', { origin: 'null' }))?.site).toBeNull();
});
