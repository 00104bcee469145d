import { expect, test } from 'vitest';
import { prechatLeftOut } from '../../../../../src/model/findings/rules/prechatLeftOut.ts';
import { invite, lookedAt, page, sdkUse } from '../page.ts';

test.each([
  ['left out', [{ message: 'Hi' }], '20: startProactiveChat(object)'],
  [
    'undefined',
    [{ message: 'Hi' }, undefined, {}],
    '20: startProactiveChat(object, undefined, object)',
  ],
  [
    'swapped with the third',
    [{ message: 'Hi' }, { inNewWindow: false }, false],
    '20: startProactiveChat(object, object, false)',
  ],
  ['a text', [{ message: 'Hi' }, 'false'], "20: startProactiveChat(object, 'false')"],
])('A second argument that is %s is told', (_name, args, found) => {
  const examined = page({ sdkUses: [sdkUse('startProactiveChat', args)] });
  expect(lookedAt(prechatLeftOut, examined)).toEqual([found]);
});

test('One that is swapped with the first is told by another rule', () => {
  const examined = page({ sdkUses: [sdkUse('startProactiveChat', [false, { message: 'Hi' }])] });
  expect(lookedAt(prechatLeftOut, examined)).toBeNull();
});

test('Invites that say it, and other calls, are as they should be', () => {
  const told = sdkUse('startProactiveChat', [{ message: 'Hi' }, true]);
  const examined = page({ sdkUses: [invite(), told, sdkUse('startChat')] });
  expect(lookedAt(prechatLeftOut, examined)).toBeNull();
});
