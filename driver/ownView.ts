import type { Page } from 'puppeteer-core';
import { FIREFOX_ID } from '../build/browserManifest.ts';
import { evaluateInWindow } from './bidi.ts';
import { eventually, type Simulator } from './simulator.ts';

/*
 * The places where a browser shows the extension by itself: the popup of its toolbar button, and the panel
 * beside the page. To Chromium's driver they are pages. To Firefox's they are not, so there they are reached
 * from the window around them.
 */

export interface OwnView {
  /** Presses the button, or the link that looks like one, with these words on it, as a tester does. */
  press(words: string): Promise<void>;
  /** The text of the first element that a selector finds; null if there is none. */
  textOf(selector: string): Promise<string | null>;
  close(): Promise<void>;
}

/** Presses the toolbar button while a page is in front, and gives the popup that it opens. */
export async function popupOver(simulator: Simulator, page: Page): Promise<OwnView> {
  await simulator.clickToolbarButton(page);
  if (simulator.name === 'chrome')
    return pageView(await simulator.shownPage('src/popup/index.html'));
  await evaluateInWindow(
    simulator.browser,
    `(async () => {
      const { ExtensionParent } =
        ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
      const { extension } = WebExtensionPolicy.getByID(${JSON.stringify(FIREFOX_ID)});
      await ExtensionParent.apiManager.global.browserActionFor(extension).triggerAction(window);
    })()`,
  );
  return firefoxView(simulator, `document.querySelector('.webextension-popup-browser')`);
}

/** The panel beside the page in front, once it is open. */
export const panelOf = async (simulator: Simulator): Promise<OwnView> =>
  simulator.name === 'chrome'
    ? pageView(await simulator.shownPage('src/popup/panel.html'))
    : firefoxView(
        simulator,
        `document.getElementById('sidebar')?.contentDocument
          ?.getElementById('webext-panels-browser')`,
        'SidebarController.hide()',
      );

const pageView = (page: Page): OwnView => ({
  press: (words) => page.locator(`:is(button, a.button) ::-p-text(${words})`).click(),
  textOf: (selector) =>
    page.evaluate((wanted) => document.querySelector(wanted)?.textContent ?? null, selector),
  close: () => page.close(),
});

/**
 * A view in Firefox, by the expression that finds its browser element in the window.
 * Its document is another process's, so what is asked of it goes there as a frame script.
 */
function firefoxView(simulator: Simulator, found: string, hide = ''): OwnView {
  const ask = async (expression: string): Promise<unknown> => {
    const script = `sendAsyncMessage('asked', ${expression})`;
    const answer = await evaluateInWindow(
      simulator.browser,
      `(async () => {
        const manager = ${found}?.messageManager;
        if (!manager) return null;
        const { promise, resolve } = Promise.withResolvers();
        const listener = ({ data }) => resolve(data);
        manager.addMessageListener('asked', listener);
        manager.loadFrameScript('data:;charset=utf-8,' + encodeURIComponent(${JSON.stringify(script)}), false);
        // A document that is on its way, or closes, says nothing.
        window.setTimeout(resolve, 5000, null);
        const data = await promise;
        manager.removeMessageListener('asked', listener);
        return data;
      })()`,
    );
    return answer ?? null;
  };
  return {
    async press(words) {
      await eventually(`the button “${words}”`, async () => {
        const isPressed = await ask(`(() => {
          const button = [...content.document.querySelectorAll('button, a.button')]
            .find(({ textContent, disabled }) => textContent === ${JSON.stringify(words)} && !disabled);
          // What Firefox allows in a click alone, such as to open the sidebar, it asks its window about.
          const click = button && content.windowUtils.setHandlingUserInput(true);
          button?.click();
          click?.destruct();
          return Boolean(button);
        })()`);
        return isPressed === true ? true : null;
      });
    },
    async textOf(selector) {
      const text = await ask(
        `content.document.querySelector(${JSON.stringify(selector)})?.textContent ?? null`,
      );
      return typeof text === 'string' ? text : null;
    },
    async close() {
      await (hide ? evaluateInWindow(simulator.browser, hide) : ask('(content.close(), null)'));
    },
  };
}
