import { documentNatives } from '../documentNatives.ts';
import * as natives from '../natives.ts';
import { requestNatives } from '../overrides/country/requests/requestNatives.ts';
import { serviceRequest } from '../overrides/country/serviceRequest.ts';

/** The address that a page gives for a request; null if it is none of the usual kinds. */
function addressOf(given: unknown): string | null {
  if (typeof given === 'string') return given;
  if (given instanceof Request) return requestNatives.requestUrl(given);
  return given instanceof natives.URL ? natives.addressText(given) : null;
}

/** The same, of a request for a service that tells where somebody is; null for any other. */
export function serviceAddress(given: unknown): string | null {
  const address = addressOf(given);
  const request = address && serviceRequest(address, documentNatives.baseURI(document));
  return request ? natives.addressText(request.url) : null;
}
