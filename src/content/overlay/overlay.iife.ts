import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { directionOf } from '../../direction.ts';
import {
  OVERLAY_TAKEN,
  type OverlayMessage,
  overlayOrderSchema,
  type Story,
} from '../../messages/overlay.ts';
import { messagesLanguage, say } from '../../texts.ts';
import { Panel } from './panel.ts';

/*
 * The overlay of a page, in the isolated world: there the clock is the real one, and no script of the page
 * reaches it. It comes into a page on command only, and goes with it.
 */

/** How often countdowns are drawn, in ms. */
const TICK = 250;

let story: Story | null = null;
let panel: Panel | null = null;
let isTickDue = false;

function tell(message: OverlayMessage): void {
  browser.runtime
    .sendMessage(message)
    .catch((error: unknown) => console.debug('Trigger Simulator: not heard.', error));
}

const makePanel = (): Panel =>
  new Panel(
    {
      label: say('extensionShortName'),
      move: say('overlayMove'),
      close: say('overlayClose'),
      language: messagesLanguage(),
      direction: directionOf(messagesLanguage()),
    },
    {
      moved: (place) => tell({ kind: 'overlay moved', place }),
      closed: () => tell({ kind: 'overlay closed' }),
    },
  );

function end(): void {
  panel?.remove();
  panel = null;
  story = null;
}

function show(): void {
  // A page whose parser is still at work may count its elements.
  if (!story || document.readyState === 'loading') return;
  if (!panel) {
    panel = makePanel();
    panel.moveTo(story.simulation.presentation?.place ?? null);
  }
  panel.show(story, Date.now());
}

/** Draws again and again for as long as there is a story. No timer of the window: its ids are the page's too, which may clear them all. */
function tick(): void {
  isTickDue = false;
  if (!story) return;
  // After an update or removal of the extension nobody would take the overlay away.
  if (browser.runtime?.id === undefined) {
    end();
    return;
  }
  show();
  isTickDue = true;
  AbortSignal.timeout(TICK).addEventListener('abort', tick);
}

browser.runtime.onMessage.addListener((message: unknown) => {
  const order = v.safeParse(overlayOrderSchema, message);
  if (!order.success) return undefined;
  if (order.output.story === null) {
    end();
  } else {
    story = order.output.story;
    if (isTickDue) show();
    else tick();
  }
  return Promise.resolve(OVERLAY_TAKEN);
});

// A page that comes back from the back/forward cache is told anew.
window.addEventListener('pagehide', end);
