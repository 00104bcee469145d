import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { build, type InlineConfig, type Rolldown } from 'vite';
import { builtFiles } from './builtFiles.ts';

const SCRIPT = /[ \t]*<script type="module" src="\.\/([^"]+)"><\/script>\n/;

/** The page with the files that were built of its script, before anything that it shows. */
const loading = (html: string, script: string, sheet: string): string =>
  html
    .replace(SCRIPT, '')
    .replace(
      '  </head>',
      `    <script type="module" src="/${script}"></script>\n    <link rel="stylesheet" href="/${sheet}">\n  </head>`,
    );

/** A module and all that it imports as one script and one sheet; what it imports with `import()` beside them. */
async function built(
  module: string,
  config: InlineConfig,
): Promise<readonly (Rolldown.OutputChunk | Rolldown.OutputAsset)[]> {
  const name = 'assets/page-[hash]';
  const result = await build({
    ...config,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      ...config.build,
      write: false,
      // Other builds wrap each import() into code of the bundler's own.
      lib: { entry: module, formats: ['es'], cssFileName: 'page' },
      rolldownOptions: {
        // Nobody imports a page, so what is imported later may take what it needs from the page's own script.
        preserveEntrySignatures: false,
        output: {
          entryFileNames: `${name}.js`,
          chunkFileNames: `${name}.js`,
          assetFileNames: `${name}[extname]`,
        },
      },
    },
  });
  return builtFiles(result);
}

/**
 * Makes each of an extension's pages load one script and one sheet: the bundler gives what pages and the
 * background have in common files of its own, and a popup that waits for a dozen of them opens a fifth later.
 * What a page imports with `import()`, when it is there already, is a file beside them.
 * `pages` are in the folder `root` and come into `folder`, that of the built extension, under the same
 * paths; `config` is what is to be as in the build of all else. Throws if a page would show nothing.
 */
export async function pagesInOneFile(
  root: string,
  folder: string,
  pages: readonly string[],
  config: InlineConfig,
): Promise<void> {
  const builds = new Map<string, ReturnType<typeof built>>();
  for (const page of pages) {
    const html = await readFile(join(root, page), 'utf8');
    const [, path] = SCRIPT.exec(html) ?? [];
    if (path === undefined) throw new Error(`${page} loads no script, so it would show nothing.`);
    const module = join(root, dirname(page), path);
    const building = builds.get(module) ?? built(module, { ...config, root });
    builds.set(module, building);
    const files = await building;
    for (const file of files) {
      const target = join(folder, file.fileName);
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, file.type === 'chunk' ? file.code : file.source);
    }
    const script = files.find((file) => file.type === 'chunk' && file.isEntry);
    const sheet = files.find(({ fileName }) => fileName.endsWith('.css'));
    if (!script || !sheet) throw new Error(`${page} has no sheet, so it would look like nothing.`);
    await writeFile(join(folder, page), loading(html, script.fileName, sheet.fileName));
  }
}
