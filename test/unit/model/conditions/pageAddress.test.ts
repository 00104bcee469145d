import { expect, test } from 'vitest';
import { describeCondition } from '../../../../src/model/conditions/index.ts';
import { addressMatches } from '../../../../src/model/conditions/pageAddress.ts';
import { render } from '../../render.ts';
import { judge } from './judge.ts';

test.each([
  ['https://shop.example/', 'https://shop.example/', true],
  ['https://shop.example/', 'https://shop.example/a', false],
  ['HTTPS://Shop.Example/A', 'https://shop.example/a', true],
  [' */a ', 'https://shop.example/a', true],
  ['*', 'https://shop.example/', true],
  ['*', '', true],
  ['', '', true],
  ['', 'https://shop.example/', false],
  ['**', 'https://shop.example/', true],
  ['*/support*', 'https://shop.example/support?caseId=CAS-1', true],
  ['*/support*', 'https://shop.example/supper', false],
  ['https://*/cart', 'https://shop.example/cart', true],
  ['https://*/cart', 'https://shop.example/cart/', false],
  ['*a*b*c*', 'xxaxxbxxcxx', true],
  ['*a*b*c*', 'xxcxxbxxaxx', false],
  // Parts must not overlap.
  ['aba*aba', 'aba', false],
  ['aba*aba', 'ababa', false],
  ['aba*aba', 'abaaba', true],
  ['*ab*b', 'ab', false],
  ['*ab*b', 'abb', true],
  // The first fit of a middle part leaves room for the last.
  ['*/a/*/a', 'x/a/a/a', true],
  // What is special elsewhere is not here.
  ['https://shop.example/?', 'https://shop.example/a', false],
  ['https://shop.example/?a=[1]+(2)', 'https://shop.example/?a=[1]+(2)', true],
  ['https://shop.example', 'https://shopxexample', false],
])('“%s” for “%s”: %s', (pattern, address, matches) => {
  expect(addressMatches(pattern, address)).toBe(matches);
});

// With a regular expression made from this pattern, or with naive backtracking, this would never end.
test('Many stars are no harder than one', () => {
  const address = 'a'.repeat(20_000);
  expect(addressMatches(`${'*a'.repeat(999)}*`, address)).toBe(true);
  expect(addressMatches(`${'*a'.repeat(999)}*b`, address)).toBe(false);
  expect(addressMatches(`${'*a'.repeat(999)}*b*`, address)).toBe(false);
});

const pattern = '*/support*';

test.each([
  {
    address: 'https://shop.example/support',
    verdict: {
      state: 'met',
      words: 'The address https://shop.example/support is of the form */support*.',
    },
  },
  {
    address: 'https://shop.example/cart',
    verdict: {
      state: 'not met',
      words:
        'The address https://shop.example/cart is not of the form */support*, in which * stands for any characters.',
    },
  },
])('On $address', ({ address, verdict }) => {
  expect(judge({ type: 'pageAddress', pattern }, { address })).toEqual(verdict);
});

test('It is described by its pattern', () => {
  expect(render(describeCondition({ type: 'pageAddress', pattern }))).toBe(
    'Page address is */support*',
  );
});
