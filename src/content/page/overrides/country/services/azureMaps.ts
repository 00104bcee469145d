import type { CountryOverride } from '../../../../../model/visitor/country.ts';
import { json, type LocationService } from './service.ts';

/** https://learn.microsoft.com/rest/api/maps/search/get-search-address-reverse (api-version 1.0) */
const searchAddressReverse = ({ name, code, latitude, longitude }: CountryOverride) => ({
  summary: { queryTime: 8, numResults: 1 },
  addresses: [
    {
      address: {
        routeNumbers: [],
        ...(code !== null && { countryCode: code }),
        country: name,
        freeformAddress: name,
        boundingBox: {
          northEast: `${latitude + 0.5},${longitude + 0.5}`,
          southWest: `${latitude - 0.5},${longitude - 0.5}`,
          entity: 'position',
        },
      },
      position: `${latitude},${longitude}`,
    },
  ],
});

/** https://learn.microsoft.com/rest/api/maps/search/get-reverse-geocoding (api-version 2023-06-01 and later) */
function reverseGeocode({ name, code, latitude, longitude }: CountryOverride) {
  const geometry = { type: 'Point', coordinates: [longitude, latitude] };
  return {
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        geometry,
        bbox: [longitude - 0.5, latitude - 0.5, longitude + 0.5, latitude + 0.5],
        properties: {
          type: 'CountryRegion',
          confidence: 'High',
          matchCodes: ['Good'],
          address: {
            countryRegion: { name, ...(code !== null && { ISO: code }) },
            adminDistricts: [],
            formattedAddress: name,
          },
          geocodePoints: [{ calculationMethod: 'Rooftop', usageTypes: ['Display'], geometry }],
        },
      },
    ],
  };
}

/** Azure Maps, reverse geocoding, of both generations of its interface. */
export const azureMaps: LocationService = {
  signs: ['atlas.microsoft.com'],
  matches: ({ hostname, pathname }) =>
    /^((us|eu)\.)?atlas\.microsoft\.com$/.test(hostname) &&
    /^\/(search\/address\/reverse\/json|reverseGeocode)$/i.test(pathname),
  answer: (country, { pathname }) =>
    json(
      /^\/reverseGeocode$/i.test(pathname)
        ? reverseGeocode(country)
        : searchAddressReverse(country),
    ),
};
