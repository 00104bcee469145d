import { expect, test } from 'vitest';
import { locationServiceFails } from '../../../../../src/model/findings/rules/locationServiceFails.ts';
import { lookedAt, page, sampleOf, use } from '../page.ts';

const asked = (address: string, answer: string | null) =>
  use('location service', 'fetch', {
    argument: sampleOf(address),
    value: answer === null ? null : sampleOf(answer),
  });
const IPAPI = 'https://ipapi.co/json/';

test.each(['failed', '429', '500', '403'])('A service that answers %s is told', (answer) => {
  expect(lookedAt(locationServiceFails, page({ inputs: [asked(IPAPI, answer)] }))).toEqual([
    `12: ${IPAPI} → ${answer}`,
  ]);
});

test.each([
  ['answers', [asked(IPAPI, '200')], []],
  ['gives an answer that nobody may look at', [asked(IPAPI, '0')], []],
  ['has not answered yet', [asked(IPAPI, null)], []],
  ['is asked by other code', [{ ...asked(IPAPI, 'failed'), isTrigger: false }], []],
  ['was slower than another', [asked(IPAPI, 'failed'), asked('https://ipwho.is/', '200')], []],
  ['was shut down', [asked('https://dev.virtualearth.net/REST/v1/Locations/1,1', 'failed')], []],
  [
    'the policy refuses',
    [asked(IPAPI, 'failed')],
    [{ directive: 'connect-src', blocked: IPAPI, by: null }],
  ],
])('A service that %s does not fail', (_name, inputs, refusals) => {
  expect(lookedAt(locationServiceFails, page({ inputs, refusals }))).toBeNull();
});
