/*
 * Functions that the background hands to the browser to run in a page's isolated world, as text: they
 * may name nothing that is defined outside them.
 */

type PageStore = 'localStorage' | 'sessionStorage';

export const readStore = (store: PageStore, key: string): string | null =>
  window[store].getItem(key);

/** Null removes the entry. */
export function writeStore(store: PageStore, key: string, value: string | null): void {
  if (value === null) window[store].removeItem(key);
  else window[store].setItem(key, value);
}

/** The script element that pages load the hosted widget with. */
export const hasWidgetScript = (): boolean =>
  document.getElementById('Microsoft_Omnichannel_LCWidget') !== null;

export const hasCookie = (name: string): boolean =>
  document.cookie.split('; ').some((cookie) => cookie.startsWith(`${name}=`));
