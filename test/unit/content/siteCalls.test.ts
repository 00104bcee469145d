import { afterEach, beforeEach, expect, test, vi } from 'vitest';

/** What has been made last to hear of arrivals: what it does when something came, and what it listens to. */
const arrivals = vi.hoisted(() => ({ came: () => {}, attention: null as string | null }));
vi.mock('../../../src/content/page/widget/arrivals.ts', () => ({
  Arrivals: class {
    constructor(came: () => void) {
      arrivals.came = came;
    }
    listen(attention: string | null) {
      arrivals.attention = attention;
    }
  },
}));
vi.mock('../../../src/content/page/natives.ts', () => ({
  apply: Reflect.apply,
  defineProperty: Reflect.defineProperty,
  getOwnPropertyDescriptor: Reflect.getOwnPropertyDescriptor,
  ownWeakMap: () => new WeakMap(),
  Function,
  Proxy,
}));
const { SiteCalls } = await import('../../../src/content/page/widget/siteCalls.ts');

/** An SDK that writes down what reaches it. */
function makeSdk() {
  const reached: unknown[][] = [];
  const sdk = {
    setContextProvider: () => {},
    startProactiveChat(...args: unknown[]) {
      reached.push(['startProactiveChat', ...args]);
    },
    startChat(...args: unknown[]) {
      reached.push(['startChat', ...args]);
    },
  };
  return { sdk, reached };
}
const publish = (sdk: unknown) =>
  vi.stubGlobal('Microsoft', { Omnichannel: { LiveChatWidget: { SDK: sdk } } });

let recorded: unknown[][] = [];
const newCalls = () => new SiteCalls((call, args) => recorded.push([call, ...args]));

beforeEach(() => {
  recorded = [];
  vi.stubGlobal('document', {});
});
afterEach(() => {
  vi.unstubAllGlobals();
});

test('In a dry run the site’s calls are recorded, and nothing reaches the widget', () => {
  const { sdk, reached } = makeSdk();
  publish(sdk);
  const calls = newCalls();
  calls.hold(true);
  expect(sdk.startProactiveChat({ message: 'Hi' }, true)).toBeUndefined();
  expect(sdk.startChat({ inNewWindow: true })).toBeUndefined();
  expect(recorded).toEqual([
    ['startProactiveChat', { message: 'Hi' }, true],
    ['startChat', { inNewWindow: true }],
  ]);
  expect(reached).toEqual([]);
  expect(calls.state).toBe('dry run');
});

test('An SDK that comes later is held back as soon as the document has changed, and one in its place too', () => {
  const calls = newCalls();
  calls.hold(true);
  expect(arrivals.attention).toBe('every element');
  for (const { sdk, reached } of [makeSdk(), makeSdk()]) {
    publish(sdk);
    arrivals.came();
    sdk.startProactiveChat({ message: 'Hi' });
    expect(reached).toEqual([]);
  }
  expect(recorded).toHaveLength(2);
});

test('After a dry run the SDK is as it was, and calls reach it', () => {
  const { sdk, reached } = makeSdk();
  const before = Object.getOwnPropertyDescriptors(sdk);
  publish(sdk);
  const calls = newCalls();
  calls.hold(true);
  calls.hold(false);
  expect(arrivals.attention).toBeNull();
  expect(Object.getOwnPropertyDescriptors(sdk)).toEqual(before);
  expect(sdk.startProactiveChat).toBe(before.startProactiveChat.value);
  sdk.startProactiveChat('Hi');
  expect(reached).toEqual([['startProactiveChat', 'Hi']]);
});

test('A method in a dry run has the name, the length, the text and the attributes that it had', () => {
  const { sdk } = makeSdk();
  Object.defineProperty(sdk, 'startChat', { enumerable: false, writable: false });
  publish(sdk);
  const before = { ...Object.getOwnPropertyDescriptor(sdk, 'startChat'), value: null };
  const { name, length } = sdk.startChat;
  const text = String(sdk.startChat);
  const textOf = Function.prototype.toString;
  const calls = newCalls();
  calls.hold(true);
  const { startChat } = sdk;
  expect([startChat.name, startChat.length, String(startChat)]).toEqual([name, length, text]);
  expect({ ...Object.getOwnPropertyDescriptor(sdk, 'startChat'), value: null }).toEqual(before);
  expect(Object.keys(sdk)).toEqual(['setContextProvider', 'startProactiveChat']);
  calls.hold(false);
  expect(Function.prototype.toString).toBe(textOf);
});

test('Methods of a class stay where they are', () => {
  class ClassSdk {
    setContextProvider() {}
    startProactiveChat() {
      throw new Error('It reached the widget.');
    }
  }
  const sdk = new ClassSdk();
  publish(sdk);
  newCalls().hold(true);
  sdk.startProactiveChat();
  expect(recorded).toEqual([['startProactiveChat']]);
  expect(Object.keys(sdk)).toEqual([]);
});

test('An SDK that cannot be changed, or be read, is out of reach, and that is told', () => {
  const calls = newCalls();
  publish(Object.freeze(makeSdk().sdk));
  calls.hold(true);
  expect(calls.state).toBe('out of reach');
  const { sdk } = makeSdk();
  publish(
    new Proxy(sdk, {
      getOwnPropertyDescriptor() {
        throw new Error('No');
      },
    }),
  );
  arrivals.came();
  expect(calls.state).toBe('out of reach');
  publish(makeSdk().sdk);
  arrivals.came();
  expect(calls.state).toBe('dry run');
});

test('Invites are counted while anybody wants to know, and reach the widget', () => {
  const { sdk, reached } = makeSdk();
  publish(sdk);
  const calls = newCalls();
  const { startProactiveChat } = sdk;
  const end = calls.count();
  sdk.startProactiveChat({ message: 'Hi' });
  sdk.startChat();
  end();
  sdk.startProactiveChat({ message: 'Hi' });
  expect(calls.offers).toBe(1);
  expect(reached).toHaveLength(3);
  expect(sdk.startProactiveChat).toBe(startProactiveChat);
  expect(calls.state).toBe('live');
});

test('A dry run that ends during a skip ends for good', () => {
  const { sdk, reached } = makeSdk();
  const { startProactiveChat } = sdk;
  publish(sdk);
  const calls = newCalls();
  calls.hold(true);
  const end = calls.count();
  calls.hold(false);
  sdk.startProactiveChat({ message: 'Hi' });
  expect(reached).toHaveLength(1);
  end();
  expect(sdk.startProactiveChat).toBe(startProactiveChat);
});

test('Who only watches is no burden to the page: its outline is enough', () => {
  const calls = newCalls();
  calls.watch({ call: (_method, args, make) => make(args) });
  expect(arrivals.attention).toBe('outline');
  calls.hold(true);
  expect(arrivals.attention).toBe('every element');
  calls.hold(false);
  expect(arrivals.attention).toBe('outline');
  calls.watch(null);
  expect(arrivals.attention).toBeNull();
});
