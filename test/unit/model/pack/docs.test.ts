import { expect, test } from 'vitest';
import { readPack } from '../../../../src/model/pack/read.ts';
import { contentOf } from '../../sources.ts';

/** The packs among the JSON samples of a document. */
const packsIn = (path: string): readonly string[] =>
  [...contentOf(path).matchAll(/```json\n([^`]*)```/g)]
    .map(([, json = '']) => json)
    .filter((json) => json.includes('trigger-simulator-pack'));

test.each(['README.md', 'docs/pack.md'])('The sample of %s is a pack', (path) => {
  const packs = packsIn(path);
  expect(packs).toHaveLength(1);
  for (const pack of packs) expect(readPack(pack)).toHaveProperty('pack');
});
