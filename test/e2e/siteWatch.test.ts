import { expect, inject, test } from 'vitest';
import { eventually } from '../../driver/simulator.ts';
import { textToShow } from '../../driver/textToShow.ts';
import { inviteToShow } from '../../driver/widget.ts';
import { findingsOf } from '../../src/model/findings/index.ts';
import type { Finding } from '../../src/model/findings/rule.ts';
import type { Visitor } from '../../src/model/visitor/visitor.ts';
import { show } from './popupForm.ts';
import { watched, watching } from './watchedPage.ts';
import { inBothBrowsers, type Tab } from './withExtension.ts';

/** The findings on the page of a tab as the popup would have them `later` ms from now. */
async function findings(tab: Tab, later = 0): Promise<readonly Finding[]> {
  const { watched: seen, widget } = await tab.snapshot();
  if (!seen || !widget) return [];
  return findingsOf({ watched: seen, widget, now: Date.now() + later });
}

/** Ends the chat of a page, which the widget would bring back on those that come later. */
async function endChat(tab: Tab): Promise<void> {
  await tab.page.evaluate('Microsoft.Omnichannel.LiveChatWidget.SDK.closeChat()');
  await tab.report(
    'the chat to be closed',
    ({ widget }) => widget.state === 'ready' && !widget.chatActive,
  );
}

const deniedPosition: Visitor = {
  country: {
    name: 'Ruritania',
    code: null,
    latitude: 50.1,
    longitude: 14.4,
    geolocation: { answer: 'denied', afterMs: 0 },
  },
};

/** The page of the gallery, and the one finding on it. */
const GALLERY = [
  ['used-before-ready', 'usedBeforeReady'],
  ['syntax-error', 'syntaxError'],
  ['trigger-throws', 'triggerThrows'],
  ['provider-undeclared', 'providerUndeclared'],
  ['provider-throws', 'providerThrows'],
  ['context-shape', 'contextShape'],
  ['context-too-long', 'contextTooLong'],
  ['context-not-primitive', 'contextNotPrimitive'],
  ['authenticated-context', 'authenticatedContext'],
  ['message-missing', 'messageMissing'],
  ['prechat-left-out', 'prechatLeftOut'],
  ['several-invites', 'severalInvites'],
  ['delay-not-number', 'delayNotNumber'],
  ['referrer-never-equal', 'referrerNeverEqual'],
  ['visits-off-by-one', 'visitsOffByOne'],
  ['counter-never-reset', 'counterNeverReset'],
  ['visits-hard-coded', 'visitsHardCoded'],
  ['handler-replaced', 'handlerReplaced'],
  ['geolocation-no-fallback', 'geolocationNoFallback'],
  ['location-service-retired', 'locationServiceRetired'],
  ['location-service-fails', 'locationServiceFails'],
  ['policy-blocks', 'policyBlocks'],
  ['widget-error', 'widgetError'],
  ['widget-not-loaded', 'widgetNotLoaded'],
  ['ready-never-came', 'readyNeverCame'],
  ['alert-in-trigger', 'alertInTrigger'],
  ['invite-during-chat', 'inviteDuringChat'],
] as const;

const HEALTHY = [
  '/own/product',
  '/own/community',
  '/own/support/case',
  '/own/cart',
  '/own/sale',
  '/faq',
];

/** A widget that has not come so long after the page will not come any more. */
const LATER = 60_000;

