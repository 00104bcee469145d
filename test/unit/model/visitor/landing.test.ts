import { describe, expect, test } from 'vitest';
import {
  type Arrival,
  hasReferrer,
  type Landing,
  landingAfter,
  type Navigation,
  navigations,
} from '../../../../src/model/visitor/landing.ts';

const PAGE = 'https://shop.example/sale?a=b';
const landing: Landing = { address: PAGE, isShown: true };
const left: Landing = { address: PAGE, isShown: false };
const at = (address: string, navigation: Navigation): Arrival => ({ address, navigation });

describe('Where the visitor landed', () => {
  test.each(navigations)('is the first document, come to by %s', (navigation) => {
    expect(landingAfter(undefined, at(`${PAGE}#top`, navigation))).toEqual(landing);
  });

  test.each<[string, Landing, Arrival, Landing]>([
    ['stays when another page is shown', landing, at('https://shop.example/', 'navigate'), left],
    ['stays when another page is reloaded', landing, at('https://shop.example/', 'reload'), left],
    ['is shown after a reload', landing, at(PAGE, 'reload'), landing],
    ['is shown after going back', left, at(`${PAGE}#a#b`, 'back_forward'), landing],
    ['is not shown by a link to the same page', left, at(PAGE, 'navigate'), left],
    ['is not another query', landing, at('https://shop.example/sale', 'reload'), left],
  ])('%s', (_what, before, arrival, after) => {
    expect(landingAfter(before, arrival)).toEqual(after);
  });
});

describe('The referrer is overridden', () => {
  test.each<[boolean, string, Landing | undefined, Arrival, string]>([
    [true, 'at the landing page, reloaded', landing, at(PAGE, 'reload'), ''],
    [true, 'at the landing page, gone back to', left, at(`${PAGE}#x`, 'back_forward'), ''],
    [false, 'by a link to the landing page', left, at(PAGE, 'navigate'), `${PAGE}/x`],
    [false, 'on the next page', landing, at('https://shop.example/', 'navigate'), PAGE],
    [false, 'on another page, reloaded', left, at('https://shop.example/', 'reload'), PAGE],
    [true, 'where a reload leads first', undefined, at('https://else.example/', 'reload'), PAGE],
    [true, 'where the visitor comes from elsewhere', undefined, at(PAGE, 'navigate'), ''],
    [true, 'from a like site', undefined, at(PAGE, 'navigate'), 'https://shop.example.org/'],
    [false, 'behind a landing page', undefined, at(PAGE, 'navigate'), 'https://shop.example/'],
  ])('%s: %s', (expected, _what, where, arrival, real) => {
    expect(hasReferrer({ value: 'x' }, where, arrival, real)).toBe(expected);
    expect(hasReferrer({ value: 'x', until: 'next page' }, where, arrival, real)).toBe(expected);
    expect(hasReferrer({ value: 'x', until: 'reset' }, where, arrival, real)).toBe(true);
  });
});
