import { json, type LocationService } from './service.ts';

/** BigDataCloud, free client-side reverse geocoding: https://www.bigdatacloud.com/docs/api/free-reverse-geocode-to-city-api */
export const bigDataCloud: LocationService = {
  signs: ['api.bigdatacloud.net', 'api-bdc.net'],
  matches: ({ hostname, pathname }) =>
    (hostname === 'api.bigdatacloud.net' || hostname === 'api-bdc.net') &&
    pathname === '/data/reverse-geocode-client',
  answer: ({ name, code, latitude, longitude }, { searchParams }) =>
    json({
      latitude,
      lookupSource: searchParams.has('latitude') ? 'reverseGeocoding' : 'ipGeolocation',
      longitude,
      localityLanguageRequested: searchParams.get('localityLanguage') ?? 'en',
      continent: '',
      continentCode: '',
      countryName: name,
      countryCode: code ?? '',
      principalSubdivision: '',
      principalSubdivisionCode: '',
      city: '',
      locality: name,
      postcode: '',
      plusCode: '',
      localityInfo: {
        administrative: [
          { name, isoName: name, order: 1, adminLevel: 2, ...(code !== null && { isoCode: code }) },
        ],
        informative: [],
      },
    }),
};
