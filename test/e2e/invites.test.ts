import { expect, test } from 'vitest';
import { eventually } from '../../driver/simulator.ts';
import { inviteToShow, pressInInvite, receivedInvites, shownInvite } from '../../driver/widget.ts';
import { inBothBrowsers, type Tab, type TabWithPopup } from './withExtension.ts';

/**
 * Presses a button of the invite that is shown, until the extension has told what became of it: while the
 * widget begins it forgets what was pressed, and brings the invite back.
 */
const answer = (tab: Tab, button: 'start' | 'close', outcome: 'accepted' | 'dismissed') =>
  eventually(`the invite to be ${outcome}`, async () => {
    await pressInInvite(tab.page, button);
    const told = (await tab.snapshot()).report?.outcomes.waitTime;
    return told?.outcome === outcome ? told : null;
  });

const pillToShow = ({ popup }: TabWithPopup, id: string, state: string) =>
  popup.waitForSelector(`[data-scenario=${id}] .pill[data-state="${state}"] ::-p-text(${state})`);

inBothBrowsers(({ newTab, newTabWithPopup }) => {
  test('of two invites the second is ignored, and the reason is told', async () => {
    const tab = await newTabWithPopup();
    await tab.goTo('/product');
    await tab.widgetReady();
    await tab.command({ command: 'fire', scenarioId: 'waitTime' });
    await tab.outcome('waitTime', 'shown');
    const first = await inviteToShow(tab.page);
    await tab.command({ command: 'fire', scenarioId: 'repeatVisits' });
    const { text } = await tab.outcome('repeatVisits', 'blocked');
    expect(text.key).toBe('blockedInvitePending');
    await pillToShow(tab, 'repeatVisits', 'blocked');
    expect(await receivedInvites(tab.page)).toHaveLength(2);
    expect(await shownInvite(tab.page)).toBe(first);
  });

  test('an invite while a chat is active is ignored, and the reason is told', async () => {
    const tab = await newTabWithPopup();
    await tab.goTo('/product');
    await tab.widgetReady();
    await tab.command({ command: 'fire', scenarioId: 'waitTime' });
    await inviteToShow(tab.page);
    await tab.outcome('waitTime', 'shown');
    await answer(tab, 'start', 'accepted');
    await pillToShow(tab, 'waitTime', 'accepted');
    await tab.report(
      'the chat to be active',
      ({ widget }) => widget.state === 'ready' && widget.chatActive,
    );
    await tab.command({ command: 'fire', scenarioId: 'dateWindow' });
    const { text } = await tab.outcome('dateWindow', 'blocked');
    expect(text.key).toBe('blockedChatActive');
    expect(await shownInvite(tab.page)).toBeNull();
    // The chat would be restored in the next test's tab.
    await tab.page.evaluate('Microsoft.Omnichannel.LiveChatWidget.SDK.closeChat()');
    await tab.report(
      'the chat to end',
      ({ widget }) => widget.state === 'ready' && !widget.chatActive,
    );
    // The widget may keep the chat for a moment longer; without it nobody writes that any more.
    await tab.goTo('/faq?widget=none');
    await tab.page.evaluate('localStorage.clear()');
  });

  test('a dismissed invite is told, and a later one shows again', async () => {
    const tab = await newTabWithPopup();
    await tab.goTo('/product');
    await tab.widgetReady();
    await tab.command({ command: 'fire', scenarioId: 'waitTime' });
    await tab.outcome('waitTime', 'shown');
    await answer(tab, 'close', 'dismissed');
    await pillToShow(tab, 'waitTime', 'dismissed');
    await tab.command({ command: 'fire', scenarioId: 'repeatVisits' });
    await tab.outcome('repeatVisits', 'shown');
  });

  test('of a widget in a frame of another origin the class tells what becomes of an invite', async () => {
    const tab = await newTab();
    await tab.goTo('/faq?widget=none');
    await tab.report('the page');
    const become = (className: string) => `frame.className = ${JSON.stringify(className)}`;
    // In a sandbox a frame has an origin of its own.
    const isSeen = await tab.page.evaluate(`(() => {
      window.frame = document.createElement('iframe');
      frame.id = 'Microsoft_Omnichannel_LCWidget_Chat_Iframe_Window';
      frame.sandbox = 'allow-scripts';
      ${become('start_chat_button')};
      document.body.append(frame);
      const SDK = { setContextProvider() {}, startProactiveChat() { ${become('proactive_chat_panel')} } };
      window.Microsoft = { Omnichannel: { LiveChatWidget: { SDK } } };
      window.dispatchEvent(new Event('lcw:ready'));
      return frame.contentDocument !== null;
    })()`);
    expect(isSeen).toBe(false);
    await tab.widgetReady();
    await tab.command({ command: 'fire', scenarioId: 'waitTime' });
    await tab.outcome('waitTime', 'shown');
    await tab.page.evaluate(become('proactive_chat_panel hide_iframe'));
    await tab.outcome('waitTime', 'dismissed');
    await tab.command({ command: 'fire', scenarioId: 'repeatVisits' });
    await tab.outcome('repeatVisits', 'shown');
    await tab.page.evaluate(become('web_chat_panel'));
    await tab.outcome('repeatVisits', 'accepted');
  });

  test('an invite of the site’s own code is seen and told as the site’s', async () => {
    const tab = await newTab();
    await tab.goTo('/product');
    await tab.widgetReady();
    await tab.enable('waitTime');
    await tab.page.evaluate(
      `Microsoft.Omnichannel.LiveChatWidget.SDK.startProactiveChat({ message: 'From the site' }, false)`,
    );
    const event = await tab.event('the invite', ({ kind }) => kind === 'shown');
    expect(event.cause).toBe('site');
  });

  test('without a widget nothing is offered, and Fire says why', async () => {
    const tab = await newTab();
    await tab.enable('dateWindow');
    await tab.goTo('/sale?widget=none');
    const { widget } = await tab.report('the page', ({ facts }) => facts.address.includes('/sale'));
    expect(widget.state).toBe('none');
    await tab.command({ command: 'fire', scenarioId: 'dateWindow' });
    expect((await tab.outcome('dateWindow', 'blocked')).text.key).toBe('blockedNoWidget');
  });
});
