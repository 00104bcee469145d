import browser from 'webextension-polyfill';
import { decode, type Handover, METRIC, STORAGE_KEY } from '../messages/delivery.ts';
import { type BridgeOrder, HANDSHAKE } from '../messages/page.ts';
import { isBridgeOrder, isPageSimulation } from '../messages/pageGuards.ts';
import { isForFirstScript, type PageSimulation } from '../model/simulation.ts';
import { openerOfNewTab, respondedWindow, timingsOf } from './opener.ts';

/*
 * The isolated half of a document: it carries orders to the page world, and observations and answers
 * back, and makes nothing of them. The page world runs first and is waiting for its port; no script of the page runs between.
 */

const { port1: port, port2 } = new MessageChannel();
window.dispatchEvent(new MessageEvent(HANDSHAKE, { ports: [port2] }));

/** How this document was come to. A frame without an address of its own has no entry. */
const [entry] = performance.getEntriesByType('navigation');
const navigation = entry instanceof PerformanceNavigationTiming ? entry.type : 'navigate';

let simulation: PageSimulation | null = null;

/** Ends the skip that the page world was ordered, with the ms that have passed. */
let endSkip: (ms: number) => void = () => {};

function order(value: BridgeOrder): void {
  if (value.kind === 'simulation' || value.kind === 'handover') ({ simulation } = value);
  if (value.kind !== 'handover') port.postMessage(value);
}

/** Sends to the background. After an update or removal of the extension there is none: this document is on its own. */
async function send(message: unknown): Promise<unknown> {
  try {
    return await browser.runtime.sendMessage(message);
  } catch (error) {
    if (browser.runtime?.id === undefined) port.close();
    else console.debug('Trigger Simulator: the background did not answer.', error);
    return null;
  }
}

/** The epoch of the visitor that this document was made with, or that the opener of this new tab sees; null if there is none. */
function openerEpoch(): number | null {
  const headerOf = (scope: Window) => timingsOf(respondedWindow(scope), METRIC).at(-1);
  try {
    const opener = openerOfNewTab();
    const header = headerOf(window) ?? (opener && headerOf(opener));
    return header ? (decode(header)?.epoch ?? null) : null;
  } catch {
    // A window of another origin has nothing to say.
    return null;
  }
}

/** Says that a document is here, and passes on what the background knows for it. */
async function introduce(): Promise<void> {
  const answer = await send({ kind: 'hello', navigation, openerEpoch: openerEpoch() });
  if (typeof answer !== 'object' || answer === null) return;
  if (
    'simulation' in answer &&
    (answer.simulation === null || isPageSimulation(answer.simulation))
  ) {
    order({ kind: 'simulation', simulation: answer.simulation });
  }
  if ('visits' in answer && typeof answer.visits === 'number') {
    order({ kind: 'visits', visits: answer.visits });
  }
}

/** Says that the page has loaded: what the background would run in it before then holds up its load event in Chromium. */
function tellLoaded(): void {
  if (window === window.top) void send({ kind: 'loaded' });
}

/** The ms of an observation that a skip has ended; null for any other. */
function skippedIn(observation: unknown): number | null {
  if (typeof observation !== 'object' || observation === null) return null;
  if (!('kind' in observation) || observation.kind !== 'skipped') return null;
  return 'ms' in observation && typeof observation.ms === 'number' ? observation.ms : null;
}

port.onmessage = ({ data }: MessageEvent<unknown>) => {
  const skipped = skippedIn(data);
  if (skipped !== null) endSkip(skipped);
  else void send({ kind: 'observed', observation: data });
};

browser.runtime.onMessage.addListener((message: unknown) => {
  if (!isBridgeOrder(message)) return undefined;
  order(message);
  if (message.kind !== 'skip') return Promise.resolve(true);
  return new Promise((resolve) => {
    endSkip = resolve;
  });
});

// What this document was made to see is handed to the next one, which may come without our header:
// from the page's service worker, say.
window.addEventListener('pagehide', () => {
  endSkip(0);
  if (window !== window.top || simulation === null) return;
  if (!isForFirstScript(simulation)) return;
  const handover: Handover = { at: Date.now(), simulation };
  try {
    sessionStorage.setItem(STORAGE_KEY, JSON.stringify(handover));
  } catch {
    // Blocked or full: the header is the way that works nearly everywhere.
  }
});

/** Takes away what was left for a next document that never came, or that has begun without it. */
function forgetHandover(): void {
  try {
    sessionStorage.removeItem(STORAGE_KEY);
  } catch {
    // Blocked: then nothing was left.
  }
}

// A document before this one may end only after this one has begun, in a process of its own: too late.
window.addEventListener('storage', (event) => {
  if (event.key !== STORAGE_KEY) return;
  event.stopImmediatePropagation();
  if (window === window.top) forgetHandover();
});

// A document that comes back from the back/forward cache may have been left by another visitor.
window.addEventListener('pageshow', ({ persisted }) => {
  if (persisted) {
    forgetHandover();
    void introduce();
  }
  tellLoaded();
});

void introduce();
if (document.readyState === 'complete') tellLoaded();
