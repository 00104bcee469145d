import { json, type LocationService } from './service.ts';

/** Google's Geocoding API, reverse geocoding: https://developers.google.com/maps/documentation/geocoding/requests-reverse-geocoding */
export const google: LocationService = {
  signs: ['maps.googleapis.com'],
  matches: ({ hostname, pathname }) =>
    hostname === 'maps.googleapis.com' && pathname === '/maps/api/geocode/json',
  answer: ({ name, code, latitude, longitude }) =>
    json({
      plus_code: {},
      results: [
        {
          address_components: [
            { long_name: name, short_name: code ?? name, types: ['country', 'political'] },
          ],
          formatted_address: name,
          geometry: {
            location: { lat: latitude, lng: longitude },
            location_type: 'APPROXIMATE',
            viewport: {
              northeast: { lat: latitude + 0.5, lng: longitude + 0.5 },
              southwest: { lat: latitude - 0.5, lng: longitude - 0.5 },
            },
          },
          place_id: 'ChIJ0000000000000000000000',
          types: ['country', 'political'],
        },
      ],
      status: 'OK',
    }),
};
