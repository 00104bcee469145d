import type { LocationService } from './service.ts';

/** ipapi.co, location of the caller's IP address: https://ipapi.co/api/ */
export const ipapiCo: LocationService = {
  matches: ({ hostname, pathname }) =>
    hostname === 'ipapi.co' && /^(\/[^/]+)?\/json\/?$/.test(pathname),
  answer: ({ name, code, latitude, longitude }) => ({
    ip: '203.0.113.7',
    version: 'IPv4',
    country: code,
    country_name: name,
    country_code: code,
    latitude,
    longitude,
  }),
};
