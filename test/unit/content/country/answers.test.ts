// @vitest-environment jsdom
// @vitest-environment-options { "url": "https://shop.example/support/case?id=1" }
import { expect, test } from 'vitest';
import { answersFor } from '../../../../src/content/page/overrides/country/requests/answers.ts';
import type { ServiceAnswer } from '../../../../src/model/visitor/country.ts';
import { AUSTRIA } from './ask.ts';

const IPAPI = 'https://ipapi.co/json/';

const answering = (answer: ServiceAnswer, afterMs = 0) =>
  answersFor({ ...AUSTRIA, services: { answer, afterMs } });

test('A request to a service has an answer, with its address less the fragment', () => {
  expect(answersFor(AUSTRIA)(`${IPAPI}?a=1#b`)).toMatchObject({
    url: `${IPAPI}?a=1`,
    isSameOrigin: false,
    status: 200,
    statusText: 'OK',
    headers: [['content-type', 'application/json; charset=utf-8']],
    afterMs: 0,
  });
});

test.each(['https://shop.example/api', '//ipapi.co.example/json/', 'https://', 'data:,ipapi.co'])(
  'A request for %s has none',
  (address) => expect(answersFor(AUSTRIA)(address)).toBeNull(),
);

test('Addresses are relative to the document', () => {
  expect(answersFor(AUSTRIA)('/cdn-cgi/trace')).toMatchObject({
    url: 'https://shop.example/cdn-cgi/trace',
    isSameOrigin: true,
  });
  expect(answersFor(AUSTRIA)('//ipapi.co/json/')?.url).toBe(IPAPI);
});

test.each([
  'HTTPS://IPAPI.CO/json/',
  'https:\\\\ipapi.co\\json/',
  '  https://ipapi.co/json/',
  'https://ip\tapi.co/json/',
  'https://ip%61pi.co/json/',
  'https://\u{ff49}papi.co/json/',
  'https://ipa\u{ad}pi.co/json/',
  'https://user:pass@ipapi.co:443/./json/',
  '/support/../cdn-cgi/trace',
  '/%2e/cdn-cgi/trace?a=%20',
])('However an address is spelled, it is that of a service: %j', (address) =>
  expect(answersFor(AUSTRIA)(address)).not.toBeNull(),
);

test('In a document of a service addresses need no host', () => {
  document.head.innerHTML = '<base href="https://ipapi.co/">';
  expect(answersFor(AUSTRIA)('json/')?.url).toBe(IPAPI);
  document.head.replaceChildren();
});

test('A service that refuses says when to come again', () => {
  expect(answering('error 429', 2000)(IPAPI)).toMatchObject({
    status: 429,
    statusText: 'Too Many Requests',
    headers: [
      ['content-type', 'text/plain; charset=utf-8'],
      ['retry-after', '60'],
    ],
    afterMs: 2000,
  });
});

test('A service that fails does so with a status', () => {
  expect(answering('error 500')(IPAPI)).toMatchObject({ status: 500, call: undefined });
});

test('A malformed answer is what it promises to be in its header only', () => {
  const answer = answering('malformed')(`${IPAPI}?callback=located`);
  expect(answer).toMatchObject({
    status: 200,
    headers: [['content-type', 'text/javascript; charset=utf-8']],
    call: undefined,
  });
  expect(() => JSON.parse(answer?.body ?? '{}')).toThrow(SyntaxError);
});
