import { expect, test } from 'vitest';
import { policyBlocks } from '../../../../../src/model/findings/rules/policyBlocks.ts';
import { lookedAt, page, sampleOf, source, use } from '../page.ts';

const refused = (blocked: string, directive = 'connect-src') => [{ directive, blocked, by: null }];
const WIDGET = 'https://chat.example/livechatwidget/scripts/LiveChatBootstrapper.js';
const IPWHO = 'https://ipwho.is/';
const asked = use('location service', 'fetch', { argument: sampleOf(IPWHO) });

test.each([
  [
    'a service that the trigger asks',
    { inputs: [asked], refusals: refused(IPWHO) },
    '12: connect-src: https://ipwho.is/',
  ],
  [
    'a service that a script element asks, which its code names',
    {
      sources: [source("script.src = 'https://ipinfo.io/json';")],
      refusals: refused('https://ipinfo.io/json', 'script-src-elem'),
    },
    '?: script-src-elem: https://ipinfo.io/json',
  ],
  ['the widget', { refusals: refused(WIDGET, 'script-src-elem') }, `?: script-src-elem: ${WIDGET}`],
  [
    'the widget, of which only the origin is told',
    {
      lostScripts: [WIDGET],
      refusals: refused('https://chat.example', 'script-src'),
    },
    '?: script-src: https://chat.example',
  ],
])('A policy that refuses %s is told', (_name, parts, found) => {
  expect(lookedAt(policyBlocks, page(parts))).toEqual([found]);
});

test('What the policy refuses to other code keeps no invite away', () => {
  const analytics = { ...asked, isTrigger: false };
  expect(
    lookedAt(policyBlocks, page({ inputs: [analytics], refusals: refused(IPWHO) })),
  ).toBeNull();
});

test('Without a refusal there is none', () => {
  expect(lookedAt(policyBlocks, page({ inputs: [asked] }))).toBeNull();
});
