import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { pagesInOneFile } from '../../../build/pagesInOneFile.ts';
import { removeUnloaded } from '../../../build/removeUnloaded.ts';

let root: string;
let folder: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'pages-'));
  folder = join(root, 'built');
});

afterEach(() => rm(root, { recursive: true }));

async function put(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), content);
  }
}

const page = (script: string): string =>
  [
    '<!doctype html>',
    '<html lang="en">',
    '  <head>',
    '  </head>',
    '  <body>',
    '    <div id="app"></div>',
    script,
    '  </body>',
    '</html>',
    '',
  ].join('\n');

const WITH_MAIN = page('    <script type="module" src="./main.ts"></script>');
const SOURCES = {
  'built/background.js': `import './assets/background.js';\n`,
  'built/assets/background.js': `console.log('background');\n`,
  'built/assets/main.js': `console.log('main as bundled with all else');\n`,
  'src/shared.ts': `export const shared = (): void => console.log('shared');\n`,
  'src/view.ts': `import { shared } from './shared.ts';\nimport './b.css';\nexport const view = () => { shared(); console.log('view'); };\n`,
  'src/later.ts': `import { shared } from './shared.ts';\nexport const later = () => { shared(); console.log('later'); };\n`,
  'src/main.ts': `import './a.css';\nimport { view } from './view.ts';\nview();\nvoid import('./later.ts').then(({ later }) => later());\n`,
  'src/a.css': 'a { color: red }',
  'src/b.css': 'b { color: blue }',
  'src/popup.html': WITH_MAIN,
  'src/panel.html': WITH_MAIN,
};

const build = (pages: readonly string[]): Promise<void> =>
  pagesInOneFile(root, folder, pages, { build: { target: 'es2024', minify: false } });

/** The files that a built page loads, as paths below the built folder. */
async function loadedBy(name: string): Promise<readonly string[]> {
  const html = await readFile(join(folder, name), 'utf8');
  return [...html.matchAll(/(?:src|href)="\/([^"]+)"/g)].map(([, path = '']) => path);
}

const read = (path: string): Promise<string> => readFile(join(folder, path), 'utf8');

test('Each page loads one script and one sheet, and equal pages the same', async () => {
  await put({ ...SOURCES, 'built/src/popup.html': '', 'built/src/panel.html': '' });
  await build(['src/popup.html', 'src/panel.html']);
  const loaded = await loadedBy('src/popup.html');
  expect(loaded).toEqual([
    expect.stringMatching(/^assets\/page-[\w-]+\.js$/),
    expect.stringMatching(/^assets\/page-[\w-]+\.css$/),
  ]);
  expect(await loadedBy('src/panel.html')).toEqual(loaded);
  const [code = '', sheet = ''] = await Promise.all(loaded.map(read));
  expect(code).not.toMatch(/^import /m);
  expect(code).toContain(`"view"`);
  expect(sheet).toContain('color: red');
  expect(sheet).toContain('color: blue');
});

test('What a page imports when it is there already is a file beside, that shares what the page has', async () => {
  await put({ ...SOURCES, 'built/src/popup.html': '' });
  await build(['src/popup.html']);
  const [script = ''] = await loadedBy('src/popup.html');
  const code = await read(script);
  expect(code).not.toContain(`"later"`);
  const [, imported = ''] = /import\("\.\/([^"]+)"\)/.exec(code) ?? [];
  const later = await read(`assets/${imported}`);
  expect(later).toContain(`"later"`);
  expect(later).not.toContain(`"shared"`);
});

test('What pages loaded before goes; what the background loads stays', async () => {
  await put({ ...SOURCES, 'built/src/popup.html': '' });
  await build(['src/popup.html']);
  await removeUnloaded(folder);
  const left = (await readdir(join(folder, 'assets'))).filter((name) => !name.startsWith('page-'));
  expect(left).toEqual(['background.js']);
});

test('A page that loads no script, or has no sheet, is told', async () => {
  await put({
    ...SOURCES,
    'src/empty.html': page(''),
    'src/bare.html': page('    <script type="module" src="./shared.ts"></script>'),
  });
  await expect(build(['src/empty.html'])).rejects.toThrow(
    'src/empty.html loads no script, so it would show nothing.',
  );
  await expect(build(['src/bare.html'])).rejects.toThrow(
    'src/bare.html has no sheet, so it would look like nothing.',
  );
});
