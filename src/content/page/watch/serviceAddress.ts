import { documentNatives } from '../documentNatives.ts';
import * as natives from '../natives.ts';
import { requestNatives } from '../overrides/country/requests/requestNatives.ts';
import { serviceFor } from '../overrides/country/services/index.ts';

/** The address that a page gives for a request; null if it is none of the usual kinds. */
function addressOf(given: unknown): string | null {
  if (typeof given === 'string') return given;
  if (given instanceof Request) return requestNatives.requestUrl(given);
  return given instanceof natives.URL ? natives.addressText(given) : null;
}

/** The same, of a request for a service that tells where somebody is; null for any other. */
export function serviceAddress(given: unknown): string | null {
  const address = addressOf(given);
  if (address === null) return null;
  try {
    const url = new natives.URL(address, documentNatives.baseURI(document));
    return serviceFor(url) ? natives.addressText(url) : null;
  } catch {
    // No address: the native will say so.
    return null;
  }
}
