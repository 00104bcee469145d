import type { Conversation } from './conversation.ts';

/** The widget takes at most so many entries of a context. */
const MAX_ENTRIES = 100;

type Provider = (...args: unknown[]) => unknown;
const isProvider = (value: unknown): value is Provider => typeof value === 'function';

const property = (owner: unknown, key: string): unknown =>
  typeof owner === 'object' && owner !== null ? Reflect.get(owner, key) : undefined;

/** Holds one function of the page, and refuses anything else. */
function slot() {
  let held: Provider | null = null;
  return {
    set(provider: unknown): Provider {
      if (!isProvider(provider)) throw new TypeError('The provider must be a function');
      held = provider;
      return provider;
    },
    get: (): Provider | null => held,
    remove(): void {
      held = null;
    },
  };
}

/** A context as the widget takes it: a copy, so that later changes stay in the page. It raises what the page's own code does. */
function takeContext(context: unknown): void {
  const copy: unknown = context === undefined ? null : JSON.parse(JSON.stringify(context));
  if (typeof copy !== 'object' || copy === null) return;
  const entries = Object.entries(copy);
  if (entries.length > MAX_ENTRIES)
    console.warn(
      `The context has ${entries.length} entries; the widget takes ${MAX_ENTRIES} at the most.`,
    );
  for (const [key, entry] of entries) {
    const value = property(entry, 'value');
    if (value === undefined || typeof value === 'object')
      console.warn(`The context entry ${key} has no text, number or boolean as its value.`);
  }
}

export type StandInSdk = ReturnType<typeof createSdk>;

/** The widget's SDK, of which everything that needs a server does nothing: https://learn.microsoft.com/dynamics365/customer-service/develop/omnichannel-reference */
export function createSdk(
  conversation: Conversation,
  dispatch: (event: string, detail?: unknown) => void,
) {
  const context = slot();
  const token = slot();
  return {
    setContextProvider(provider: unknown): void {
      // It is asked at once, and what it raises reaches the caller.
      takeContext(context.set(provider)());
    },
    getContextProvider: context.get,
    removeContextProvider: context.remove,
    setAuthTokenProvider(provider: unknown): void {
      token.set(provider);
    },
    getAuthTokenProvider: token.get,
    removeAuthTokenProvider: token.remove,
    // Pages pass anything as the notification; without a message in it the widget shows its own text.
    startProactiveChat(notification?: unknown, showPrechat?: unknown, options?: unknown): void {
      const message = property(notification, 'message');
      conversation.offer({
        message: typeof message === 'string' && message !== '' ? message : null,
        showPrechat: Boolean(showPrechat),
        inNewWindow: Boolean(property(options, 'inNewWindow')),
      });
    },
    startChat(options?: unknown): void {
      takeContext(property(options, 'customContext') ?? context.get()?.());
      if (!property(options, 'inNewWindow')) conversation.startChat();
    },
    closeChat: (): void => conversation.closeChat(),
    getAgentAvailability: (): void =>
      dispatch('getAgentAvailability', {
        queueId: '',
        isQueueAvailable: false,
        isAgentAvailable: false,
        positionInQueue: 0,
      }),
  };
}

/** Puts the SDK where pages look for it, beside whatever else they keep there. False if a page keeps that from being done. */
export function publishSdk(sdk: StandInSdk): boolean {
  let parent: object = globalThis;
  for (const name of ['Microsoft', 'Omnichannel', 'LiveChatWidget']) {
    const existing: unknown = Reflect.get(parent, name);
    const next = typeof existing === 'object' && existing !== null ? existing : {};
    if (next !== existing && !Reflect.set(parent, name, next)) return false;
    parent = next;
  }
  return Reflect.set(parent, 'SDK', sdk);
}
