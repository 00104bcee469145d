import { type LocationService, plainText, VISITOR_IP } from './service.ts';

/** Cloudflare's code for a country that it does not know: https://developers.cloudflare.com/fundamentals/reference/http-headers/#cf-ipcountry */
const UNKNOWN = 'XX';

/** The real clock: that of a server is not the visitor's. */
const { now } = Date;

/** What Cloudflare says of a visitor under every host it stands in front of: https://developers.cloudflare.com/fundamentals/reference/cdn-cgi-endpoint/ */
export const cloudflareTrace: LocationService = {
  signs: ['cdn-cgi'],
  matches: ({ pathname }) => pathname === '/cdn-cgi/trace',
  answer: ({ code }, { hostname, protocol }) =>
    plainText(
      `${Object.entries({
        fl: '000f000',
        h: hostname,
        ip: VISITOR_IP,
        ts: (now() / 1000).toFixed(3),
        visit_scheme: protocol.slice(0, -1),
        uag: navigator.userAgent,
        colo: 'XXX',
        sliver: 'none',
        http: 'http/2',
        loc: code ?? UNKNOWN,
        tls: 'TLSv1.3',
        sni: 'plaintext',
        warp: 'off',
        gateway: 'off',
        rbi: 'off',
        kex: 'X25519',
      })
        .map(([key, value]) => `${key}=${value}`)
        .join('\n')}\n`,
    ),
};
