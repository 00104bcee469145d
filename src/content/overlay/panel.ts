import { OVERLAY_ID, type Story } from '../../messages/overlay.ts';
import type { Place } from '../../model/presentation.ts';
import { draw } from './draw.ts';
import { overlayParts } from './parts.ts';
import { STYLE } from './style.ts';

/** What has words of its own beside the story. */
export interface PanelWords {
  readonly label: string;
  readonly move: string;
  readonly close: string;
  /** The language of all words as a BCP 47 tag, and the way it runs. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
}

export interface PanelRim {
  /** The presenter has moved it; null for back to where it began. */
  moved(place: Place | null): void;
  closed(): void;
}

/** How far an arrow key moves it, in CSS pixels; with Shift further. */
const STEP = 10;
const FAR_STEP = 100;

const ARROWS: Readonly<Record<string, Place>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** What is done to the overlay is not done to the page. Not so the pointer's coming and going: it leaves the page from here, too. */
const OWN_EVENTS = [
  ...['click', 'dblclick', 'auxclick', 'contextmenu', 'wheel'],
  ...['pointerdown', 'pointerup', 'mousedown', 'mouseup', 'touchstart', 'touchend'],
  ...['keydown', 'keypress', 'keyup'],
];

function button(className: string, words: string, sign: string): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = className;
  made.textContent = sign;
  made.setAttribute('aria-label', words);
  return made;
}

/** The overlay's elements, in a root of their own that the page's styles and scripts do not reach. */
export class Panel {
  readonly #rim: PanelRim;
  readonly #host = document.createElement('div');
  readonly #section = document.createElement('section');
  readonly #body = document.createElement('div');
  #place: Place | null = null;

  constructor(words: PanelWords, rim: PanelRim) {
    this.#rim = rim;
    this.#host.id = OVERLAY_ID;
    const root = this.#host.attachShadow({ mode: 'closed' });
    // An element, because Firefox lets no content script adopt a sheet; the page's policy asks neither.
    const style = document.createElement('style');
    style.textContent = STYLE;

    const section = this.#section;
    section.setAttribute('aria-label', words.label);
    section.lang = words.language;
    section.dir = words.direction;
    // In the top layer, above whatever the page has, and out of its layout.
    section.popover = 'manual';

    const handle = button('handle', words.move, words.label);
    const close = button('close', words.close, '×');
    close.addEventListener('click', () => rim.closed());
    this.#letMove(handle);
    const header = document.createElement('header');
    header.append(handle, close);
    section.append(header, this.#body);
    root.append(style, section);
    for (const name of OWN_EVENTS) root.addEventListener(name, (event) => event.stopPropagation());
  }

  /** Shows a story as it is at `now`, in ms since 1970, where the page has room for it already. */
  show(story: Story, now: number): void {
    draw(this.#body, overlayParts(story, now));
    // Inside the body, so that a pointer that comes here has not left the page's.
    if (!this.#host.isConnected) document.body?.append(this.#host);
    if (!this.#host.isConnected) return;
    if (!this.#section.matches(':popover-open')) this.#section.showPopover();
    // The window may have become smaller.
    this.#put();
  }

  /** Where it is; null for where it began. */
  moveTo(place: Place | null): void {
    this.#place = place;
    this.#put();
  }

  remove(): void {
    this.#host.remove();
  }

  /** Puts it where it is to be, as far as that is in the window. */
  #put(): void {
    const { style } = this.#section;
    if (!this.#place) {
      style.inset = '';
      return;
    }
    const { width, height } = this.#section.getBoundingClientRect();
    const within = (wanted: number, room: number) => Math.max(0, Math.min(wanted, room));
    const x = within(this.#place.x, innerWidth - width);
    const y = within(this.#place.y, innerHeight - height);
    style.inset = `${y}px auto auto ${x}px`;
  }

  /** Where its corner is in the window now. */
  #corner(): Place {
    const { left, top } = this.#section.getBoundingClientRect();
    return { x: left, y: top };
  }

  #tellPlace(): void {
    this.#rim.moved(this.#place && this.#corner());
  }

  /** Lets the handle move it, by pointer and by keys. */
  #letMove(handle: HTMLElement): void {
    /** From the overlay's corner to where the pointer holds it; null while it is not held. */
    let held: Place | null = null;
    handle.addEventListener('pointerdown', ({ button: which, pointerId, clientX, clientY }) => {
      if (which !== 0) return;
      const { x, y } = this.#corner();
      held = { x: clientX - x, y: clientY - y };
      handle.setPointerCapture(pointerId);
    });
    handle.addEventListener('pointermove', ({ clientX, clientY }) => {
      if (held) this.moveTo({ x: clientX - held.x, y: clientY - held.y });
    });
    const letGo = () => {
      if (held) this.#tellPlace();
      held = null;
    };
    handle.addEventListener('pointerup', letGo);
    handle.addEventListener('pointercancel', letGo);

    handle.addEventListener('keydown', (event) => {
      const arrow = ARROWS[event.key];
      if (!arrow && event.key !== 'Home') return;
      event.preventDefault();
      const step = event.shiftKey ? FAR_STEP : STEP;
      const { x, y } = this.#corner();
      this.moveTo(arrow ? { x: x + arrow.x * step, y: y + arrow.y * step } : null);
      this.#tellPlace();
    });
  }
}
