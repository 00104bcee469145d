import { expect, test } from 'vitest';
import { usedBeforeReady } from '../../../../../src/model/findings/rules/usedBeforeReady.ts';
import { fault, lookedAt, page, sdkUse } from '../page.ts';

const early = { isReady: false };

test.each([
  ['ReferenceError', 'Uncaught ReferenceError: Microsoft is not defined'],
  [
    'TypeError',
    "Uncaught TypeError: Cannot read properties of undefined (reading 'LiveChatWidget')",
  ],
  ['TypeError', "Uncaught TypeError: Cannot read properties of undefined (reading 'SDK')"],
  ['TypeError', 'TypeError: Microsoft.Omnichannel is undefined'],
  ['TypeError', `TypeError: can't access property "SDK", chat is undefined`],
  [
    'TypeError',
    "Uncaught TypeError: Cannot read properties of undefined (reading 'startProactiveChat')",
  ],
])('%s before the SDK is there is told', (name, message) => {
  expect(lookedAt(usedBeforeReady, page({ faults: [fault(name, message, early)] }))).toEqual([
    `12: ${message}`,
  ]);
});

test('So is a call of the SDK that came too early', () => {
  const examined = page({ sdkUses: [sdkUse('setContextProvider', [], early)] });
  expect(lookedAt(usedBeforeReady, examined)).toEqual(['20: setContextProvider']);
});

test.each([
  [
    'The same after lcw:ready',
    page({ faults: [fault('ReferenceError', 'Microsoft is not defined')] }),
  ],
  ['A call after it', page({ sdkUses: [sdkUse('setContextProvider')] })],
  [
    'The SDK of somebody else',
    page({ faults: [fault('TypeError', 'FB.SDK failed: the SDK has no app', early)] }),
  ],
  [
    'Another product of the maker',
    page({ faults: [fault('TypeError', 'Microsoft Clarity: no project', early)] }),
  ],
  [
    'An error of another kind',
    page({ faults: [fault('Error', 'Microsoft is not defined', early)] }),
  ],
])('%s is not', (_name, examined) => {
  expect(lookedAt(usedBeforeReady, examined)).toBeNull();
});
