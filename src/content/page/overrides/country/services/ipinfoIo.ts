import type { CountryOverride } from '../../../../../model/visitor/country.ts';
import { jsonOrCall, type LocationService, plainText, VISITOR_IP, withoutIp } from './service.ts';

/** https://ipinfo.io/developers/responses: it tells a country by its code alone, and leaves out what it does not know. */
const locationOf = ({ code, latitude, longitude, timeZone }: CountryOverride) => ({
  ip: VISITOR_IP,
  ...(code !== null && { country: code }),
  loc: `${latitude.toFixed(4)},${longitude.toFixed(4)}`,
  ...(timeZone !== undefined && { timezone: timeZone }),
});

/** https://ipinfo.io/developers/lite-api */
const liteOf = ({ name, code }: CountryOverride) => ({
  ip: VISITOR_IP,
  ...(code !== null && { country_code: code }),
  country: name,
});

/** ipinfo.io, location of the caller's IP address, in full or one field of it as text. */
export const ipinfoIo: LocationService = {
  signs: ['ipinfo.io'],
  matches: ({ hostname, pathname }) =>
    (hostname === 'ipinfo.io' && /^\/(json|country|loc)?\/?$/.test(withoutIp(pathname))) ||
    (hostname === 'api.ipinfo.io' && /^\/lite\/[^/]+$/.test(pathname)),
  answer(country, { hostname, pathname, searchParams }) {
    const callback = searchParams.get('callback');
    if (hostname === 'api.ipinfo.io') return jsonOrCall(liteOf(country), callback);
    switch (withoutIp(pathname).split('/')[1]) {
      case 'country':
        return plainText(`${country.code ?? ''}\n`);
      case 'loc':
        return plainText(`${locationOf(country).loc}\n`);
      default:
        return jsonOrCall(locationOf(country), callback);
    }
  },
};
