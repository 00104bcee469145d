export interface ProviderSlot<Provider> {
  get(): Provider | null;
  set(provider: Provider): void;
  remove(): void;
}

/** Holds one function that the page registers, and refuses anything else. */
export function providerSlot<Provider>(): ProviderSlot<Provider> {
  let current: Provider | null = null;
  return {
    get: () => current,
    set(provider) {
      if (typeof provider !== 'function') throw new TypeError('The provider must be a function');
      current = provider;
    },
    remove() {
      current = null;
    },
  };
}
