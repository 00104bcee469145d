import type { CountryOverride } from '../../../../../model/visitor/country.ts';
import { json, jsonOrCall, type LocationService, plainText, VISITOR_IP } from './service.ts';

/** https://www.geojs.io/docs/v1/endpoints/country/ */
const countryOf = ({ name, code }: CountryOverride) => ({
  country: code ?? '',
  ip: VISITOR_IP,
  name,
});

/** https://www.geojs.io/docs/v1/endpoints/geo/ */
const geoOf = ({ name, code, latitude, longitude, timeZone }: CountryOverride) => ({
  ip: VISITOR_IP,
  country: name,
  country_code: code ?? '',
  latitude: String(latitude),
  longitude: String(longitude),
  accuracy: 1000,
  ...(timeZone !== undefined && { timezone: timeZone }),
});

const PATH =
  /^\/v1\/ip\/(?:(?<text>country(?<full>\/full)?)|(?<what>country|geo)(?:\/[^/]+)?\.(?<form>json|js))$/;

/** GeoJS, location of the caller's IP address, as text, JSON or a script. */
export const geojsIo: LocationService = {
  signs: ['get.geojs.io'],
  matches: ({ hostname, pathname }) => hostname === 'get.geojs.io' && PATH.test(pathname),
  answer(country, { pathname, searchParams }) {
    const { text, full, what, form } = PATH.exec(pathname)?.groups ?? {};
    if (text) return plainText(`${full ? country.name : (country.code ?? '')}\n`);
    const value = what === 'geo' ? geoOf(country) : countryOf(country);
    if (form === 'json') return json(value);
    return jsonOrCall(
      value,
      searchParams.get('callback') ?? (what === 'geo' ? 'geoip' : 'countryip'),
    );
  },
};
