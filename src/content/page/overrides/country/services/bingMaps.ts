import { jsonOrCall, type LocationService } from './service.ts';

/** Bing Maps, find a location by point: https://learn.microsoft.com/bingmaps/rest-services/locations/find-a-location-by-point */
export const bingMaps: LocationService = {
  signs: ['dev.virtualearth.net'],
  matches: ({ hostname, pathname }) =>
    hostname === 'dev.virtualearth.net' && /^\/REST\/v1\/Locations\/[^/]+/i.test(pathname),
  answer({ name, code, latitude, longitude }, { searchParams }) {
    const point = { type: 'Point', coordinates: [latitude, longitude] };
    // The code only comes when it is asked for: https://learn.microsoft.com/bingmaps/rest-services/locations/location-data
    const iso = code !== null && searchParams.get('incl')?.toLowerCase().includes('ciso2');
    const value = {
      authenticationResultCode: 'ValidCredentials',
      brandLogoUri: 'https://dev.virtualearth.net/Branding/logo_powered_by.png',
      copyright: 'Copyright Microsoft and its suppliers.',
      resourceSets: [
        {
          estimatedTotal: 1,
          resources: [
            {
              __type: 'Location:http://schemas.microsoft.com/search/local/ws/rest/v1',
              bbox: [latitude - 0.5, longitude - 0.5, latitude + 0.5, longitude + 0.5],
              name,
              point,
              address: {
                countryRegion: name,
                formattedAddress: name,
                ...(iso && { countryRegionIso2: code }),
              },
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
      traceId: '0',
    };
    return jsonOrCall(value, searchParams.get('jsonp'));
  },
};
