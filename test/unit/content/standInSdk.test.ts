import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Conversation, type Pane } from '../../../src/content/page/standIn/conversation.ts';
import { createSdk, publishSdk } from '../../../src/content/page/standIn/sdk.ts';

function start() {
  const panes: Pane[] = [];
  const dispatched: unknown[] = [];
  const conversation = new Conversation({
    show: (pane) => panes.push(pane),
    tell: (event) => dispatched.push(event),
    ignored: () => {},
    waitForAnswer: () => () => {},
  });
  const sdk = createSdk(conversation, (event) => dispatched.push(event));
  return { sdk, dispatched, shown: () => panes.at(-1) };
}

const warn = vi.spyOn(console, 'warn');
beforeEach(() => {
  warn.mockReset();
});
afterEach(() => {
  vi.unstubAllGlobals();
});

test.each([
  ['a message', [{ message: 'Hi' }], 'Hi'],
  ['no message', [{}], 'Hi! Have any questions? I am here to help.'],
  ['a text', ['Hi'], 'Hi! Have any questions? I am here to help.'],
  ['swapped arguments', [false, { message: 'Hi' }], 'Hi! Have any questions? I am here to help.'],
  ['nothing', [], 'Hi! Have any questions? I am here to help.'],
] as const)(
  'startProactiveChat with %s shows an invite, and answers nothing',
  async (_what, args, message) => {
    const { sdk, shown } = start();
    expect(sdk.startProactiveChat(...args)).toBeUndefined();
    await Promise.resolve();
    expect(shown()).toEqual({ kind: 'invite', message });
  },
);

test('The context provider is asked at once, is known afterwards, and can be removed', () => {
  const { sdk } = start();
  const provider = vi.fn(() => ({ Forums: { value: 'Surface' } }));
  expect(sdk.getContextProvider()).toBeNull();
  sdk.setContextProvider(provider);
  expect(provider).toHaveBeenCalledOnce();
  expect(sdk.getContextProvider()).toBe(provider);
  sdk.removeContextProvider();
  expect(sdk.getContextProvider()).toBeNull();
  expect(warn).not.toHaveBeenCalled();
});

test('What is no function, and what a provider raises, reaches the caller', () => {
  const { sdk } = start();
  expect(() => sdk.setContextProvider({})).toThrow(TypeError);
  const broken = () => {
    throw new ReferenceError('visits is not defined');
  };
  expect(() => sdk.setContextProvider(broken)).toThrow(ReferenceError);
});

test('A context that the widget would not take is told in the console', () => {
  const { sdk } = start();
  const entries = Array.from({ length: 101 }, (_, index) => [`key${index}`, { value: index }]);
  sdk.setContextProvider(() => Object.fromEntries(entries));
  expect(warn).toHaveBeenCalledOnce();
  sdk.setContextProvider(() => ({ Cart: { value: { total: 3 } } }));
  expect(warn).toHaveBeenCalledTimes(2);
});

test('A chat starts and ends, and its own context is looked at in place of the provider’s', () => {
  const { sdk, dispatched, shown } = start();
  const provider = vi.fn(() => ({}));
  sdk.setContextProvider(provider);
  sdk.startChat({ customContext: { From: { value: 'here' } } });
  expect(provider).toHaveBeenCalledOnce();
  expect(shown()).toEqual({ kind: 'chat' });
  sdk.closeChat();
  expect(dispatched).toEqual(['startChat', 'onClose', 'closeChat']);
  sdk.getAgentAvailability();
  expect(dispatched.at(-1)).toBe('getAgentAvailability');
});

test('The SDK is put beside what a page keeps, and a page that keeps it out is told of', () => {
  const { sdk } = start();
  vi.stubGlobal('Microsoft', { Omnichannel: { other: 1 } });
  expect(publishSdk(sdk)).toBe(true);
  expect(Reflect.get(globalThis, 'Microsoft')).toEqual({
    Omnichannel: { other: 1, LiveChatWidget: { SDK: sdk } },
  });
  vi.stubGlobal('Microsoft', Object.freeze({}));
  expect(publishSdk(sdk)).toBe(false);
});
