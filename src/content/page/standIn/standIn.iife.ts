import {
  parseWords,
  STAND_IN_ID,
  STAND_IN_WORDS,
  type StandInWords,
} from '../../../messages/standIn.ts';
import { Conversation } from './conversation.ts';
import { Panes } from './panes.ts';
import { createSdk, publishSdk } from './sdk.ts';

/*
 * A widget for a page that has none: the SDK and the behaviour of the real one, with nobody behind it. It
 * comes into a page on command only, and goes with it.
 */

/** How long an invite waits for an answer, in ms. */
const INVITE_WAITS = 60_000;

const dispatch = (event: string, detail?: unknown) =>
  void window.dispatchEvent(new CustomEvent(`lcw:${event}`, { detail }));

function putIn(words: StandInWords): void {
  if (document.getElementById(STAND_IN_ID)) return;
  const panes = new Panes(words);
  const conversation = new Conversation({
    show: (pane) => panes.show(pane),
    tell: dispatch,
    ignored: () => console.warn('ChatAlreadyTriggered'),
    waitForAnswer(callback) {
      // The real widget's frame keeps the real time, and so do animations, whatever the visitor's clock does.
      const wait = panes.host.animate(null, INVITE_WAITS);
      wait.addEventListener('finish', callback);
      return () => wait.cancel();
    },
  });
  panes.serve(conversation);
  if (!publishSdk(createSdk(conversation, dispatch))) {
    dispatch('error', { errorCode: 'StandInRefused', errorDescription: words.refused });
    return;
  }
  document.body.append(panes.host);
  dispatch('ready');
}

window.addEventListener(
  STAND_IN_WORDS,
  (event) => {
    const words = event instanceof CustomEvent ? parseWords(event.detail) : null;
    if (words) putIn(words);
  },
  { once: true },
);
