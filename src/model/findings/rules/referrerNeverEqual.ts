import { isPossibleReferrer } from '../../visitor/referrer.ts';
import type { Source } from '../../watch/watched.ts';
import { comparedWithReferrer } from '../referrers.ts';
import { foundIn, type Rule } from '../rule.ts';

const impossible = (source: Source) =>
  comparedWithReferrer(source).filter(({ value }) => !isPossibleReferrer(value));

/** The referrer is compared with something that no browser sends: https://w3c.github.io/webappsec-referrer-policy/#strip-url */
export const referrerNeverEqual: Rule = {
  name: 'referrerNeverEqual',
  look({ watched: { sources } }) {
    const compared = sources.flatMap(impossible);
    return foundIn(
      compared.map(({ line }) => line),
      compared[0]?.value ?? '',
    );
  },
};
