import type { CountryOverride } from '../../../../../model/visitor/country.ts';

/** What a service says. */
export interface ServiceResponse {
  /** The HTTP status; 200 if absent. */
  readonly status?: number;
  /** The Content-Type of the response. */
  readonly type: string;
  readonly body: string;
  /** What the body does when it is a script: it calls this function of the page, such as `app.located`. */
  readonly call?: { readonly name: string; readonly value: unknown };
}

/** Where a request goes, as its address says it: read once for all the services that are asked whether it is theirs. */
export interface Destination {
  readonly hostname: string;
  readonly pathname: string;
}

/** A service on the web that tells sites where a visitor is. */
export interface LocationService {
  /** Of these texts each address of it has one: other requests are told apart by that alone, in a tenth of the time. */
  readonly signs: readonly string[];
  /** Whether a request that goes there, to this address, is one to the service. */
  matches(to: Destination, url: URL): boolean;
  /** What it answers there for the country. An invented country has no code: then it says what it says of unknown ones. */
  answer(country: CountryOverride, url: URL): ServiceResponse;
}

/** The visitor's IP address for services that tell it: of a block that nobody has, https://datatracker.ietf.org/doc/html/rfc5737 */
export const VISITOR_IP = '203.0.113.7';

/** A path that may name an IP address first: the services answer for any address as for the visitor's. */
export const withoutIp = (pathname: string): string =>
  pathname.replace(/^\/(\d+(\.\d+){3}|[\da-f]*(:[\da-f]*){2,7})(?=\/|$)/i, '') || '/';

export const json = (value: unknown): ServiceResponse => ({
  type: 'application/json; charset=utf-8',
  body: JSON.stringify(value),
});

/** JSON, or a script that calls a function with it, if one is named. */
export const jsonOrCall = (value: unknown, callback: string | null): ServiceResponse =>
  callback
    ? {
        type: 'text/javascript; charset=utf-8',
        body: `${callback}(${JSON.stringify(value)});`,
        call: { name: callback, value },
      }
    : json(value);

export const plainText = (body: string): ServiceResponse => ({
  type: 'text/plain; charset=utf-8',
  body,
});
