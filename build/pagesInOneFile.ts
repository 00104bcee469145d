import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import { builtScript } from './builtScript.ts';

const SCRIPT = /[ \t]*<script type="module"[^>]* src="\/(assets\/[^"]+)"><\/script>\n/g;
const SHEET = /[ \t]*<link rel="stylesheet"[^>]* href="\/(assets\/[^"]+)">\n/g;

/** The files that a built page loads, as paths below its extension's folder, in their order. */
const loadedBy = (
  html: string,
): { readonly scripts: readonly string[]; readonly sheets: readonly string[] } => ({
  scripts: [...html.matchAll(SCRIPT)].map(([, path = '']) => path),
  sheets: [...html.matchAll(SHEET)].map(([, path = '']) => path),
});

/** The page with one script and one sheet in place of all that it loads. */
const loading = (html: string, script: string, sheet: string): string =>
  html
    .replace(SCRIPT, '')
    .replace(SHEET, '')
    .replace(
      '  </head>',
      `    <script type="module" src="/${script}"></script>\n    <link rel="stylesheet" href="/${sheet}">\n  </head>`,
    );

/** Modules and all that they import as one. */
async function joined(modules: readonly string[], target: string): Promise<string> {
  const entry = 'page';
  const result = await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    plugins: [
      {
        name: 'page',
        resolveId: (id) => (id === entry ? id : null),
        load: (id) =>
          id === entry ? modules.map((path) => `import ${JSON.stringify(path)};`).join('\n') : null,
      },
    ],
    build: {
      write: false,
      minify: false,
      target,
      rolldownOptions: { input: entry, output: { codeSplitting: false } },
    },
  });
  return builtScript(result, modules.join(', '));
}

/** Writes what pages load, and pages that load the same get one file; gives its path below the folder. */
async function write(folder: string, content: string, extension: 'js' | 'css'): Promise<string> {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 8);
  const path = `assets/page-${hash}.${extension}`;
  await writeFile(join(folder, path), content);
  return path;
}

/**
 * Makes each of an extension's pages load one script and one sheet. The bundler gives what pages and the
 * background have in common files of its own; a popup that waits for a dozen of them opens a fifth later.
 * `folder` is that of the built extension, `pages` are below it; `target` is the browser's.
 */
export async function pagesInOneFile(
  folder: string,
  pages: readonly string[],
  target: string,
): Promise<void> {
  for (const page of pages) {
    const html = await readFile(join(folder, page), 'utf8');
    const { scripts, sheets } = loadedBy(html);
    if (scripts.length === 0 || sheets.length === 0)
      throw new Error(`${page} loads no script or no sheet, so it would show nothing.`);
    const script = await joined(
      scripts.map((path) => join(folder, path)),
      target,
    );
    const texts = await Promise.all(sheets.map((path) => readFile(join(folder, path), 'utf8')));
    await writeFile(
      join(folder, page),
      loading(
        html,
        await write(folder, script, 'js'),
        await write(folder, texts.join('\n'), 'css'),
      ),
    );
  }
}
