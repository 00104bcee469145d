import { messages } from './render.ts';

/** What takes the place of webextension-polyfill in tests of words: it has the English ones, and nothing else. */
export default {
  i18n: {
    getUILanguage: () => 'en',
    getMessage: (key: string, values: readonly string[] = []): string =>
      (messages[key]?.message ?? '').replace(
        /\$([1-9])/g,
        (_all, digit) => values[digit - 1] ?? '',
      ),
  },
};
