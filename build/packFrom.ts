import type { Pack } from '../src/model/pack/pack.ts';
import { readPack } from '../src/model/pack/read.ts';
import { inEnglish } from './inEnglish.ts';

/** The pack that a text is. Raises an Error with line and field of what is wrong with it. */
export function packFrom(json: string): Pack {
  const read = readPack(json);
  if ('pack' in read) return read.pack;
  const lines = read.problems.map(
    ({ line, column, field, text }) =>
      `Line ${line}, column ${column}: ${field} ${inEnglish(text)}`,
  );
  throw new Error(lines.join('\n'));
}
