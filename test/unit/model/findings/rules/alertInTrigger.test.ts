import { expect, test } from 'vitest';
import { alertInTrigger } from '../../../../../src/model/findings/rules/alertInTrigger.ts';
import { code, lookedAt } from '../page.ts';

test.each([
  ["if (debug) alert('ready')", "10: if (debug) alert('ready')"],
  ['\n  window.alert (`ready`);', '11: window.alert (`ready`);'],
  ['self . alert(1)', '10: self . alert(1)'],
  ['return"denied"===e.code?alert("Denied"):0', '10: return"denied"===e.code?alert("Denied"):0'],
])('A trigger that says %j stops the page', (text, found) => {
  expect(lookedAt(alertInTrigger, code(text))).toEqual([found]);
});

test.each([
  "// alert('ready')",
  '/* window.alert() */',
  "console.log('alert(1)')",
  'log(`use alert() no more`)',
  "const text = 'it\\'s an alert (red)';",
  'this.alert(1)',
  'dialogs.window.alert(1)',
  'jQuery.alert(1)',
  'showAlert(1); alerts(2); $alert(3)',
  'function alert(text) {}',
  'text.replace(/alert(s)/, "")',
  'const { alert } = dialogs;',
])('%j stops nothing', (text) => {
  expect(lookedAt(alertInTrigger, code(text))).toBeNull();
});
