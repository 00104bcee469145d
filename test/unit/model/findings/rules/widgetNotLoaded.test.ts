import { expect, test } from 'vitest';
import { widgetNotLoaded } from '../../../../../src/model/findings/rules/widgetNotLoaded.ts';
import { lookedAt, page } from '../page.ts';

const WIDGET = 'https://chat.example/livechatwidget/scripts/LiveChatBootstrapper.js';
const loading = { widget: { state: 'loading' } as const };

test('A widget whose script did not come is told with its address', () => {
  expect(lookedAt(widgetNotLoaded, page({ lostScripts: [WIDGET] }, loading))).toEqual([
    `?: ${WIDGET}`,
  ]);
});

test.each([
  ['is ready all the same', page({ lostScripts: [WIDGET] })],
  ['is on its way', page({}, loading)],
  [
    'the policy refuses',
    page(
      {
        lostScripts: [WIDGET],
        refusals: [{ directive: 'script-src-elem', blocked: WIDGET, by: null }],
      },
      loading,
    ),
  ],
])('A widget that %s is not', (_name, examined) => {
  expect(lookedAt(widgetNotLoaded, examined)).toBeNull();
});
