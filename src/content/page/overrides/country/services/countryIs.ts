import { json, type LocationService, VISITOR_IP, withoutIp } from './service.ts';

/** country.is, country of the caller's IP address, by its code alone; of an unknown one it has no data: https://country.is/ */
export const countryIs: LocationService = {
  signs: ['api.country.is'],
  matches: ({ hostname, pathname }) => hostname === 'api.country.is' && withoutIp(pathname) === '/',
  answer: ({ code }) =>
    code === null
      ? { ...json({ error: { code: 404, message: 'Not Found' } }), status: 404 }
      : json({ ip: VISITOR_IP, country: code }),
};
