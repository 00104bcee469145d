import { expect, test } from 'vitest';
import { acceptLanguage, languagesOf } from '../../../../src/model/visitor/language.ts';

test.each([
  ['de-AT', ['de-AT', 'de'], 'de-AT,de;q=0.9'],
  ['fr', ['fr'], 'fr'],
  ['zh-hant-tw', ['zh-Hant-TW', 'zh'], 'zh-Hant-TW,zh;q=0.9'],
])('A visitor whose first language is %s', (tag, languages, header) => {
  expect(languagesOf(tag)).toEqual(languages);
  expect(acceptLanguage(tag)).toBe(header);
});
