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

/** Evaluates an expression in Firefox's own window, where its privileged objects are; gives its value. */
export async function evaluateInWindow(browser: Browser, expression: string): Promise<unknown> {
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
  return property(property(answer, 'result'), 'value');
}

/**
 * What a function, given as its source, returns when it is called with the closed shadow root of the element
 * that a selector finds; null if there is no such element.
 */
export async function closedRootOverBidi(
  browser: Browser,
  page: Page,
  selector: string,
  source: string,
): Promise<unknown> {
  const send = sendTo(browser);
  const target = { context: property(page.mainFrame(), '_id') };
  const found = await send('script.evaluate', {
    expression: `document.querySelector(${JSON.stringify(selector)})`,
    target,
    awaitPromise: false,
    serializationOptions: { maxDomDepth: 1, includeShadowTree: 'all' },
  });
  const host = property(found, 'result');
  if (property(host, 'type') === 'null') return null;
  const sharedId = property(property(property(host, 'value'), 'shadowRoot'), 'sharedId');
  if (sharedId === undefined) throw new Error(`${selector} has no shadow root.`);
  const answer = await send('script.callFunction', {
    functionDeclaration: source,
    arguments: [{ sharedId }],
    target,
    awaitPromise: false,
  });
  if (property(answer, 'type') !== 'success')
    throw new Error(`Firefox refused: ${JSON.stringify(answer)}`);
  return property(property(answer, 'result'), 'value');
}
