import type { LocationService } from './service.ts';

/** Nominatim, the geocoder of OpenStreetMap, in its JSON formats: https://nominatim.org/release-docs/latest/api/Reverse/ */
export const nominatim: LocationService = {
  matches: ({ hostname, pathname }) =>
    hostname === 'nominatim.openstreetmap.org' && /^\/reverse(\.php)?\/?$/.test(pathname),
  answer: ({ name, code, latitude, longitude }) => ({
    place_id: 1,
    lat: String(latitude),
    lon: String(longitude),
    display_name: name,
    address: { country: name, ...(code === null ? {} : { country_code: code.toLowerCase() }) },
  }),
};
