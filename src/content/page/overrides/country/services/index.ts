import { bigDataCloud } from './bigDataCloud.ts';
import { bingMaps } from './bingMaps.ts';
import { ipapiCo } from './ipapiCo.ts';
import { nominatim } from './nominatim.ts';
import type { LocationService } from './service.ts';

/** The location services that are answered in the visitor's country. A new one is its file and a line here. */
const services: readonly LocationService[] = [bingMaps, nominatim, bigDataCloud, ipapiCo];

/** The service that a request goes to; undefined for any other request. `address` may be relative. */
export function serviceFor(address: string): LocationService | undefined {
  try {
    const url = new URL(address, document.baseURI);
    return services.find((service) => service.matches(url));
  } catch {
    return undefined;
  }
}
