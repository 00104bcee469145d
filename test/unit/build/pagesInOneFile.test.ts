import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { pagesInOneFile } from '../../../build/pagesInOneFile.ts';
import { removeUnloaded } from '../../../build/removeUnloaded.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pages-'));
});

afterEach(() => rm(folder, { recursive: true }));

async function put(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
}

const page = (scripts: readonly string[], sheets: readonly string[]): string =>
  [
    '<!doctype html>',
    '<html lang="en">',
    '  <head>',
    ...scripts.map(
      (name) => `    <script type="module" crossorigin src="/assets/${name}"></script>`,
    ),
    ...sheets.map((name) => `    <link rel="stylesheet" crossorigin href="/assets/${name}">`),
    '  </head>',
    '  <body></body>',
    '</html>',
    '',
  ].join('\n');

const BUILT = {
  'background.js': `import './assets/background.js';\n`,
  'assets/background.js': `import { shared } from "./shared.js";\nshared();\n`,
  'assets/shared.js': `export const shared = () => console.log('shared');\n`,
  'assets/view.js': `import { shared } from "./shared.js";\nexport const view = () => { shared(); console.log('view'); };\n`,
  'assets/main.js': `import { view } from "./view.js";\nview();\n`,
  'assets/a.css': 'a { color: red }',
  'assets/b.css': 'b { color: blue }',
  'popup.html': page(['shared.js', 'view.js', 'main.js'], ['a.css', 'b.css']),
  'panel.html': page(['shared.js', 'view.js', 'main.js'], ['a.css', 'b.css']),
};

test('Each page loads one script and one sheet, and equal pages the same', async () => {
  await put(BUILT);
  await pagesInOneFile(folder, ['popup.html', 'panel.html'], 'es2024');
  const popup = await readFile(join(folder, 'popup.html'), 'utf8');
  expect(await readFile(join(folder, 'panel.html'), 'utf8')).toBe(popup);
  const [, script = ''] = /<script type="module" src="\/(assets\/page-\w+\.js)">/.exec(popup) ?? [];
  const [, sheet = ''] =
    /<link rel="stylesheet" href="\/(assets\/page-\w+\.css)">/.exec(popup) ?? [];
  expect(popup.match(/<script|<link/g)).toHaveLength(2);
  expect(await readFile(join(folder, sheet), 'utf8')).toBe('a { color: red }\nb { color: blue }');
  const code = await readFile(join(folder, script), 'utf8');
  expect(code).not.toMatch(/^import /m);
  expect(code).toContain('view');
});

test('What only pages have loaded goes; what the background loads stays', async () => {
  await put(BUILT);
  await pagesInOneFile(folder, ['popup.html', 'panel.html'], 'es2024');
  await removeUnloaded(folder);
  const left = (await readdir(join(folder, 'assets'))).filter((name) => !name.startsWith('page-'));
  expect(left.sort()).toEqual(['background.js', 'shared.js']);
});

test('A page that loads nothing is told', async () => {
  await put({ ...BUILT, 'popup.html': page([], ['a.css']) });
  await expect(pagesInOneFile(folder, ['popup.html'], 'es2024')).rejects.toThrow(
    'popup.html loads no script or no sheet, so it would show nothing.',
  );
});
