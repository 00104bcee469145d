import { expect, test } from 'vitest';
import { locationServiceRetired } from '../../../../../src/model/findings/rules/locationServiceRetired.ts';
import { lookedAt, page, sampleOf, use } from '../page.ts';

const asked = (address: string) =>
  use('location service', 'open', { argument: sampleOf(address), value: sampleOf('failed') });
const BING = 'https://dev.virtualearth.net/REST/v1/Locations/1,1?key=none';

test('A service that was shut down is told with its address', () => {
  expect(lookedAt(locationServiceRetired, page({ inputs: [asked(BING)] }))).toEqual([
    `12: ${BING}`,
  ]);
});

test.each([
  ['one that is running', asked('https://ipwho.is/')],
  ['a name that only ends like it', asked('https://not-dev.virtualearth.net.example/')],
  ['what is no address', asked('…')],
  ['one that other code asks', { ...asked(BING), isTrigger: false }],
])('Of %s nothing is said', (_name, one) => {
  expect(lookedAt(locationServiceRetired, page({ inputs: [one] }))).toBeNull();
});
