/** Everything comes from this origin; nothing else can be fetched. */
const ownOriginOnly = [
  "default-src 'none'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "frame-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
];

// The address lookup of the shipping page's own trigger code; it fails without a network, which is intended.
const pageConnections = "connect-src 'self' https://dev.virtualearth.net";

/**
 * @param {string} nonce
 * @param {boolean} strict
 */
export function pagePolicy(nonce, strict) {
  const scripts = strict
    ? [
        `script-src 'nonce-${nonce}' 'strict-dynamic'`,
        "object-src 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
      ]
    : [`script-src 'self' 'nonce-${nonce}'`];
  return [...ownOriginOnly, "style-src 'self'", pageConnections, ...scripts].join('; ');
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
