// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { cloudflareTrace } from '../../../../../src/content/page/overrides/country/services/cloudflareTrace.ts';
import { ask, RURITANIA } from '../ask.ts';

test('It is asked under any host, and names it', () => {
  const lines = ask(cloudflareTrace, 'https://shop.example/cdn-cgi/trace').body.split('\n');
  expect(lines).toEqual(
    expect.arrayContaining(['h=shop.example', 'visit_scheme=https', 'loc=AT', 'ip=203.0.113.7']),
  );
});

test('An invented country is one that Cloudflare does not know', () => {
  const { body } = ask(cloudflareTrace, 'https://1.1.1.1/cdn-cgi/trace', RURITANIA);
  expect(body).toMatch(/^loc=XX$/m);
});

test('Other addresses are not answered', () => {
  expect(() => ask(cloudflareTrace, 'https://shop.example/cdn-cgi/image')).toThrow();
});
