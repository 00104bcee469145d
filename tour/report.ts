import { writeFile } from 'node:fs/promises';
import type { Run } from './run.ts';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};
const escaped = (text: string) => text.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? '');

const CAUSES = {
  scenario: 'the extension',
  site: 'the site’s own code',
  fire: 'Fire now',
} as const;

function contextTable(context: Run['context']): string {
  const rows = Object.entries(context ?? {}).map(
    ([key, { value }]) =>
      `<tr><th scope="row">${escaped(key)}</th><td>${escaped(String(value))}</td></tr>`,
  );
  return rows.length === 0 ? '' : `<table>${rows.join('')}</table>`;
}

function card(run: Run): string {
  const picture = run.screenshot
    ? `<img src="${escaped(run.screenshot)}" alt="The page with the invite" loading="lazy">`
    : '';
  const cause = run.cause ? ` by ${CAUSES[run.cause]}` : '';
  return `<article class="${run.outcome === 'shown' ? 'good' : 'bad'}">
${picture}
<h2>${run.scenario}. ${escaped(run.title)}</h2>
<p><strong>${escaped(run.outcome)}</strong>${cause} in ${run.browser}, after ${(run.ms / 1000).toFixed(1)} s</p>
<p>${escaped(run.message ?? run.why)}</p>
${contextTable(run.context)}
</article>`;
}

const STYLE = `
:root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif; }
body { margin: 2rem auto; max-width: 72rem; padding: 0 1rem; }
main { display: grid; gap: 1.5rem; grid-template-columns: repeat(auto-fill, minmax(20rem, 1fr)); }
article { border: 1px solid color-mix(in srgb, currentColor 20%, transparent); border-radius: 12px; overflow: hidden; padding: 0 1rem 1rem; }
article.bad { border-color: #c2410c; }
img { display: block; margin: 0 -1rem; width: calc(100% + 2rem); }
h2 { font-size: 1.05rem; }
th { font-weight: 500; padding-right: 1rem; text-align: left; vertical-align: top; }
td { overflow-wrap: anywhere; }
`;

/** Writes report.json and index.html, which say what came of every play, into a folder. */
export async function writeReport(folder: string, runs: readonly Run[]): Promise<void> {
  await writeFile(`${folder}/report.json`, `${JSON.stringify({ runs }, null, 2)}\n`);
  const shown = runs.filter(({ outcome }) => outcome === 'shown').length;
  await writeFile(
    `${folder}/index.html`,
    `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Tour of the triggers</title>
<style>${STYLE}</style>
<h1>${shown} of ${runs.length} invites shown</h1>
<main>
${runs.map(card).join('\n')}
</main>
</html>
`,
  );
}
