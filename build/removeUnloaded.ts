import { readdir, readFile, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';

/** Whether a text loads a file: names it in quotes, not in a comment of the bundler. */
const isLoadedIn = (text: string, path: string): boolean =>
  text.includes(`/${basename(path)}"`) || text.includes(`/${basename(path)}'`);

/**
 * Removes the files in the folder `assets` of a built extension that no other file loads: the module that
 * the bundler makes of each self-contained script too, and what pages loaded before it was joined.
 */
export async function removeUnloaded(folder: string): Promise<void> {
  const all = await readdir(folder, { recursive: true });
  const texts = new Map<string, string>();
  for (const path of all)
    if (/\.(?:js|css|html|json)$/.test(path))
      texts.set(path, await readFile(join(folder, path), 'utf8'));
  const unloaded = [...texts.keys()].filter(
    (path) =>
      path.startsWith('assets/') &&
      ![...texts].some(([other, text]) => other !== path && isLoadedIn(text, path)),
  );
  if (unloaded.length === 0) return;
  for (const path of unloaded) await rm(join(folder, path));
  // What only those have loaded.
  await removeUnloaded(folder);
}
