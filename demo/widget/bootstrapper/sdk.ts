import type { SendCall } from './frameChannel.ts';
import { providerSlot } from './provider.ts';

type ContextProvider = () => Record<string, { value: unknown; isDisplayable?: boolean }>;
type AuthTokenProvider = (answer: (token: string) => void) => void;
interface ChatOptions {
  inNewWindow?: boolean;
  customContext?: unknown;
}

export type LiveChatSdk = ReturnType<typeof createSdk>;

export function createSdk(call: SendCall) {
  const contextProvider = providerSlot<ContextProvider>();
  const authTokenProvider = providerSlot<AuthTokenProvider>();
  return {
    setContextProvider(provider: ContextProvider): void {
      contextProvider.set(provider);
      call('SetCustomContext', copy(provider()));
    },
    getContextProvider: contextProvider.get,
    removeContextProvider: contextProvider.remove,
    setAuthTokenProvider: authTokenProvider.set,
    getAuthTokenProvider: authTokenProvider.get,
    removeAuthTokenProvider: authTokenProvider.remove,
    // Pages pass anything as the notification; the widget shows its own text when it finds no message in it.
    startProactiveChat(
      notificationConfig?: { message?: string },
      showPrechat?: boolean,
      options?: ChatOptions,
    ): void {
      call(
        'StartProactiveChat',
        copy({
          notificationConfig,
          enablePreChat: Boolean(showPrechat),
          inNewWindow: Boolean(options?.inNewWindow),
        }),
      );
    },
    startChat(options?: ChatOptions): void {
      call(
        'StartChat',
        copy({
          customContext: options?.customContext ?? contextProvider.get()?.(),
          inNewWindow: Boolean(options?.inNewWindow),
        }),
      );
    },
    closeChat: (): void => call('InitiateEndChat', null),
    getAgentAvailability: (): void => call('GetAgentAvailability', null),
  };
}

/** The widget gets a JSON copy, so that functions and later changes stay in the page. */
function copy(value: unknown): unknown {
  return value === undefined ? null : JSON.parse(JSON.stringify(value));
}
