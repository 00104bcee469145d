import { expect, test } from 'vitest';
import { inClosedRoot } from '../../driver/closedRoot.ts';
import { eventually } from '../../driver/simulator.ts';
import { STAND_IN_ID } from '../../src/messages/standIn.ts';
import { show } from './popupForm.ts';
import { inBothBrowsers, type Tab, type TabWithPopup } from './withExtension.ts';

const SDK = 'Microsoft.Omnichannel.LiveChatWidget.SDK';

/** A tab on a page without a widget, into which the stand-in has been put in the popup. */
async function withStandIn(tab: TabWithPopup, path = '/product?widget=none'): Promise<void> {
  await tab.goTo(path);
  await tab.report('the page to have no widget', ({ widget }) => widget.state === 'none');
  await putIn(tab);
}

async function putIn(tab: TabWithPopup): Promise<void> {
  await show(tab.popup, 'scenarios');
  await tab.popup.locator('[data-action=stand-in]').click();
  await tab.popup.waitForSelector('[data-chip=stand-in]');
  await tab.widgetReady();
  await tab.page.bringToFront();
}

/** Clicks in the stand-in, at its top right or its bottom left corner: its root is closed to scripts. */
async function press(tab: Tab, what: 'close' | 'start'): Promise<void> {
  const host = await tab.page.waitForSelector(`#${STAND_IN_ID}`);
  const box = await host?.boundingBox();
  if (!box) throw new Error('The stand-in is not to be seen.');
  await (what === 'close'
    ? tab.page.mouse.click(box.x + box.width - 24, box.y + 24)
    : tab.page.mouse.click(box.x + 45, box.y + box.height - 32));
}

/** The text of the invite that the stand-in shows; null while it shows none. */
const shown = (tab: Tab) =>
  tab.page.evaluate(`document.getElementById('oc-lcw-proactivechat')?.textContent ?? null`);

inBothBrowsers(({ newTab, newTabWithPopup, simulator }) => {
  test('an enabled scenario waits, is skipped to, shown by the stand-in, and dismissed', async () => {
    const tab = await newTabWithPopup();
    await tab.goTo('/product?widget=none');
    await tab.become({ clock: { at: null } });
    await tab.report('the page to have no widget', ({ widget }) => widget.state === 'none');
    await putIn(tab);
    await tab.enable('waitTime');
    await tab.popup.waitForSelector('[data-scenario=waitTime] .pill[data-state=waiting]');
    await tab.command({ command: 'skip', ms: 600_000 });
    await tab.outcome('waitTime', 'shown');
    expect(await shown(tab)).toContain('Just checking in');
    expect((await tab.report('the facts')).facts.sinceReady).toBeLessThan(600_000);
    // Its minute is a real one: a skip does not withdraw the invite.
    await tab.command({ command: 'skip', ms: 300_000 });
    expect(await shown(tab)).toContain('Just checking in');
    await press(tab, 'close');
    await tab.outcome('waitTime', 'dismissed');
    expect(await shown(tab)).toBeNull();
  });

  test('Fire now is shown and accepted, its chat starts and ends, and a second invite is blocked meanwhile', async () => {
    const tab = await newTabWithPopup();
    await withStandIn(tab, '/product?widget=none&csp=strict');
    await tab.command({ command: 'fire', scenarioId: 'waitTime' });
    await tab.outcome('waitTime', 'shown');
    await tab.command({ command: 'fire', scenarioId: 'country' });
    expect((await tab.outcome('country', 'blocked')).text.key).toBe('blockedInvitePending');
    await press(tab, 'start');
    await tab.outcome('waitTime', 'accepted');
    await tab.event('the chat', ({ kind }) => kind === 'chat started');
    await tab.page.evaluate(`${SDK}.closeChat()`);
    await tab.event('the end of the chat', ({ kind }) => kind === 'chat closed');
  });

  test('an invite that nobody answers is withdrawn after a minute of real time', async () => {
    const tab = await newTabWithPopup();
    await withStandIn(tab);
    await tab.command({ command: 'fire', scenarioId: 'waitTime' });
    await tab.outcome('waitTime', 'shown');
    await tab.outcome('waitTime', 'timed out');
  });

  test('the site’s own trigger code finds the SDK that it waits for', async () => {
    const tab = await newTabWithPopup();
    await withStandIn(tab, '/own/sale?widget=none');
    await tab.enable('waitTime');
    const event = await tab.event('the site’s invite', ({ kind }) => kind === 'shown');
    expect(event.cause).toBe('site');
  });

  test('in a dry run the stand-in hears nothing either', async () => {
    const tab = await newTabWithPopup();
    await withStandIn(tab);
    await tab.command({ command: 'set invites', invites: 'dry run' });
    await tab.command({ command: 'fire', scenarioId: 'waitTime' });
    await tab.outcome('waitTime', 'recorded');
    expect(await shown(tab)).toBeNull();
  });

  test('no script of the page reaches into the stand-in, and Reset takes it out without a trace', async () => {
    const tab = await newTabWithPopup();
    await withStandIn(tab);
    // Whoever looks at it is told what it is.
    expect(
      await inClosedRoot(simulator(), tab.page, `#${STAND_IN_ID}`, '(root) => root.textContent'),
    ).toContain('Stand-in: no agent is here');
    expect(
      await tab.page.evaluate(`document.getElementById('${STAND_IN_ID}').shadowRoot`),
    ).toBeNull();
    await tab.popup.bringToFront();
    await tab.popup.locator('button ::-p-text(Reset)').click();
    await tab.report('the stand-in to be gone', ({ widget }) => widget.state === 'none');
    expect(
      await eventually('the page to be loaded', () =>
        tab.page
          .evaluate(`JSON.stringify([document.getElementById('${STAND_IN_ID}'), typeof Microsoft])`)
          .catch(() => null),
      ),
    ).toBe('[null,"undefined"]');
  });

  test('a page with a widget takes no stand-in', async () => {
    const tab = await newTab();
    await tab.goTo('/product');
    await tab.widgetReady();
    const problems = await tab.tryCommand({ command: 'put in stand-in' });
    expect(problems.map(({ text }) => text.key)).toEqual(['problemHasWidget']);
  });
});
