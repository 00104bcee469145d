import type { Browser, Page } from 'puppeteer-core';

/*
 * What Firefox can only be asked over WebDriver BiDi, below puppeteer's own interface:
 * https://www.w3.org/TR/webdriver-bidi/
 */

type Send = (method: string, parameters: Readonly<Record<string, unknown>>) => Promise<unknown>;

function property(owner: unknown, key: string): unknown {
  return typeof owner === 'object' && owner !== null ? Reflect.get(owner, key) : undefined;
}

function sendTo(browser: Browser): Send {
  const connection = property(browser, 'connection');
  const send = property(connection, 'send');
  if (typeof send !== 'function') throw new Error('This puppeteer shows no BiDi connection.');
  return async (method, parameters) =>
    property(await Reflect.apply(send, connection, [method, parameters]), 'result');
}

/** Sends a page to an address without waiting for it: Firefox never says that an extension's page has loaded. */
export async function navigateWithoutWaiting(
  browser: Browser,
  page: Page,
  url: string,
): Promise<void> {
  const context = property(page.mainFrame(), '_id');
  await sendTo(browser)('browsingContext.navigate', { context, url, wait: 'none' });
}

/** Evaluates an expression in Firefox's own window, where its privileged objects are. */
export async function evaluateInWindow(browser: Browser, expression: string): Promise<void> {
  const send = sendTo(browser);
  const contexts = property(
    await send('browsingContext.getTree', { 'moz:scope': 'chrome' }),
    'contexts',
  );
  const context = Array.isArray(contexts) ? property(contexts[0], 'context') : undefined;
  const answer = await send('script.evaluate', {
    expression,
    target: { context },
    awaitPromise: true,
  });
  if (property(answer, 'type') !== 'success')
    throw new Error(`Firefox refused: ${JSON.stringify(answer)}`);
}
