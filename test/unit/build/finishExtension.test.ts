import { expect, test } from 'vitest';
import { checkContentScript } from '../../../build/finishExtension.ts';

const check = (code: string) => () => checkContentScript('script.js', code);

test.each([
  '(function () { window.a = 1; })();',
  '(() => { const a = 1; })();',
  '"use strict"; (function () {})();',
  '/* Licence */ (function () { "use strict"; })(); // end',
  '(function () { const from = "import x from \'y\'"; })();',
])('Accepts %s', (code) => {
  expect(check(code)).not.toThrow();
});

test.each([
  ["import a from './a.js'; (function () {})();", 'does not parse as a script'],
  ["import './a.js';", 'does not parse as a script'],
  ['export const a = 1;', 'does not parse as a script'],
  ['(function () {})(); export {};', 'does not parse as a script'],
  ['(function () { import.meta.url; })();', 'does not parse as a script'],
  ['(function () {', 'does not parse as a script'],
  ["(function () { import('./a.js'); })();", 'loads other code with import()'],
  [
    "(function () { (async () => { await import(chrome.runtime.getURL('a.js')); })(); })();",
    'loads other code with import()',
  ],
  ["import('./a.js');", 'loads other code with import()'],
  ['(function () {})(); (function () {})();', 'is not a single function that is called'],
  ['var a = 1; (function () {})();', 'is not a single function that is called'],
  ['var a = (function () {})();', 'is not a single function that is called'],
  ['function a() {}', 'is not a single function that is called'],
  ['(function () {});', 'is not a single function that is called'],
  ['"use strict";', 'is not a single function that is called'],
  ["eval('x');", 'is not a single function that is called'],
  ["importScripts('a.js');", 'is not a single function that is called'],
  ['', 'is not a single function that is called'],
])('Refuses %s', (code, why) => {
  expect(check(code)).toThrow(why);
  expect(check(code)).toThrow(/^script\.js is not one synchronous self-contained script: it /);
});
