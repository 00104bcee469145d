import type { FilledInvite } from '../../../model/invite.ts';

type Method = (...args: unknown[]) => unknown;

/** The part of the widget's SDK that we use: https://learn.microsoft.com/dynamics365/customer-service/develop/omnichannel-reference */
export interface Sdk {
  readonly setContextProvider: Method;
  readonly startProactiveChat: Method;
}

const isObject = (value: unknown): value is object =>
  (typeof value === 'object' && value !== null) || typeof value === 'function';

/** The property of something the page has made, which may be anything and may throw. */
function property(owner: unknown, key: string): unknown {
  return isObject(owner) ? Reflect.get(owner, key) : undefined;
}

const isMethod = (value: unknown): value is Method => typeof value === 'function';

const isSdk = (value: unknown): value is Sdk =>
  isMethod(property(value, 'setContextProvider')) &&
  isMethod(property(value, 'startProactiveChat'));

/** The SDK that the page's widget offers; null while there is none. */
export function findSdk(): Sdk | null {
  try {
    const widget = property(
      property(property(globalThis, 'Microsoft'), 'Omnichannel'),
      'LiveChatWidget',
    );
    const sdk = property(widget, 'SDK');
    return isSdk(sdk) ? sdk : null;
  } catch {
    return null;
  }
}

/**
 * Hands an invite to the widget as site code would: the context first, then the invite.
 * Throws what the SDK throws.
 */
export function startProactiveChat(sdk: Sdk, invite: FilledInvite): void {
  const context = () =>
    Object.fromEntries(Object.entries(invite.context).map(([key, entry]) => [key, { ...entry }]));
  sdk.setContextProvider(context);
  sdk.startProactiveChat({ message: invite.message }, invite.showPrechat, {
    inNewWindow: invite.inNewWindow,
  });
}
