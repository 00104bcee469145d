import type { CountryOverride } from '../../../../../model/visitor/country.ts';
import { jsonOrCall, type LocationService, plainText, VISITOR_IP, withoutIp } from './service.ts';

const locationOf = ({ name, code, latitude, longitude, timeZone }: CountryOverride) => ({
  ip: VISITOR_IP,
  network: '203.0.113.0/24',
  version: 'IPv4',
  city: null,
  region: null,
  region_code: null,
  country: code,
  country_name: name,
  country_code: code,
  country_tld: code && `.${code.toLowerCase()}`,
  postal: null,
  latitude,
  longitude,
  timezone: timeZone ?? null,
});

/** What the service writes as text for a value that it does not know. */
const UNKNOWN = 'Undefined';

/** ipapi.co, location of the caller's IP address, in full or one field of it as text: https://ipapi.co/api/ */
export const ipapiCo: LocationService = {
  signs: ['ipapi.co'],
  matches: ({ hostname, pathname }) =>
    hostname === 'ipapi.co' &&
    /^\/(json|jsonp|country|country_code|country_name|latlong)\/?$/.test(withoutIp(pathname)),
  answer(country, { pathname, searchParams }) {
    const [, field] = withoutIp(pathname).split('/');
    switch (field) {
      case 'country':
      case 'country_code':
        return plainText(country.code ?? UNKNOWN);
      case 'country_name':
        return plainText(country.name);
      case 'latlong':
        return plainText(`${country.latitude},${country.longitude}`);
      default: {
        const callback = searchParams.get('callback');
        return jsonOrCall(
          locationOf(country),
          field === 'jsonp' ? (callback ?? 'callback') : callback,
        );
      }
    }
  },
};
