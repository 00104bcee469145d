import { expect, test } from 'vitest';
import { readyNeverCame } from '../../../../../src/model/findings/rules/readyNeverCame.ts';
import { lookedAt, page, READY, START, sampleOf } from '../page.ts';

const late = { widget: { state: 'loading' } as const, now: START + 20_001 };
const events = [{ name: 'lcw:error', detail: sampleOf({}), at: START }];
const lostScripts = ['https://chat.example/livechatwidget/scripts/LiveChatBootstrapper.js'];

test('A widget that is not ready 20 s after its page has loaded is told', () => {
  expect(lookedAt(readyNeverCame, page({}, late))).toEqual(['?: lcw:ready']);
});

test.each([
  ['is ready', page({}, { ...late, widget: READY })],
  ['has 20 s left', page({}, { ...late, now: START + 20_000 })],
  ['is on a page that is loading still', page({ loadedAt: null }, late)],
  ['could not be loaded', page({ lostScripts }, late)],
  ['has said what is wrong', page({ events }, late)],
  ['is not there', page({}, { ...late, widget: { state: 'none' } })],
])('A widget that %s is not', (_name, examined) => {
  expect(lookedAt(readyNeverCame, examined)).toBeNull();
});
