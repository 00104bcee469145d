import * as v from 'valibot';
import { PACK_FORMAT, PACK_VERSION, type PackItems } from './pack.ts';
import { packSchema } from './schema.ts';

/**
 * The text of a pack: JSON with two spaces, keys always in the same order, so that versions of a file can be
 * compared line by line.
 */
export function writePack(items: PackItems): string {
  // The schema gives the keys in its own order.
  const pack = v.parse(packSchema, { format: PACK_FORMAT, version: PACK_VERSION, ...items });
  return `${JSON.stringify(pack, null, 2)}\n`;
}
