import type { CountryOverride } from '../../../../../model/visitor/country.ts';
import * as natives from '../../../natives.ts';
import { serviceRequest } from '../serviceRequest.ts';
import { plainText, type ServiceResponse } from '../services/service.ts';

/** The HTTP response to a request, and when it comes. */
export interface HttpAnswer {
  /** As in `Response.url`: absolute, and without fragment. */
  readonly url: string;
  readonly isSameOrigin: boolean;
  readonly status: number;
  readonly statusText: string;
  /** Names in lower case, sorted, as `getAllResponseHeaders` gives them. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
  /** The function of the page that the body calls when it is run as a script. */
  readonly call: ServiceResponse['call'];
  /** ms that pass on the page's dial before the answer comes. */
  readonly afterMs: number;
}

/** The answer to a request for an address, relative to the document or not; null if the request is not for us. */
export type Answers = (address: string) => HttpAnswer | null;

const STATUS_TEXTS: Readonly<Record<number, string>> = {
  200: 'OK',
  404: 'Not Found',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
};

/** Seconds: https://httpwg.org/specs/rfc9110.html#field.retry-after */
const RETRY_AFTER = '60';

/** What stands in front of a service sends such a page when the service has no good day: no JSON, no script. */
const MALFORMED = '<!DOCTYPE html>\n<html><body>The service is being maintained.</body></html>\n';

/** The address as text, where finding it out runs none of the page's code; null for anything else. */
export function addressOf(input: unknown): string | null {
  if (typeof input === 'string') return input;
  return input instanceof natives.URL ? natives.addressText(input) : null;
}

/** The methods that the services are documented to be asked by. */
export const isGet = (method: string): boolean => method === 'GET' || method === 'HEAD';

export function answersFor(country: CountryOverride): Answers {
  const { answer: kind = 'country', afterMs = 0 } = country.services ?? {};

  function said(good: () => ServiceResponse): ServiceResponse {
    switch (kind) {
      case 'country':
        return good();
      case 'error 429':
        return { ...plainText('Too Many Requests'), status: 429 };
      case 'error 500':
        return { ...plainText('Internal Server Error'), status: 500 };
      case 'malformed':
        return { type: good().type, body: MALFORMED };
    }
  }

  return (address) => {
    const request = serviceRequest(address);
    if (!request) return null;
    const { service, url } = request;
    const { status = 200, type, body, call } = said(() => service.answer(country, url));
    return {
      url: url.href.replace(/#.*/s, ''),
      isSameOrigin: url.origin === location.origin,
      status,
      statusText: STATUS_TEXTS[status] ?? '',
      headers: [
        ['content-type', type],
        ...(status === 429 ? [['retry-after', RETRY_AFTER] as const] : []),
      ],
      body,
      call,
      afterMs,
    };
  };
}
