/*
 * Takes the place of webextension-polyfill in what is built for Firefox. There it gives the browser's own
 * `browser`, after 28 KB that would be compiled in each of our pages and in each page of an enabled site.
 */

const own: unknown = Reflect.get(globalThis, 'browser');

export default own;
