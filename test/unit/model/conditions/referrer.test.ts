import { expect, test } from 'vitest';
import { describeCondition } from '../../../../src/model/conditions/index.ts';
import { render } from '../../render.ts';
import { judge } from './judge.ts';

const FAQ = 'https://www.contoso.com/FAQ';
const neverEqual = (real: string, needed: string) => ({
  state: 'not met',
  words:
    `The referrer is “${real}”, but “${needed}” is needed. No browser sends a referrer like that ` +
    '(a real one is a whole address, such as https://www.contoso.com/FAQ), so a real visitor never meets this; ' +
    'set the referrer under Visitor to test it.',
});
const notMet = (real: string, needed: string) => ({
  state: 'not met',
  words: `The referrer is “${real}”, but “${needed}” is needed, to the letter.`,
});

test.each([
  {
    needed: FAQ,
    real: FAQ,
    verdict: { state: 'met', words: `The referrer is “${FAQ}”, as needed.` },
  },
  {
    needed: 'www.contoso.com/FAQ',
    real: 'www.contoso.com/FAQ',
    verdict: { state: 'met', words: 'The referrer is “www.contoso.com/FAQ”, as needed.' },
  },
  { needed: '', real: '', verdict: { state: 'met', words: 'There is no referrer, as needed.' } },
  { needed: FAQ, real: `${FAQ}/`, verdict: notMet(`${FAQ}/`, FAQ) },
  { needed: FAQ, real: FAQ.toLowerCase(), verdict: notMet(FAQ.toLowerCase(), FAQ) },
  { needed: FAQ, real: '', verdict: notMet('', FAQ) },
  { needed: '', real: FAQ, verdict: notMet(FAQ, '') },
  { needed: 'www.contoso.com/FAQ', real: FAQ, verdict: neverEqual(FAQ, 'www.contoso.com/FAQ') },
  // A real one has a slash after the host.
  {
    needed: 'https://www.contoso.com',
    real: FAQ,
    verdict: neverEqual(FAQ, 'https://www.contoso.com'),
  },
  { needed: '/FAQ', real: '', verdict: neverEqual('', '/FAQ') },
])('Needed: “$needed”, real: “$real”', ({ needed, real, verdict }) => {
  expect(judge({ type: 'referrer', equals: needed }, { referrer: real })).toEqual(verdict);
});

test.each([
  { equals: FAQ, words: `Referrer is ${FAQ}` },
  { equals: '', words: 'No referrer (a direct visit)' },
])('It is described: $words', ({ equals, words }) => {
  expect(render(describeCondition({ type: 'referrer', equals }))).toBe(words);
});
