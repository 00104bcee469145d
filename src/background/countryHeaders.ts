import type { CountryOverride } from '../model/visitor/country.ts';
import { acceptLanguage } from '../model/visitor/language.ts';

/** The request headers in which CDNs and hosts tell a server the visitor's country, as an ISO 3166-1 alpha-2 code. */
const CDN_HEADERS = [
  // https://developers.cloudflare.com/fundamentals/reference/http-headers/#cf-ipcountry
  'cf-ipcountry',
  // https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/adding-cloudfront-headers.html
  'cloudfront-viewer-country',
  // https://vercel.com/docs/headers/request-headers#x-vercel-ip-country
  'x-vercel-ip-country',
  // https://cloud.google.com/appengine/docs/standard/reference/request-headers
  'x-appengine-country',
  // Of nobody in particular: what servers behind a proxy of their own are often told.
  'x-country-code',
] as const;

/** The request headers that a visitor from a country comes with; an invented country has no code to tell. */
export const countryHeaders = ({ code, cdnHeaders = true, language }: CountryOverride) => [
  ...(cdnHeaders && code !== null
    ? CDN_HEADERS.map((header) => ({ header, operation: 'set' as const, value: code }))
    : []),
  ...(language === undefined
    ? []
    : [
        {
          header: 'accept-language',
          operation: 'set' as const,
          value: acceptLanguage(language),
        },
      ]),
];
