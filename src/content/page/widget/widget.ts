import type { WidgetState } from '../../../model/report.ts';
import { text } from '../../../model/text.ts';
import * as natives from '../natives.ts';
import type { Dial } from '../time/dial.ts';
import { hasWidgetScript, isStandIn } from './inviteOnPage.ts';
import { findSdk } from './sdk.ts';

/** What the widget does, as the rest of the page world hears of it. */
export type WidgetEvent = 'ready' | 'failed' | 'chat started' | 'chat closed';
type WidgetListener = (event: WidgetEvent, details?: string) => void;

/** Follows the page's widget by its events: https://learn.microsoft.com/dynamics365/customer-service/develop/reference/events/lcw-ready */
export class Widget {
  #readyAt: number | null = null;
  #seenLate = false;
  #chatActive = false;
  #error: string | null = null;
  readonly #dial: Dial;
  readonly #listener: WidgetListener;

  constructor(dial: Dial, listener: WidgetListener) {
    this.#dial = dial;
    this.#listener = listener;
    const on = (event: string, react: (event: Event) => void) =>
      natives.addEventListener(globalThis, event, react);
    on('lcw:ready', () => this.#ready(false));
    on('lcw:error', (event) => this.#failed(event));
    on('lcw:startChat', () => this.#chat(true));
    on('lcw:chatRetrieved', () => this.#chat(true));
    on('lcw:closeChat', () => this.#chat(false));
  }

  /**
   * For a page that was loaded before us: its lcw:ready may have come and gone, and then nothing but
   * the SDK tells.
   */
  lookForReadyWidget(): void {
    if (document.readyState === 'complete' && findSdk() !== null) this.#ready(true);
  }

  /** When lcw:ready came, in ms of the dial; null before. */
  get readyAt(): number | null {
    return this.#readyAt;
  }

  get chatActive(): boolean {
    return this.#chatActive;
  }

  get state(): WidgetState {
    if (this.#readyAt !== null) {
      return {
        state: 'ready',
        seenLate: this.#seenLate,
        chatActive: this.#chatActive,
        ...(isStandIn() && { isStandIn: true }),
      };
    }
    if (this.#error !== null) return { state: 'error', text: text('widgetError', this.#error) };
    return { state: hasWidgetScript() || findSdk() !== null ? 'loading' : 'none' };
  }

  #ready(seenLate: boolean): void {
    if (this.#readyAt !== null) return;
    this.#readyAt = this.#dial.elapsed();
    this.#seenLate = seenLate;
    this.#listener('ready');
  }

  #failed(event: Event): void {
    this.#error = describeError(event);
    this.#listener('failed', this.#error);
  }

  #chat(active: boolean): void {
    // The widget tells of one chat more than once: when it starts, and when it is restored.
    if (this.#chatActive === active) return;
    this.#chatActive = active;
    this.#listener(active ? 'chat started' : 'chat closed');
  }
}

function describeError(event: Event): string {
  const detail = event instanceof CustomEvent ? natives.eventDetail(event) : null;
  if (typeof detail !== 'object' || detail === null) return 'lcw:error';
  const code: unknown = Reflect.get(detail, 'errorCode');
  const description: unknown = Reflect.get(detail, 'errorDescription');
  return `${String(code ?? 'lcw:error')} ${String(description ?? '')}`.trim().slice(0, 500);
}
