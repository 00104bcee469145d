import { isPossibleReferrer, realReferrers } from '../../visitor/referrer.ts';
import type { Source } from '../../watch/watched.ts';
import { comparedWithReferrer, type ReferrerCompared } from '../referrers.ts';
import { foundIn, type Rule } from '../rule.ts';

/** Whether a page is meant, which no browser names like that. Who makes sure that it is not, say, `null` asks for no page. */
const isFault = ({ value, isEqual }: ReferrerCompared): boolean =>
  !isPossibleReferrer(value) && (isEqual || realReferrers(value) !== null);

const impossible = (source: Source) => comparedWithReferrer(source).filter(isFault);

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
