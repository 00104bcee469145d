import { documentNatives } from '../../documentNatives.ts';
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

/** The request that an address, relative to the document or not, means; null if it goes to none of the services, or is no address. */
export function serviceRequest(address: string): ServiceRequest | null {
  const base = documentNatives.baseURI(document);
  const hasSign = natives.matches(SIGN, address) || natives.matches(SIGN, base);
  if (!hasSign && natives.matches(PLAIN, address)) return null;
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
