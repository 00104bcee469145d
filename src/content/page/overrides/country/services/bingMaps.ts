import type { LocationService } from './service.ts';

/** Bing Maps, find a location by point: https://learn.microsoft.com/bingmaps/rest-services/locations/find-a-location-by-point */
export const bingMaps: LocationService = {
  matches: ({ hostname, pathname }) =>
    hostname === 'dev.virtualearth.net' && /^\/REST\/v1\/Locations\/[^/]+/i.test(pathname),
  answer({ name, latitude, longitude }) {
    const point = { type: 'Point', coordinates: [latitude, longitude] };
    return {
      authenticationResultCode: 'ValidCredentials',
      resourceSets: [
        {
          estimatedTotal: 1,
          resources: [
            {
              __type: 'Location:http://schemas.microsoft.com/search/local/ws/rest/v1',
              name,
              point,
              address: { countryRegion: name, formattedAddress: name },
              confidence: 'High',
              entityType: 'CountryRegion',
              geocodePoints: [{ ...point, calculationMethod: 'Rooftop', usageTypes: ['Display'] }],
              matchCodes: ['Good'],
            },
          ],
        },
      ],
      statusCode: 200,
      statusDescription: 'OK',
    };
  },
};
