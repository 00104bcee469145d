import * as natives from '../natives.ts';
import { addressOfFetch } from '../overrides/country/requests/fetch.ts';
import { serviceRequest } from '../overrides/country/serviceRequest.ts';

/** The address that a page gives for a request to a service that tells where somebody is; null for any other. */
export function serviceAddress(given: unknown): string | null {
  const address = addressOfFetch(given);
  const request = address && serviceRequest(address);
  return request ? natives.addressText(request.url) : null;
}
