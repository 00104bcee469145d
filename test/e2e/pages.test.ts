import { expect, inject, test } from 'vitest';
import { inviteToShow, receivedContexts, shownInvite } from '../../driver/widget.ts';
import { inBothBrowsers } from './withExtension.ts';

inBothBrowsers(({ newTab, simulator }) => {
  test('a widget that arrives late is waited for', async () => {
    const tab = await newTab();
    await tab.enable('dateWindow');
    await tab.goTo('/sale?widget=late&after=2000');
    expect((await tab.report('the page')).widget.state).not.toBe('ready');
    await tab.outcome('dateWindow', 'shown');
  });

  test('strict CSP with Trusted Types stops neither triggers nor overrides', async () => {
    const tab = await newTab();
    const violations: string[] = [];
    tab.page.on('console', (message) => {
      if (/Content Security Policy|TrustedScript/.test(message.text()))
        violations.push(message.text());
    });
    await tab.goTo('/sale?csp=strict');
    await tab.become({ clock: { at: '2030-01-02T03:04:05Z' } });
    await tab.enable('dateWindow');
    await tab.outcome('dateWindow', 'shown');
    expect(await tab.page.evaluate('new Date().getUTCFullYear()')).toBe(2030);
    expect(violations).toEqual([]);
  });

  test('a change of address without a load begins another page', async () => {
    const tab = await newTab();
    await tab.enable('waitTime');
    await tab.goTo('/app');
    await tab.widgetReady();
    await tab.command({ command: 'skip', ms: 15_000 });
    await tab.page.evaluate(`history.pushState(null, '', '/app/orders')`);
    const { facts } = await tab.report('the new address', (report) =>
      report.facts.address.endsWith('/app/orders'),
    );
    expect(facts.sinceReady).toBeLessThan(15_000);
    await tab.report('the visits of the new address', (report) => report.facts.visits !== null);
    await tab.command({ command: 'skip', ms: 20_000 });
    await tab.outcome('waitTime', 'shown');
    expect((await receivedContexts(tab.page)).at(-1)?.['Page URL']?.value).toBe(
      `${inject('origin')}/app/orders`,
    );
  });

  test('the visitor outlives a background that the browser has stopped', async () => {
    const tab = await newTab();
    await tab.goTo('/sale');
    await tab.become({ clock: { at: '2030-01-02T03:04:05Z' } });
    await tab.enable('dateWindow');
    await simulator().stopBackground();
    await tab.goTo('/sale?reveal=1');
    expect(new Date((await tab.firstScriptSaw()).now).getUTCFullYear()).toBe(2030);
    await inviteToShow(tab.page);
    await tab.outcome('dateWindow', 'shown');
  });

  test('a page that was open before its site was enabled is joined, though lcw:ready has come', async () => {
    const tab = await newTab();
    const origin = inject('origin').replace('127.0.0.1', 'localhost');
    await tab.page.goto(`${origin}/sale`, { waitUntil: 'load' });
    await tab.page.waitForFunction(
      `document.querySelector('#Microsoft_Omnichannel_LCWidget_Chat_Iframe_Window')?.className.includes('start_chat_button')`,
    );
    const other = await newTab();
    await other.page.goto(`${origin}/faq`, { waitUntil: 'load' });
    const popup = await simulator().enableSite(other.page, other.tabId);
    const { widget } = await tab.widgetReady();
    expect(widget).toMatchObject({ state: 'ready', seenLate: true });
    await tab.enable('dateWindow');
    await tab.outcome('dateWindow', 'shown');
    expect(await shownInvite(tab.page)).not.toBeNull();
    await popup.close();
  });
});
