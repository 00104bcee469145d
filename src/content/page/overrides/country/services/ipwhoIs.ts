import { jsonOrCall, type LocationService, VISITOR_IP, withoutIp } from './service.ts';

/** A country's flag: two letters of https://unicode.org/reports/tr51/#Flags */
const flagOf = (code: string): string =>
  String.fromCodePoint(...[...code].map((letter) => 0x1f1a5 + letter.charCodeAt(0)));

/** ipwho.is, location of the caller's IP address: https://ipwhois.io/documentation */
export const ipwhoIs: LocationService = {
  signs: ['ipwho.is'],
  matches: ({ hostname, pathname }) => hostname === 'ipwho.is' && withoutIp(pathname) === '/',
  answer: ({ name, code, latitude, longitude, timeZone }, { searchParams }) =>
    jsonOrCall(
      {
        ip: VISITOR_IP,
        success: true,
        type: 'IPv4',
        continent: '',
        continent_code: '',
        country: name,
        country_code: code ?? '',
        region: '',
        region_code: '',
        city: '',
        latitude,
        longitude,
        postal: '',
        flag:
          code === null
            ? {}
            : {
                img: `https://cdn.ipwhois.io/flags/${code.toLowerCase()}.svg`,
                emoji: flagOf(code),
              },
        timezone: timeZone === undefined ? {} : { id: timeZone },
      },
      searchParams.get('callback'),
    ),
};
