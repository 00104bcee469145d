// @vitest-environment jsdom
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { evidenceHtml } from '../../../../src/model/evidence/html.ts';
import { EVIDENCE_STYLE, EVIDENCE_STYLE_HASH } from '../../../../src/model/evidence/style.ts';
import { render } from '../../render.ts';
import { evidence, evidenceWith, hostile, siteEvidence } from './samples.ts';

const PICTURE = { dataUrl: 'data:image/png;base64,iVBORw0KGgo=' };

const parse = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');

/** The names of all elements and attributes, in their order. */
const structure = (page: Document): readonly string[] =>
  [...page.querySelectorAll('*')].map(
    (element) => `${element.localName} ${element.getAttributeNames().join(' ')}`,
  );

test('The policy allows nothing but the style, which has its hash, and the picture', () => {
  const page = parse(evidenceHtml(evidence(), PICTURE, render));
  const policy = page.querySelector('meta[http-equiv="Content-Security-Policy"]');
  expect(policy?.getAttribute('content')).toBe(
    `default-src 'none'; style-src '${EVIDENCE_STYLE_HASH}'; img-src data:; base-uri 'none'; form-action 'none'`,
  );
  const hash = createHash('sha256').update(EVIDENCE_STYLE).digest('base64');
  expect(EVIDENCE_STYLE_HASH).toBe(`sha256-${hash}`);
  expect(page.querySelector('style')?.textContent).toBe(EVIDENCE_STYLE);
});

test('It holds everything, and the picture', () => {
  const page = parse(evidenceHtml(evidence(), PICTURE, render));
  expect(page.querySelector('img')?.getAttribute('src')).toBe(PICTURE.dataUrl);
  expect(page.title).toBe('Trigger Simulator: what happened: Support');
  const words = page.body.textContent;
  for (const part of [
    'https://shop.example/support',
    'Ruritania · 3rd visit',
    'A browser 1.0',
    'Trigger Simulator 0.1.0',
    'The visitor has been on the page for 5 of the 20 s needed',
    'May I help?',
    '"https://shop.example/"',
    '2026-12-24T18:00:00.000Z',
  ])
    expect(words).toContain(part);
});

test('What was seen of the site’s own code is in it', () => {
  const page = parse(
    evidenceHtml(evidence({ site: siteEvidence('shop:4 · a()') }), PICTURE, render),
  );
  expect([...page.querySelectorAll('h2')].map((one) => one.textContent)).toContain(
    'Why is there no invite?',
  );
  expect([...page.querySelectorAll('li code')].map((one) => one.textContent)).toEqual([
    'shop:4 · a()',
    'shop:4 · a()',
  ]);
});

test('Where there is no picture it says why', () => {
  const page = parse(evidenceHtml(evidence(), { missing: 'Another tab was in front.' }, render));
  expect(page.querySelector('img')).toBeNull();
  expect(page.body.textContent).toContain('Another tab was in front.');
});

test.each(hostile)('%j is nothing but text, wherever it stands', (text) => {
  const page = parse(evidenceHtml(evidenceWith(text), { missing: text }, render));
  const harmless = parse(evidenceHtml(evidenceWith('harmless'), { missing: 'harmless' }, render));
  expect(structure(page)).toEqual(structure(harmless));
  expect(page.querySelector('script')).toBeNull();
  expect(page.querySelector('dd')?.textContent).toBe(text);
});

test('A picture that is no picture does not leave its attribute', () => {
  const page = parse(evidenceHtml(evidence(), { dataUrl: '"><script>x' }, render));
  expect(page.querySelector('script')).toBeNull();
});
