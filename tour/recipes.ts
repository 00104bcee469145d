import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const README = join(import.meta.dirname, '..', 'README.md');

/** One of the numbered steps of a section of the README. */
export interface Recipe {
  readonly markdown: string;
  /** The page of the staging site that it begins at; null if it names none. */
  readonly page: string | null;
  /** The words of the controls that it says to use, in order. */
  readonly controls: readonly string[];
}

const recipeOf = (markdown: string): Recipe => ({
  markdown,
  page: markdown.match(/`(\/[^`]*)`/)?.[1] ?? null,
  controls: [...markdown.matchAll(/\*\*(.+?)\*\*/g)].map(([, words = '']) => words),
});

/** The numbered steps of the section of the README with this title. Throws if it has none. */
export async function recipesUnder(title: string): Promise<readonly Recipe[]> {
  const [, section = ''] = (await readFile(README, 'utf8')).split(`\n## ${title}\n`);
  const [steps = ''] = section.split('\n## ');
  const recipes = [...steps.matchAll(/^\d+\. (.+)$/gm)].map(([, markdown = '']) =>
    recipeOf(markdown),
  );
  if (recipes.length === 0) throw new Error(`The README has no steps under “${title}”.`);
  return recipes;
}

/** The section of `npm run demo`. */
export const DEMO = 'Try it without a site of your own';

/** Markdown as it reads in a terminal. */
export const plain = (markdown: string): string => markdown.replaceAll(/\*\*|`/g, '');
