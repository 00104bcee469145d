import { STAND_IN_ID, type StandInWords } from '../../../messages/standIn.ts';
import type { Conversation, Pane } from './conversation.ts';

const STYLE = `
  :host {
    all: initial !important;
    position: fixed !important;
    inset: auto 20px 20px auto !important;
    z-index: 2147483647 !important;
    color-scheme: light;
  }
  section {
    box-sizing: border-box;
    position: relative;
    width: 300px;
    padding: 14px 16px;
    border: 2px dashed #4f46e5;
    border-radius: 12px;
    background: #fff;
    color: #17181c;
    font: 14px/1.45 system-ui, sans-serif;
    box-shadow: 0 6px 24px rgb(0 0 0 / 20%);
  }
  .label { margin: 0 60px 8px 0; color: #5d616d; font-size: 12px; }
  .message { margin: 0 0 12px; overflow-wrap: anywhere; }
  button {
    padding: 6px 14px;
    border: 0;
    border-radius: 999px;
    background: #4f46e5;
    color: #fff;
    font: inherit;
    font-weight: 600;
    cursor: pointer;
  }
  button:focus-visible { outline: 2px solid #17181c; outline-offset: 2px; }
  .corner { position: absolute; top: 8px; right: 8px; display: flex; gap: 4px; }
  .corner button { width: 28px; height: 28px; padding: 0; background: none; color: #17181c; }
`;

function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  properties: Partial<HTMLElementTagNameMap[K]>,
  ...children: readonly Node[]
): HTMLElementTagNameMap[K] {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

function button(words: string, act: () => void, sign = words): HTMLButtonElement {
  const made = element('button', { type: 'button', textContent: sign, ariaLabel: words });
  made.addEventListener('click', act);
  return made;
}

const note = (className: string, words: string) => element('p', { className, textContent: words });

/** The part of a pane by which the real widget is known to show it, so that whoever looks for that finds it here too. */
function proofOf(pane: Pane): readonly HTMLElement[] {
  if (pane.kind === 'chat' || pane.kind === 'survey')
    return [element('span', { id: 'oc-lcw-header' })];
  if (pane.kind !== 'invite') return [];
  const message = element('span', {
    id: 'oc-lcw-proactivechat-bodytitle',
    textContent: pane.message,
  });
  return [element('span', { id: 'oc-lcw-proactivechat' }, message)];
}

/** What the stand-in shows, in a root of its own that the page's styles and scripts do not reach. */
export class Panes {
  readonly host = element('div', { id: STAND_IN_ID });
  readonly #root = this.host.attachShadow({ mode: 'closed' });
  readonly #words: StandInWords;
  #conversation: Conversation | null = null;

  constructor(words: StandInWords) {
    this.#words = words;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    this.#root.adoptedStyleSheets = [sheet];
    this.#root.addEventListener('keydown', (event) => {
      if (event instanceof KeyboardEvent && event.key === 'Escape') this.#conversation?.dismiss();
    });
  }

  /** What the buttons are for. */
  serve(conversation: Conversation): void {
    this.#conversation = conversation;
  }

  show(pane: Pane): void {
    const section = element('section', { ariaLabel: this.#words.label }, ...this.#partsOf(pane));
    this.#root.replaceChildren(section);
    // Not slotted, so not seen.
    this.host.replaceChildren(...proofOf(pane));
  }

  #partsOf(pane: Pane): readonly Node[] {
    const { label, open, start, close, minimize, survey, submit, chat } = this.#words;
    const act = (what: 'startChat' | 'accept' | 'dismiss' | 'minimize' | 'closeChat') => () =>
      this.#conversation?.[what]();
    const stands = note('label', label);
    const corner = (...buttons: readonly Node[]) =>
      element('div', { className: 'corner' }, ...buttons);
    switch (pane.kind) {
      case 'button':
      case 'minimized':
        return [stands, button(open, act('startChat'))];
      case 'invite':
        return [
          stands,
          note('message', pane.message),
          corner(button(close, act('dismiss'), '×')),
          button(start, act('accept')),
        ];
      case 'survey':
        return [
          stands,
          note('message', survey),
          corner(button(close, act('closeChat'), '×')),
          button(submit, act('startChat')),
        ];
      case 'chat':
        return [
          stands,
          note('message', chat),
          corner(button(minimize, act('minimize'), '–'), button(close, act('closeChat'), '×')),
        ];
    }
  }
}