inBothBrowsers(({ newTab, newTabWithPopup }) => {
  test('each broken page of the gallery has exactly its finding', async () => {
    const tab = await newTab();
    await watching(tab, '/faq');
    const found: Record<string, readonly string[]> = {};
    for (const [page, rule] of GALLERY) {
      if (page === 'geolocation-no-fallback') await tab.become(deniedPosition);
      await tab.goTo(`/broken/${page}`);
      if (!['ready-never-came', 'widget-not-loaded'].includes(page)) await tab.widgetReady();
      await eventually(`the finding on ${page}`, async () => {
        const rules = (await findings(tab, LATER)).map((one) => one.rule);
        found[page] = rules;
        return rules.includes(rule) ? rules : null;
      }).catch(() => null);
      if (page === 'geolocation-no-fallback') await tab.become({});
      if (page === 'invite-during-chat') await endChat(tab);
    }
    expect(found).toEqual(Object.fromEntries(GALLERY.map(([page, rule]) => [page, [rule]])));
  });

  test('healthy pages have no findings', async () => {
    const tab = await newTab();
    await watching(tab, '/faq');
    for (const page of HEALTHY) {
      await tab.goTo(page);
      await tab.widgetReady();
      await watched(tab, `${page} to be seen`, ({ events }) => events.length > 0);
      expect([page, await findings(tab, LATER)]).toEqual([page, []]);
    }
  });

  test('what the trigger reads and waits for is told with its place in the page', async () => {
    const tab = await newTab();
    await watching(tab, '/own/product');
    await tab.widgetReady();
    const { timers, inputs } = await watched(tab, 'the timer', (seen) =>
      seen.timers.some((one) => one.isTrigger),
    );
    const html = await (await fetch(`${inject('origin')}/own/product`)).text();
    const line = html.split('\n').findIndex((text) => text.includes('setTimeout')) + 1;
    expect(line).toBeGreaterThan(0);
    expect(timers[0]).toMatchObject({ isTrigger: true, repeats: false, by: { line } });
    expect(timers[0]?.by?.file).toBe(`${inject('origin')}/own/product`);
    expect(timers[0]?.dueIn).toBeLessThanOrEqual(20_000);
    expect(inputs.find(({ what }) => what === 'setTimeout')?.argument?.text).toBe('20000');
  });

  test('calls of the SDK are seen with their arguments, the context and the fate of the invite', async () => {
    const tab = await newTabWithPopup();
    const { popup } = tab;
    await watching(tab, '/own/sale');
    const seen = await watched(tab, 'the invite to be shown', ({ invites }) =>
      invites.some(({ outcome }) => outcome === 'shown'),
    );
    expect(seen.sdkUses.map(({ method }) => method)).toEqual([
      'setContextProvider',
      'startProactiveChat',
    ]);
    expect(seen.sdkUses[1]?.args[0]?.parts?.message?.text).toContain('Just checking in');
    expect(seen.sdkUses[1]?.by?.line).toBeGreaterThan(1);
    expect(seen.contexts[0]?.ending).toMatchObject({
      returned: { parts: { 'Proactive Chat': { parts: { value: { text: 'True' } } } } },
    });
    expect(seen.events.map(({ name }) => name)).toContain('lcw:ready');

    await tab.page.evaluate(`(() => {
      const { SDK } = Microsoft.Omnichannel.LiveChatWidget;
      try { SDK.setContextProvider('no function'); } catch {}
      SDK.getContextProvider();
      SDK.startChat({ customContext: { Order: { value: 7, isDisplayable: true } } });
    })()`);
    const { sdkUses, contexts } = await watched(tab, 'the chat', (later) =>
      later.sdkUses.some(({ method }) => method === 'startChat'),
    );
    expect(sdkUses.slice(2).map(({ ending }) => ending)).toMatchObject([
      { threw: 'TypeError: The provider must be a function' },
      { returned: { type: 'function' } },
      { returned: { type: 'undefined' } },
    ]);
    expect(contexts.at(-1)?.ending).toMatchObject({
      returned: { parts: { Order: { parts: { value: { text: '7' } } } } },
    });
    await show(popup, 'site');
    for (const text of [
      'threw TypeError: The provider must be a function',
      'getContextProvider() → function',
      'Context given: Order: 7',
      'lcw:ready',
    ])
      await textToShow(popup, text, '.sdk-calls');
  });

  test('the page cannot tell that it is watched, and gets back what it set', async () => {
    const tab = await newTab();
    await watching(tab, '/faq');
    await tab.widgetReady();
    const look = `(() => {
      const { SDK } = Microsoft.Omnichannel.LiveChatWidget;
      const provider = () => ({});
      SDK.setContextProvider(provider);
      const getters = ['referrer', 'cookie', 'visibilityState', 'hidden'].map((name) =>
        Object.getOwnPropertyDescriptor(Document.prototype, name).get);
      const methods = Object.keys(SDK).sort().map((name) => SDK[name]);
      const names = [Date, Date.now, setTimeout, setInterval, clearTimeout, fetch,
        XMLHttpRequest.prototype.open, Storage.prototype.getItem,
        EventTarget.prototype.addEventListener, Geolocation.prototype.getCurrentPosition,
        ...getters, ...methods];
      return JSON.stringify({
        sdk: Object.entries(Object.getOwnPropertyDescriptors(SDK)),
        isSame: SDK.getContextProvider() === provider,
        functions: names.map((one) => [one.name, one.length, String(one), Object.getOwnPropertyNames(one).sort()]),
        date: [new Date(5).getTime(), new Date(2020, 1, 1) instanceof Date, typeof Date(), new Date().constructor === Date],
        stack: new Error().stack.split('\\n').length,
      });
    })()`;
    const seen = await tab.page.evaluate(look);
    await tab.command({ command: 'watch site', isWatched: false });
    await tab.goTo('/faq');
    await tab.widgetReady();
    expect(seen).toBe(await tab.page.evaluate(look));
  });

  test('the popup answers why there is no invite, and makes the site’s own trigger true', async () => {
    const tab = await newTabWithPopup();
    const { popup } = tab;
    await tab.goTo('/own/community');
    await tab.widgetReady();
    await show(popup, 'site');
    await popup.locator('[data-action=watch]').click();
    await watched(tab, 'the page to be watched', ({ isFromStart }) => isFromStart);
    await tab.widgetReady();
    await textToShow(popup, 'waits', '.answer-text');
    await textToShow(popup, 'timesPageVisited', '.read');

    await popup.locator('.answer [data-action="make true"]').click();
    const { visits } = await tab.visitorSeen((visitor) => visitor.visits !== undefined);
    expect(visits).toMatchObject({ number: 3, name: 'timesPageVisited' });
    await tab.widgetReady();
    await popup.locator('.awaited button ::-p-text(Skip to it)').click();
    await inviteToShow(tab.page);
    await textToShow(popup, 'was shown', '.answer-text');
    await textToShow(popup, 'startProactiveChat', '.sdk-calls');
  });

  test('why scenario 5 does not fire is told with the line, and Make it true mends the visitor', async () => {
    const tab = await newTabWithPopup();
    const { popup } = tab;
    await watching(tab, '/own/knowledge-base');
    await tab.widgetReady();
    await show(popup, 'site');
    await popup.waitForSelector('[data-rule=referrerNeverEqual]');
    await popup.locator('.answer [data-action="make true"]').click();
    const { referrer } = await tab.visitorSeen((visitor) => visitor.referrer !== undefined);
    expect(referrer).toEqual({ value: 'www.contoso.com/FAQ' });
    await tab.widgetReady();
    await popup.locator('.awaited button ::-p-text(Skip to it)').click();
    await inviteToShow(tab.page);
  });

  test('an invite that is lost with the widget’s frame is told as that', async () => {
    const tab = await newTab();
    await watching(tab, '/own/sale');
    await inviteToShow(tab.page);
    await tab.event('the invite', ({ kind, cause }) => kind === 'shown' && cause === 'site');
    await tab.page.evaluate(
      `document.getElementById('Microsoft_Omnichannel_LCWidget_Chat_Iframe_Window').remove()`,
    );
    const { text } = await tab.event('its end', ({ kind }) => kind === 'dismissed');
    expect(text.key).toBe('frameGone');
  });

  test('an invite during a chat is told as ignored, with the reason', async () => {
    const tab = await newTab();
    await watching(tab, '/broken/invite-during-chat');
    const { text, cause } = await tab.event('the reason', ({ kind }) => kind === 'blocked');
    expect([cause, text.key]).toEqual(['site', 'blockedChatActive']);
    await endChat(tab);
  });
});
