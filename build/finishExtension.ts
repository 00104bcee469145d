import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type InlineConfig, type Plugin, parseSync } from 'vite';
import { pagesInOneFile } from './pagesInOneFile.ts';
import { removeUnloaded } from './removeUnloaded.ts';
import { withoutStringCode } from './withoutStringCode.ts';

/** The scripts that are injected into pages, by their built names. */
const CONTENT_SCRIPTS = [
  'src/content/page/main.iife.js',
  'src/content/bridge.iife.js',
  'src/content/page/standIn/standIn.iife.js',
  'src/content/overlay/overlay.iife.js',
];

/** Our own pages, in the sources as in what is built of them. */
const PAGES = ['src/popup/index.html', 'src/popup/panel.html', 'src/popup/welcome.html'];

/**
 * A content script must be one file that runs at once: a module or a loader runs after the page's first
 * scripts. Throws if it is not.
 */
export function checkContentScript(name: string, code: string): void {
  const { program, module, errors } = parseSync(name, code, { sourceType: 'script' });
  const fail = (why: string): never => {
    throw new Error(`${name} is not one synchronous self-contained script: ${why}.`);
  };
  if (errors.length > 0) fail(`it does not parse as a script (${errors[0]?.message})`);
  if (module.dynamicImports.length > 0) fail('it loads other code with import()');
  const [only, ...more] = program.body.filter((statement) => !('directive' in statement));
  const call = only?.type === 'ExpressionStatement' ? only.expression : null;
  const callee = call?.type === 'CallExpression' ? call.callee : null;
  const called = callee?.type === 'ParenthesizedExpression' ? callee.expression : callee;
  const isFunction =
    called?.type === 'FunctionExpression' || called?.type === 'ArrowFunctionExpression';
  if (more.length > 0 || !isFunction)
    fail('it is not a single function that is called, so its names would become the page’s');
}

/** Finishes what the bundler wrote: mends the manifest, takes away what nothing uses, and checks the rest. */
export function finishExtension(): Plugin {
  let root = '';
  let folder = '';
  let pagesLike: InlineConfig = {};
  let isWritten = false;
  return {
    name: 'finish-extension',
    apply: 'build',
    configResolved(config) {
      root = config.root;
      folder = resolve(root, config.build.outDir);
      const { target, minify } = config.build;
      pagesLike = {
        mode: config.mode,
        plugins: [withoutStringCode()],
        resolve: { alias: config.resolve.alias },
        build: { target, minify },
      };
    },
    writeBundle() {
      isWritten = true;
    },
    closeBundle: {
      order: 'post',
      sequential: true,
      async handler() {
        // A build that has failed says so itself.
        if (!isWritten) return;
        await hideFromPages(join(folder, 'manifest.json'));
        await pagesInOneFile(root, folder, PAGES, pagesLike);
        await removeUnloaded(folder);
        for (const name of CONTENT_SCRIPTS) {
          checkContentScript(name, await readFile(join(folder, name), 'utf8'));
        }
      },
    },
  };
}

/**
 * The bundler makes the content scripts readable for every page, which would tell pages of us. Registered
 * scripts need no such permission.
 */
async function hideFromPages(path: string): Promise<void> {
  const { web_accessible_resources: _, ...manifest }: Record<string, unknown> = JSON.parse(
    await readFile(path, 'utf8'),
  );
  await writeFile(path, `${JSON.stringify(manifest, null, 2)}\n`);
}
