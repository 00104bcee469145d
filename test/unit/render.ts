import catalogue from '../../_locales/en/messages.json' with { type: 'json' };
import type { Text } from '../../src/model/text.ts';

export const messages: Readonly<Record<string, { readonly message: string }>> = catalogue;

/** How many values a message of the catalogue takes: the highest of its $1, $2, … */
export function valuesOf(key: string): number {
  const message = messages[key]?.message;
  if (message === undefined) throw new Error(`The catalogue has no message “${key}”.`);
  return Math.max(0, ...[...message.matchAll(/\$([1-9])/g)].map(([, digit]) => Number(digit)));
}

/** The English sentence of a text. Throws if its values do not fit the message. */
export function render({ key, values }: Text): string {
  if (values.length !== valuesOf(key)) {
    throw new Error(`“${key}” takes ${valuesOf(key)} values, not ${values.length}.`);
  }
  return catalogue[key].message.replace(
    /\$([1-9])/g,
    (_all, digit) => values[Number(digit) - 1] ?? '',
  );
}
