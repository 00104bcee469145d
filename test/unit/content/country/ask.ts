import type { LocationService } from '../../../../src/content/page/overrides/country/services/service.ts';
import { type CountryOverride, RURITANIA } from '../../../../src/model/visitor/country.ts';

export const AUSTRIA: CountryOverride = {
  name: 'Austria',
  code: 'AT',
  latitude: 48.21,
  longitude: 16.37,
  timeZone: 'Europe/Vienna',
};

export { RURITANIA };

/** What a service answers at an address; throws if it is not for the service, or would never be asked. */
export function ask(service: LocationService, address: string, country = AUSTRIA) {
  const url = new URL(address);
  if (!service.matches(url, url)) throw new Error(`${address} is not asked of this service.`);
  if (!service.signs.some((sign) => url.href.includes(sign)))
    throw new Error(`${address} has no sign of the service: ${service.signs.join(', ')}.`);
  return service.answer(country, url);
}

/** The same, for an answer in JSON. */
export function askJson(service: LocationService, address: string, country = AUSTRIA): unknown {
  const { type, body } = ask(service, address, country);
  if (!type.startsWith('application/json')) throw new Error(`The answer is ${type}.`);
  return JSON.parse(body);
}
