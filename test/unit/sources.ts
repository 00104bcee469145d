import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '../..');

/** The files of the project that a pattern finds, by their paths from its root. */
export const filesOf = (pattern: string): readonly string[] =>
  globSync(pattern, { cwd: root })
    .map((path) => path.replaceAll('\\', '/'))
    .sort();

export const contentOf = (path: string): string => readFileSync(join(root, path), 'utf8');
