import { expect, inject, test } from 'vitest';
import { textToShow } from '../../driver/textToShow.ts';
import { inviteToShow } from '../../driver/widget.ts';
import { show } from './popupForm.ts';
import { endChat, watched, watching } from './watchedPage.ts';
import { inBothBrowsers } from './withExtension.ts';

inBothBrowsers(({ newTab, newTabWithPopup }) => {
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
