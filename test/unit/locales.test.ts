import { describe, expect, test } from 'vitest';
import { messages as english } from './render.ts';
import { contentOf, filesIn } from './sources.ts';

const languages = filesIn('_locales').map((path) => path.split('/')[1] ?? '');

const messagesOf = (language: string): Readonly<Record<string, { readonly message: string }>> =>
  JSON.parse(contentOf(`_locales/${language}/messages.json`));

/** What a message has that is no language: its values, and names in braces. */
const syntaxOf = (message: string): readonly string[] =>
  [...new Set(message.match(/\$[1-9]|\{[^}]*\}/g))].sort();

/** Names, signs and units, which read the same in several languages. */
const SAME_EVERYWHERE = [
  'extensionShortName',
  'eventWidgetReady',
  'uiStateOf',
  'uiSeconds',
  'uiMinutes',
  'uiHours',
  'uiOutcome',
  'uiClockTimes',
  'uiSecondsUnit',
  'uiServices429',
  'uiServices500',
  'uiDifference',
  'uiExpiryMinutes',
  'uiExpiryHours',
  'inputLocalStorage',
  'inputSessionStorage',
];

/** Words that a language has in common with English. */
const SAME_IN: Readonly<Record<string, readonly string[]>> = {
  de: [
    'condition_referrer',
    'uiReferrer',
    'uiName',
    'uiParameterName',
    'uiKindText',
    'uiPositionAnswer',
    'evidenceBrowser',
  ],
  fr: [
    'uiConditions',
    'uiMessage',
    'uiEntryKind',
    'uiLatitude',
    'uiLongitude',
    'uiPositionAnswer',
    'uiDirect',
    'uiCause',
    'evidencePage',
    'evidenceExtension',
    'evidenceVerdict',
    'evidenceCause',
    'uiSite',
    'inputGeolocation',
    'inputCookies',
  ],
  es: ['uiNo', 'uiReal', 'inputCookies'],
  pt: ['uiReal', 'uiLatitude', 'uiLongitude', 'uiSite', 'inputTimers', 'inputCookies'],
};

test('All languages are there', () => {
  expect(languages).toEqual(['de', 'en', 'es', 'fr', 'ja', 'pt']);
});

describe.each(languages)('The messages in %s', (language) => {
  const messages = messagesOf(language);
  const all = Object.entries(messages);

  test('are those of English', () => {
    expect(Object.keys(messages).sort()).toEqual(Object.keys(english).sort());
  });

  test('take the same values and name the same placeholders', () => {
    const wrong = all.filter(
      ([key, { message }]) =>
        syntaxOf(message).join() !== syntaxOf(english[key]?.message ?? '').join(),
    );
    expect(wrong).toEqual([]);
  });

  test('have words, without markup or stray signs', () => {
    const wrong = all.filter(
      ([, { message }]) =>
        message === '' ||
        message !== message.trim() ||
        /[$<>]/.test(message.replaceAll(/\$[1-9]/g, '')),
    );
    expect(wrong).toEqual([]);
  });

  test.skipIf(language === 'en')('are translated', () => {
    const same = all
      .filter(([key, { message }]) => message === english[key]?.message)
      .map(([key]) => key);
    const known = [...SAME_EVERYWHERE, ...(SAME_IN[language] ?? [])];
    expect(same.filter((key) => !known.includes(key))).toEqual([]);
  });

  test('name their language', () => {
    expect(messages.localeCode?.message).toBe(language);
  });

  test('are short enough for the stores', () => {
    expect(messages.extensionName?.message.length).toBeLessThanOrEqual(75);
    expect(messages.extensionDescription?.message.length).toBeLessThanOrEqual(132);
  });
});
