import type { CountryOverride } from '../../../../../model/visitor/country.ts';
import { jsonOrCall, type LocationService, VISITOR_IP } from './service.ts';

const locationOf = ({ name, code, latitude, longitude, timeZone }: CountryOverride) => ({
  status: 'success',
  country: name,
  countryCode: code ?? '',
  region: '',
  regionName: '',
  city: '',
  zip: '',
  lat: latitude,
  lon: longitude,
  timezone: timeZone ?? '',
  isp: '',
  org: '',
  as: '',
  query: VISITOR_IP,
});

/** ip-api.com, location of the caller's IP address: https://ip-api.com/docs/api:json */
export const ipApiCom: LocationService = {
  signs: ['ip-api.com'],
  matches: ({ hostname, pathname }) =>
    (hostname === 'ip-api.com' || hostname === 'pro.ip-api.com') &&
    /^\/json(\/[^/]*)?$/.test(pathname),
  answer(country, { searchParams }) {
    // Numbers, which name fields too, get them all.
    const fields = searchParams.get('fields')?.split(',') ?? [];
    const isWanted = (key: string) =>
      !/[a-z]/i.test(fields.join()) || fields.map((field) => field.trim()).includes(key);
    const entries = Object.entries(locationOf(country)).filter(([key]) => isWanted(key));
    return jsonOrCall(Object.fromEntries(entries), searchParams.get('callback'));
  },
};
