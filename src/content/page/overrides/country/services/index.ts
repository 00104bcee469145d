import { azureMaps } from './azureMaps.ts';
import { bigDataCloud } from './bigDataCloud.ts';
import { bingMaps } from './bingMaps.ts';
import { cloudflareTrace } from './cloudflareTrace.ts';
import { countryIs } from './countryIs.ts';
import { geojsIo } from './geojsIo.ts';
import { google } from './google.ts';
import { ipApiCom } from './ipApiCom.ts';
import { ipapiCo } from './ipapiCo.ts';
import { ipinfoIo } from './ipinfoIo.ts';
import { ipwhoIs } from './ipwhoIs.ts';
import { nominatim } from './nominatim.ts';
import type { LocationService } from './service.ts';

/** The location services that are answered in the visitor's country. A new one is its file and a line here. */
export const services = {
  azureMaps,
  bigDataCloud,
  bingMaps,
  cloudflareTrace,
  countryIs,
  geojsIo,
  google,
  ipApiCom,
  ipapiCo,
  ipinfoIo,
  ipwhoIs,
  nominatim,
} as const satisfies Readonly<Record<string, LocationService>>;
