import type { InputName } from '../../src/model/watch/watched.ts';

/** Every way to read an input or to wait for one, a piece of the line of /own/inputs that does, and what it was given by then. */
export const USES: readonly (readonly [
  InputName,
  what: string,
  code: string,
  value?: string | RegExp,
])[] = [
  ['clock', 'Date', 'known.today = new Date();', /\d{4}/],
  ['clock', 'now', 'known.arrived = Date.now();', /^\d{13}$/],
  ['timers', 'setTimeout', 'setTimeout('],
  ['timers', 'setInterval', 'setInterval('],
  ['referrer', 'referrer', '= document.referrer;', /\/faq\?widget=none$/],
  ['geolocation', 'getCurrentPosition', '.getCurrentPosition(', 'position'],
  ['geolocation', 'watchPosition', '.watchPosition(', 'position'],
  ['location service', 'fetch', "fetch('/cdn-cgi/trace')", '200'],
  ['location service', 'open', ".open('GET', '/cdn-cgi/trace')", '200'],
  ['cookies', 'cookie', 'document.cookie', /^/],
  ['localStorage', 'getItem', "localStorage.getItem('lastOrder')", 'null'],
  ['sessionStorage', 'getItem', "sessionStorage.getItem('basket')", 'null'],
  ['pointer leaving', 'addEventListener', "addEventListener('mouseleave'"],
  ['pointer leaving', 'addEventListener', "addEventListener('mouseout'"],
  ['pointer leaving', 'addEventListener', "addEventListener('pointerleave'"],
  ['pointer leaving', 'addEventListener', "addEventListener('pointerout'"],
  ['pointer leaving', 'onmouseleave', 'body.onmouseleave ='],
  ['pointer leaving', 'onmouseout', 'body.onmouseout ='],
  ['visibility', 'visibilityState', 'document.visibilityState', 'visible'],
  ['visibility', 'hidden', 'document.hidden', 'false'],
  ['visibility', 'addEventListener', "addEventListener('visibilitychange'"],
  ['visibility', 'onvisibilitychange', 'document.onvisibilitychange ='],
];
