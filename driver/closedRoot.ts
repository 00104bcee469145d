import type { Page } from 'puppeteer-core';
import { closedRootOverBidi } from './bidi.ts';
import type { Simulator } from './simulator.ts';

/**
 * Calls a function, given as its source, with the closed shadow root of the element that a selector finds, and
 * gives what it returns, as JSON can tell it; null if there is no such element. No script of a page can do that:
 * drivers reach what developer tools do.
 */
export async function inClosedRoot(
  { name, browser }: Simulator,
  page: Page,
  selector: string,
  source: string,
): Promise<unknown> {
  const toJson = `JSON.stringify((${source})(root) ?? null)`;
  const json =
    name === 'firefox'
      ? await closedRootOverBidi(browser, page, selector, `(root) => ${toJson}`)
      : await overDevTools(page, selector, `function () { const root = this; return ${toJson}; }`);
  return json === null ? null : JSON.parse(String(json));
}

/** What a function returns whose `this` is the root: https://chromedevtools.github.io/devtools-protocol/tot/DOM/ */
async function overDevTools(page: Page, selector: string, source: string): Promise<unknown> {
  const session = await page.createCDPSession();
  try {
    const { result: host } = await session.send('Runtime.evaluate', {
      expression: `document.querySelector(${JSON.stringify(selector)})`,
    });
    if (!host.objectId) return null;
    const { node } = await session.send('DOM.describeNode', { objectId: host.objectId, depth: 1 });
    const [root] = node.shadowRoots ?? [];
    if (!root) throw new Error(`${selector} has no shadow root.`);
    const { object } = await session.send('DOM.resolveNode', { backendNodeId: root.backendNodeId });
    if (!object.objectId) throw new Error(`The shadow root of ${selector} has gone.`);
    const { result, exceptionDetails } = await session.send('Runtime.callFunctionOn', {
      functionDeclaration: source,
      objectId: object.objectId,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? source);
    return result.value;
  } finally {
    await session.detach();
  }
}
