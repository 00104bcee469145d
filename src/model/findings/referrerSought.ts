import type { Source } from '../watch/watched.ts';
import { findAll, isCodeAt, readSource, turnsBack } from './code.ts';
import { referrerIn } from './referrers.ts';

const SOUGHT =
  /(!?)(?<![\w$.])((?:window\.)?document\.referrer|[A-Za-z_$][\w$]{0,60})(?:\?\.|\.)(?:toLowerCase\(\)\.)?(includes|startsWith|indexOf)\(\s{0,20}(?:'([^'\\\n]{1,200})'|"([^"\\\n]{1,200})")\s{0,20}\)(\s{0,20}(?:[=!]==?\s{0,20}-1|<\s{0,20}0|>=?\s{0,20}(?:0|-1)))?/g;

/** Whether a call asks that the text be there, by what stands before and behind it. */
const isAskedFor = (not: string, method: string, behind: string): boolean =>
  not === '' && !(method === 'indexOf' && /^\s*(?:==|<)/.test(behind));

/** What a browser could send as referrer that has a text in it, or begins with it; null if there is none. */
function addressWith(text: string, isBeginning: boolean): string | null {
  const candidates = [
    ...(text.endsWith('.') ? [`${text}com/`] : []),
    text,
    `${text}/`,
    ...(isBeginning
      ? []
      : [
          // A word is most of a host, one with a dot in it a whole one.
          ...(/^[\w-]+\.?$/.test(text) ? [`https://www.${text.replace(/\.$/, '')}.com/`] : []),
          ...(/^[\w-]+(?:\.[\w-]+)+/.test(text) ? [`https://${text}`, `https://${text}/`] : []),
          `https://www.example.com${text}`,
          `https://www.example.com/${text}`,
        ]),
  ];
  const isSent = (address: string): boolean =>
    /^https?:/.test(address) && URL.canParse(address) && new URL(address).href === address;
  return candidates.find((address) => isSent(address) && address.includes(text)) ?? null;
}

/** Referrers in which a source finds what it seeks in them: `document.referrer.includes('google')`. */
export function soughtInReferrer(source: Source): readonly string[] {
  const read = readSource(source);
  if (!read.code.includes('referrer')) return [];
  const isReferrer = referrerIn(read.code);
  return findAll(read.code, SOUGHT)
    .filter(({ index, 2: name }) => isCodeAt(read, index) && isReferrer(name))
    .filter((found) => {
      const [all, not = '', , method = '', , , behind = ''] = found;
      return isAskedFor(not, method, behind) !== turnsBack(read, found.index + all.length);
    })
    .map(([, , , method, single, double]) =>
      addressWith(single ?? double ?? '', method === 'startsWith'),
    )
    .filter((address) => address !== null);
}
