import { afterEach, expect, test, vi } from 'vitest';

vi.mock('../../../src/content/page/natives.ts', () => ({ apply: Reflect.apply }));
const { siteInvite } = await import('../../../src/content/page/widget/siteInvite.ts');

const publish = (provider: unknown) =>
  vi.stubGlobal('Microsoft', {
    Omnichannel: {
      LiveChatWidget: {
        SDK: {
          setContextProvider() {},
          startProactiveChat() {},
          getContextProvider: () => provider,
        },
      },
    },
  });
afterEach(() => {
  vi.unstubAllGlobals();
});

test('The arguments and the site’s context are what is recorded', () => {
  publish(() => ({ Forums: { value: 'Surface', isDisplayable: true }, Visits: { value: 3 } }));
  const args = [{ message: 'Hi' }, true, { inNewWindow: true }];
  expect(siteInvite('startProactiveChat', args, 7)).toEqual({
    what: 'invite',
    message: 'Hi',
    showPrechat: true,
    inNewWindow: true,
    context: [
      { key: 'Forums', value: 'Surface', isDisplayable: true },
      { key: 'Visits', value: 3, isDisplayable: false },
    ],
    cause: 'site',
    at: 7,
  });
});

test.each([
  ['nothing', []],
  ['a text', ['Hi', false]],
  ['swapped arguments', [false, { message: 'Hi' }]],
])('Called with %s, the widget shows its own text', (_what, args) => {
  expect(siteInvite('startProactiveChat', args, 7).message).toBeNull();
});

test('A chat has the context it is given, or the provider’s', () => {
  publish(() => ({ From: { value: 'provider' } }));
  const customContext = { From: { value: 'custom' } };
  expect(siteInvite('startChat', [{ customContext }], 7).context[0]?.value).toBe('custom');
  expect(siteInvite('startChat', [], 7)).toMatchObject({
    what: 'chat',
    context: [{ key: 'From', value: 'provider', isDisplayable: false }],
  });
});

test('What a page makes badly is recorded as far as it can be read', () => {
  publish(() => {
    throw new ReferenceError('visits is not defined');
  });
  expect(siteInvite('startProactiveChat', [{ message: 'Hi' }], 7).context).toEqual([]);
  publish(() => ({ Cart: { value: { total: 3 } }, Broken: null }));
  expect(siteInvite('startProactiveChat', [{ message: 'Hi' }], 7).context).toEqual([
    { key: 'Cart', value: '(object)', isDisplayable: false },
    { key: 'Broken', value: '(undefined)', isDisplayable: false },
  ]);
  const hostile = {
    get message() {
      throw new Error('No');
    },
  };
  expect(siteInvite('startProactiveChat', [hostile], 7).message).toBeNull();
});
