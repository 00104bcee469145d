import * as natives from '../natives.ts';

/** Calls back when the visitor's pointer leaves the page. */
export function watchPointerLeaving(left: () => void): void {
  // Caught on its way down, so that no handler of the page can stop it; nothing is entered when the page is left.
  const leaves = (event: Event) => {
    if (event instanceof MouseEvent && event.relatedTarget === null) left();
  };
  natives.addEventListener(globalThis, 'mouseout', leaves, true);
}

/** Makes the pointer leave, with the events that a real one causes, in their order. */
export function leavePage(): void {
  const at = {
    clientX: Math.round(innerWidth / 2),
    clientY: -1,
    relatedTarget: null,
    view: window,
  };
  const { body, documentElement } = document;
  natives.dispatchEvent(
    body,
    new MouseEvent('mouseout', { ...at, bubbles: true, cancelable: true, composed: true }),
  );
  // mouseleave goes to each element that is left, the innermost first, and does not bubble.
  for (const element of [body, documentElement]) {
    natives.dispatchEvent(element, new MouseEvent('mouseleave', { ...at, composed: true }));
  }
}
