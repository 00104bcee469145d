/** Everything comes from this origin; nothing else can be fetched. */
const ownOriginOnly = [
  "default-src 'none'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "frame-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
];

/** Whom the site's own code asks where the visitor is; they cannot be reached without a network, which is intended. */
const locationServices = [
  'https://api.bigdatacloud.net',
  'https://api.country.is',
  'https://atlas.microsoft.com',
  'https://dev.virtualearth.net',
  'https://get.geojs.io',
  'https://ipapi.co',
  'https://ipinfo.io',
  'https://ipwho.is',
  'https://maps.googleapis.com',
  'https://nominatim.openstreetmap.org',
  'http://ip-api.com',
].join(' ');

/**
 * @param {string} nonce
 * @param {Pick<ReturnType<typeof import('./switches.mjs').readSwitches>, 'strictCsp' | 'refusesWidget'>} switches
 * @param {boolean} forbidsLocationServices
 */
export function pagePolicy(nonce, { strictCsp, refusesWidget }, forbidsLocationServices) {
  const scripts = strictCsp
    ? [
        `script-src 'nonce-${nonce}' 'strict-dynamic'`,
        "object-src 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
      ]
    : [`script-src ${refusesWidget ? '' : "'self' "}'nonce-${nonce}' ${locationServices}`];
  const connections = `connect-src 'self' ${forbidsLocationServices ? '' : locationServices}`;
  return [...ownOriginOnly, "style-src 'self'", connections, ...scripts].join('; ');
}

/** The vendor's widget writes style elements, tries out eval, keeps its sound in a data address and a worker in a blob. */
export const framePolicy = [
  ...ownOriginOnly,
  "script-src 'self' 'unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "media-src 'self' data:",
  'worker-src blob:',
  "connect-src 'self'",
].join('; ');
