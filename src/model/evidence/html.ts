import { type Text, text } from '../text.ts';
import {
  type Evidence,
  evidenceTime,
  type InviteEvidence,
  type Picture,
  type ScenarioEvidence,
  type SiteEvidence,
  stateWord,
} from './evidence.ts';
import { Markup, markup } from './markup.ts';
import { EVIDENCE_STYLE, EVIDENCE_STYLE_HASH } from './style.ts';

/** Nothing but its own style and picture: the page runs no script and asks nobody for anything. */
const POLICY = `default-src 'none'; style-src '${EVIDENCE_STYLE_HASH}'; img-src data:; base-uri 'none'; form-action 'none'`;

const table = (
  head: readonly string[],
  rows: readonly (readonly (string | Markup)[])[],
): Markup => markup`
<table>
<thead><tr>${head.map((one) => markup`<th scope="col">${one}</th>`)}</tr></thead>
<tbody>
${rows.map((cells) => markup`<tr>${cells.map((cell) => markup`<td>${cell}</td>`)}</tr>\n`)}</tbody>
</table>`;

const time = (ms: number): Markup =>
  markup`<time datetime="${evidenceTime(ms)}">${evidenceTime(ms)}</time>`;

/** Evidence as a web page of its own, with a picture of the page. `words` gives the labels. */
export function evidenceHtml(
  evidence: Evidence,
  picture: Picture,
  words: (text: Text) => string,
): string {
  const none = markup`<p>${words(text('evidenceNone'))}</p>`;
  const fact = (name: Text, value: string | Markup) =>
    markup`<dt>${words(name)}</dt><dd>${value}</dd>\n`;

  const scenario = ({ name, state, conditions }: ScenarioEvidence): Markup => {
    const head = [text('evidenceNeeded'), text('evidenceVerdict'), text('evidencePresent')];
    const rows = conditions.map((one) => [one.needed, words(stateWord(one.state)), one.verdict]);
    return markup`<h3>${name} – ${words(stateWord(state))}</h3>${rows.length === 0 ? '' : table(head.map(words), rows)}\n`;
  };

  const invite = (one: InviteEvidence): Markup => {
    const head = [text('uiEntryKey'), text('uiEntryValue'), text('uiEntryDisplayable')];
    const rows = one.context.map(({ key, value, isDisplayable }) => [
      key,
      markup`<code>${JSON.stringify(value)}</code>`,
      words(text(isDisplayable ? 'uiYes' : 'uiNo')),
    ]);
    return markup`<h3>${time(one.at)} – ${one.by}</h3>
<dl>
${fact(text('uiMessage'), one.message)}<dt><code>showPrechat</code></dt><dd>${String(one.showPrechat)}</dd>
<dt><code>inNewWindow</code></dt><dd>${String(one.inNewWindow)}</dd>
</dl>${rows.length === 0 ? '' : table(head.map(words), rows)}\n`;
  };

  const lines = (all: readonly string[]): Markup =>
    markup`<ul>${all.map((one) => markup`<li><code>${one}</code></li>`)}</ul>`;
  const site = ({ answer, findings, calls }: SiteEvidence): Markup => markup`
<h2>${words(text('uiWhyNoInvite'))}</h2>
<p>${answer}</p>
${findings.map(({ cause, mend, evidence: where }) => markup`<h3>${cause}</h3><p>${mend}</p>${lines(where)}\n`)}
${calls.length === 0 ? '' : markup`<h3>${words(text('uiCalls'))}</h3>${lines(calls)}`}`;

  const timelineHead = [
    text('evidenceRealTime'),
    text('evidenceVisitorTime'),
    text('evidenceEvent'),
    text('evidenceCause'),
  ];
  const title = words(text('evidenceTitle'));
  const page = markup`<!doctype html>
<html lang="${evidence.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${title}: ${evidence.page.title}</title>
<style>${new Markup(EVIDENCE_STYLE)}</style>
</head>
<body>
<h1>${title}</h1>
<dl>
${fact(text('evidencePage'), evidence.page.address)}${fact(text('evidencePageTitle'), evidence.page.title)}${fact(
  text('uiVisitor'),
  evidence.visitor.join(' · ') || words(text('uiVisitorReal')),
)}${fact(text('evidenceBrowser'), evidence.browser)}${fact(text('evidenceExtension'), evidence.extension)}${fact(
  text('evidenceGathered'),
  time(evidence.at),
)}</dl>
<h2>${words(text('evidencePicture'))}</h2>
${
  'dataUrl' in picture
    ? markup`<img src="${picture.dataUrl}" alt="${words(text('evidencePictureOf', evidence.page.title))}">`
    : markup`<p>${picture.missing}</p>`
}
${evidence.site ? site(evidence.site) : ''}
<h2>${words(text('uiScenarios'))}</h2>
${evidence.scenarios.length === 0 ? none : evidence.scenarios.map(scenario)}
<h2>${words(text('evidenceInvites'))}</h2>
${evidence.invites.length === 0 ? none : evidence.invites.map(invite)}
<h2>${words(text('uiTimeline'))}</h2>
${
  evidence.timeline.length === 0
    ? none
    : table(
        timelineHead.map(words),
        evidence.timeline.map(({ at, visitorAt, what, by }) => [
          time(at),
          time(visitorAt),
          what,
          by ?? '',
        ]),
      )
}
</body>
</html>
`;
  return page.html;
}
