import catalogue from '../_locales/en/messages.json' with { type: 'json' };
import type { Text } from '../src/model/text.ts';

/** The English sentence of a text, where there is no browser to ask for it. */
export const inEnglish = ({ key, values }: Text): string =>
  catalogue[key].message.replace(/\$([1-9])/g, (_all, digit) => values[Number(digit) - 1] ?? '');
