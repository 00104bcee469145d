import * as natives from '../natives.ts';
import { waitReally } from '../time/wait.ts';

/** How often a page is looked at in browsers that do not tell of address changes, in ms. */
const LOOK_EVERY = 500;

/** The part of the address that makes another page of it; a fragment is a place in the same one. */
const pageOf = (href: string) => href.split('#', 1)[0] ?? href;

/** Calls back when the address changes to another page without a load, as in a single-page app. */
export function watchAddress(changed: () => void): void {
  let page = pageOf(location.href);
  const look = () => {
    const now = pageOf(location.href);
    if (now === page) return;
    page = now;
    changed();
  };
  const navigation: unknown = Reflect.get(globalThis, 'navigation');
  if (navigation instanceof EventTarget) {
    natives.addEventListener(navigation, 'currententrychange', look);
    return;
  }
  const again = () => {
    look();
    waitReally(LOOK_EVERY, again);
  };
  again();
}
