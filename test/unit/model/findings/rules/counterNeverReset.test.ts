import { expect, test } from 'vitest';
import { counterNeverReset } from '../../../../../src/model/findings/rules/counterNeverReset.ts';
import { code, lookedAt } from '../page.ts';

const OFFER = `Microsoft.Omnichannel.LiveChatWidget.SDK.startProactiveChat({ message: 'Hi' }, false)`;
const COUNT = `let visits = Number(localStorage.getItem('visits') ?? 0) + 1;
localStorage.setItem('visits', String(visits));`;

test.each([
  [
    'localStorage',
    `${COUNT}\nif (visits > 2) ${OFFER};`,
    "11: localStorage.setItem('visits', String(visits));",
  ],
  [
    'a variable of another name',
    `const before = +localStorage.getItem('pageVisits') || 0;
localStorage['pageVisits'] = before + 1;
if (before >= 2) { ${OFFER} }`,
    "11: localStorage['pageVisits'] = before + 1;",
  ],
  [
    'a cookie, with the function that everybody copies',
    `function setCookie(name, value, days) {
  var expires = '';
  if (days) { var date = new Date(); date.setTime(date.getTime() + days*24*60*60*1000); expires = '; expires=' + date.toUTCString(); }
  document.cookie = name + '=' + (value || '') + expires + '; path=/';
}
var timesPageVisited = parseInt(getCookie('timesPageVisited')) || 0;
timesPageVisited++;
setCookie('timesPageVisited', timesPageVisited, 30);
if (timesPageVisited > 2) { ${OFFER}; }`,
    "17: setCookie('timesPageVisited', timesPageVisited, 30);",
  ],
  [
    'minified code',
    `!function(){var e=parseInt(localStorage.visits||0)+1;localStorage.visits=e,parseInt(localStorage.visits)>2&&${OFFER}}()`,
    '10: …ar e=parseInt(localStorage.visits||0)+1;localStorage.visits=e,parseInt(localStorage.visits)>2&&Microsoft.Omnichannel.Liv…',
  ],
])('A counter in %s that is never reset is told where it is written', (_name, text, found) => {
  expect(lookedAt(counterNeverReset, code(text))).toEqual([found]);
});

test.each([
  [
    'removes the entry',
    `${COUNT} if (visits > 2) { ${OFFER}; localStorage.removeItem('visits'); }`,
  ],
  ['writes zero', `${COUNT} if (visits > 2) { ${OFFER}; localStorage.setItem('visits', '0'); }`],
  [
    'writes zero through a function',
    `${COUNT} if (visits > 2) { ${OFFER}; setCookie('visits', 0, 30); }`,
  ],
  [
    'writes a cookie of no age',
    `${COUNT} if (visits > 2) { ${OFFER}; document.cookie = 'visits=;max-age=0'; }`,
  ],
  [
    'writes a cookie of an old day',
    `${COUNT} if (visits > 2) { ${OFFER}; document.cookie = 'visits=;expires=Thu, 01 Jan 1970 00:00:00 GMT'; }`,
  ],
  [
    'sets a cookie of no days',
    `${COUNT} if (visits > 2) { ${OFFER}; setCookie('visits', visits, -1); }`,
  ],
  [
    'uses a library for cookies',
    `${COUNT} if (visits > 2) { ${OFFER}; Cookies.remove('visits'); }`,
  ],
  ['has a function for it', `${COUNT} if (visits > 2) { ${OFFER}; resetVisitCount(); }`],
  ['deletes the property', `${COUNT} if (visits > 2) { ${OFFER}; delete localStorage.visits; }`],
  ['sets the variable back', `${COUNT} if (visits > 2) { ${OFFER}; visits = 0; save(); }`],
  [
    'remembers the offer',
    `${COUNT} if (visits > 2 && !localStorage.getItem('offered')) { ${OFFER}; localStorage.setItem('offered', 'yes'); }`,
  ],
  [
    'offers once in a session',
    `${COUNT} if (visits > 2 && !sessionStorage.chat) { ${OFFER}; sessionStorage.chat = 'yes'; }`,
  ],
  ['offers at one visit only', `${COUNT} if (visits === 3) ${OFFER};`],
  ['compares nothing', `${COUNT} setTimeout(() => ${OFFER}, 20000);`],
  [
    'counts what is in the cart',
    `const items = Number(localStorage.getItem('cartCount')) + 1; localStorage.setItem('cartCount', items); if (items > 2) ${OFFER};`,
  ],
  [
    'remembers the last visit',
    `localStorage.setItem('lastVisit', Date.now() + 1); if (seconds > 20) ${OFFER};`,
  ],
  [
    'has arrow functions',
    `const visited = 'visitedPages'; localStorage.setItem(visited, list); setTimeout(() => 3, 1); let i = 0; i++; ${OFFER};`,
  ],
  ['knows its visitors', `localStorage.setItem('visitorId', id + 1); if (visitors > 2) ${OFFER};`],
  ['offers nothing', `${COUNT} if (visits > 2) showBanner();`],
])('Code that %s is no such fault', (_name, text) => {
  expect(lookedAt(counterNeverReset, code(text))).toBeNull();
});
