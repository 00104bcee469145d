import type { LocationService } from './service.ts';

/** BigDataCloud, free client-side reverse geocoding: https://www.bigdatacloud.com/docs/api/free-reverse-geocode-to-city-api */
export const bigDataCloud: LocationService = {
  matches: ({ hostname, pathname }) =>
    /^api(-bdc)?\.(bigdatacloud\.net|io)$/.test(hostname) &&
    pathname === '/data/reverse-geocode-client',
  answer: ({ name, code, latitude, longitude }) => ({
    latitude,
    longitude,
    lookupSource: 'coordinates',
    localityLanguageRequested: 'en',
    countryName: name,
    countryCode: code ?? '',
    principalSubdivision: '',
    city: '',
    locality: name,
  }),
};
