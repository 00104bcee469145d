import type { CountryOverride } from '../../../../../model/visitor/country.ts';
import { jsonOrCall, type LocationService, type ServiceResponse } from './service.ts';

const LICENCE = 'Data © OpenStreetMap contributors, ODbL 1.0. http://osm.org/copyright';

const addressOf = ({ name, code }: CountryOverride) => ({
  country: name,
  ...(code !== null && { country_code: code.toLowerCase() }),
});

/** South, north, west, east, as texts. */
const boundsOf = ({ latitude, longitude }: CountryOverride): readonly string[] =>
  [latitude - 0.5, latitude + 0.5, longitude - 0.5, longitude + 0.5].map(String);

const escapeXml = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** https://nominatim.org/release-docs/latest/api/Output/#json, and #jsonv2, which names the class a category */
const place = (country: CountryOverride, format: string) => ({
  place_id: 1,
  licence: LICENCE,
  osm_type: 'relation',
  osm_id: 1,
  lat: String(country.latitude),
  lon: String(country.longitude),
  ...(format === 'jsonv2' ? { category: 'boundary', place_rank: 4 } : { class: 'boundary' }),
  type: 'administrative',
  importance: 0.9,
  addresstype: 'country',
  name: country.name,
  display_name: country.name,
  address: addressOf(country),
  boundingbox: boundsOf(country),
});

/** https://nominatim.org/release-docs/latest/api/Output/#geojson */
const geoJson = (country: CountryOverride) => ({
  type: 'FeatureCollection',
  licence: LICENCE,
  features: [
    {
      type: 'Feature',
      properties: {
        place_id: 1,
        osm_type: 'relation',
        osm_id: 1,
        place_rank: 4,
        category: 'boundary',
        type: 'administrative',
        importance: 0.9,
        addresstype: 'country',
        name: country.name,
        display_name: country.name,
        address: addressOf(country),
      },
      geometry: { type: 'Point', coordinates: [country.longitude, country.latitude] },
    },
  ],
});

/** https://nominatim.org/release-docs/latest/api/Output/#xml */
function xml(country: CountryOverride): ServiceResponse {
  const name = escapeXml(country.name);
  const parts = Object.entries(addressOf(country)).map(
    ([part, value]) => `<${part}>${escapeXml(value)}</${part}>`,
  );
  return {
    type: 'text/xml; charset=utf-8',
    body: `<?xml version="1.0" encoding="UTF-8" ?>
<reversegeocode attribution="${LICENCE}"><result place_id="1" osm_type="relation" osm_id="1" lat="${country.latitude}" lon="${country.longitude}" boundingbox="${boundsOf(country).join(',')}" place_rank="4" address_rank="4">${name}</result><addressparts>${parts.join('')}</addressparts></reversegeocode>`,
  };
}

/** Nominatim, the geocoder of OpenStreetMap: https://nominatim.org/release-docs/latest/api/Reverse/ */
export const nominatim: LocationService = {
  signs: ['nominatim.openstreetmap.org'],
  matches: ({ hostname, pathname }, url) =>
    hostname === 'nominatim.openstreetmap.org' &&
    /^\/reverse(\.php)?\/?$/.test(pathname) &&
    ['xml', 'json', 'jsonv2', 'geojson'].includes(url.searchParams.get('format') ?? 'xml'),
  answer(country, { searchParams }) {
    const format = searchParams.get('format') ?? 'xml';
    if (format === 'xml') return xml(country);
    const value = format === 'geojson' ? geoJson(country) : place(country, format);
    return jsonOrCall(value, searchParams.get('json_callback'));
  },
};
