import { expect, test } from 'vitest';
import {
  defaultPath,
  isFirstParty,
  isOfHost,
  isSentTo,
} from '../../../../src/background/loans/cookieMatch.ts';
import type { Cookie } from '../../../../src/background/loans/loan.ts';
import { cookie } from './samples.ts';

test.each<[string, boolean, string, boolean]>([
  ['shop.example', true, 'shop.example', true],
  ['shop.example', true, 'www.shop.example', false],
  ['.shop.example', false, 'shop.example', true],
  ['.shop.example', false, 'www.shop.example', true],
  ['.shop.example', false, 'myshop.example', false],
  ['.www.shop.example', false, 'shop.example', false],
])('A cookie of %s (of it only: %s) belongs to %s: %s', (domain, hostOnly, host, expected) => {
  expect(isOfHost(cookie({ domain, hostOnly }), host)).toBe(expected);
});

test.each<[string, string, boolean]>([
  ['/', 'https://a.example/', true],
  ['/', 'https://a.example/b/c', true],
  ['/b', 'https://a.example/b', true],
  ['/b', 'https://a.example/b/', true],
  ['/b', 'https://a.example/b/c?d', true],
  ['/b/', 'https://a.example/b/c', true],
  ['/b/', 'https://a.example/b', false],
  ['/b', 'https://a.example/bc', false],
  ['/b', 'https://a.example/', false],
])('A cookie with the path %s is sent to %s: %s', (path, page, expected) => {
  expect(isSentTo(cookie({ path }), page)).toBe(expected);
});

test('A secure cookie is not sent over plain http', () => {
  expect(isSentTo(cookie({ secure: true }), 'http://a.example/')).toBe(false);
  expect(isSentTo(cookie({ secure: true }), 'https://a.example/')).toBe(true);
  for (const own of ['127.0.0.1:8080', 'localhost', 'shop.localhost:81', '[::1]']) {
    expect(isSentTo(cookie({ secure: true }), `http://${own}/`)).toBe(true);
  }
  expect(isSentTo(cookie({ secure: true }), 'http://127.0.0.1.example/')).toBe(false);
});

test.each<[Cookie['partitionKey'], boolean]>([
  [null, true],
  [{}, true],
  [{ topLevelSite: 'https://shop.example' }, true],
  [{ topLevelSite: 'https://www.shop.example' }, true],
  [{ topLevelSite: 'http://shop.example' }, false],
  [{ topLevelSite: 'https://other.example' }, false],
  [{ topLevelSite: 'https://op.example' }, false],
  [{ topLevelSite: 'nonsense' }, false],
])('A cookie in the partition %j is one of the page itself: %s', (partitionKey, expected) => {
  expect(isFirstParty(cookie({ partitionKey }), 'https://www.shop.example/a')).toBe(expected);
});

test.each([
  ['https://a.example/', '/'],
  ['https://a.example/b', '/'],
  ['https://a.example/b/', '/b'],
  ['https://a.example/b/c?d/e', '/b'],
])('A cookie that %s sets gets the path %s', (page, path) => {
  expect(defaultPath(page)).toBe(path);
});
