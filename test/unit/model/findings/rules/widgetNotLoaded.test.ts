import { expect, test } from 'vitest';
import { widgetNotLoaded } from '../../../../../src/model/findings/rules/widgetNotLoaded.ts';
import { lookedAt, page } from '../page.ts';

const WIDGET = 'https://chat.example/livechatwidget/scripts/LiveChatBootstrapper.js';
const request = { address: WIDGET, of: 'widget', status: null, by: null } as const;
const loading = { widget: { state: 'loading' } as const };

test('A widget whose script did not come is told with its address', () => {
  expect(lookedAt(widgetNotLoaded, page({ requests: [request] }, loading))).toEqual([
    `?: ${WIDGET}`,
  ]);
});

test.each([
  ['is ready all the same', page({ requests: [request] })],
  ['is on its way', page({}, loading)],
  ['was answered', page({ requests: [{ ...request, status: 200 }] }, loading)],
  [
    'the policy refuses',
    page(
      {
        requests: [request],
        refusals: [{ directive: 'script-src-elem', blocked: WIDGET, by: null }],
      },
      loading,
    ),
  ],
])('A widget that %s is not', (_name, examined) => {
  expect(lookedAt(widgetNotLoaded, examined)).toBeNull();
});
