import type { CountryOverride } from '../../../../../model/visitor/country.ts';

/** A service on the web that tells sites where a visitor is. */
export interface LocationService {
  /** Whether a request for this address is one to the service. */
  matches(url: URL): boolean;
  /** The body of its answer for the country, as JSON. */
  answer(country: CountryOverride): unknown;
}
