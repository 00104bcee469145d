import { documentNatives, MutationObserver } from '../documentNatives.ts';
import * as natives from '../natives.ts';

/** How closely a document is watched for what comes into it, beside whatever has been loaded, such as a script that has run. */
export type Attention =
  /** Each element, wherever it is put. */
  | 'every element'
  /**
   * Each element that is put right into html, head or body, as scripts and frames mostly are. An
   * observer of the whole document also gets to know each node that leaves it, which a page that draws
   * thousands of them anew would feel: https://dom.spec.whatwg.org/#transient-registered-observer
   */
  | 'outline';

/** Hears when a widget may have come into the document: it is brought by a script, with an element, and heard of before the next script. */
export class Arrivals {
  readonly #react: () => void;
  readonly #observer: MutationObserver;
  #attention: Attention | null = null;

  constructor(react: () => void) {
    this.#react = react;
    this.#observer = new MutationObserver(() => this.#changed());
  }

  /** Listens from now on, in the place of what it listened to before; null for nothing. */
  listen(attention: Attention | null): void {
    if (this.#attention === attention) return;
    this.#attention = attention;
    documentNatives.stopObserving(this.#observer);
    natives.removeEventListener(document, 'load', this.#react, true);
    if (attention === null) return;
    // A script's load event comes right after it has run, and not as far up as the window.
    natives.addEventListener(document, 'load', this.#react, true);
    if (attention === 'outline') this.#observeOutline();
    else documentNatives.observe(this.#observer, document, { childList: true, subtree: true });
  }

  #changed(): void {
    if (this.#attention === 'outline') this.#observeOutline();
    this.#react();
  }

  /** Observes the few elements in which scripts put others; they may have come just now. */
  #observeOutline(): void {
    const { documentElement, head, body } = documentNatives;
    const outline = [document, documentElement(document), head(document), body(document)];
    for (let index = 0; index < outline.length; index++) {
      const node = outline[index];
      if (node) documentNatives.observe(this.#observer, node, { childList: true });
    }
  }
}
