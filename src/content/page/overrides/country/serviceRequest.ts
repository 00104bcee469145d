import * as natives from '../../natives.ts';
import { services } from './services/index.ts';
import type { LocationService } from './services/service.ts';

const all: readonly LocationService[] = Object.values(services);

/** Spelled as a URL parser would spell it, as far as the query: nothing is encoded, nothing will be left out. */
const PLAIN = /^[ -"$&->@-~]*(?:[?#]|$)/;
const SIGN = new RegExp(
  all
    .flatMap(({ signs }) => signs)
    .map((sign) => sign.replaceAll('.', '\\.'))
    .join('|'),
  'i',
);

/** A request to a service. */
export interface ServiceRequest {
  readonly service: LocationService;
  readonly url: URL;
}

/** The request that an address means in a document with this base; null if it goes to none of the services, or is no address. */
export function serviceRequest(address: string, base: string): ServiceRequest | null {
  const has = (pattern: RegExp, text: string) => natives.exec(pattern, text) !== null;
  if (has(PLAIN, address) && !has(SIGN, address) && !has(SIGN, base)) return null;
  let url: URL;
  try {
    url = new natives.URL(address, base);
  } catch {
    // The native will say so.
    return null;
  }
  const { hostname, pathname } = url;
  const to = { hostname, pathname };
  const service = all.find((one) => one.matches(to, url));
  return service ? { service, url } : null;
}
