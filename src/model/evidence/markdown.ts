import { type Text, text } from '../text.ts';
import {
  type Evidence,
  evidenceTime,
  type InviteEvidence,
  type ScenarioEvidence,
  type SiteEvidence,
  stateWord,
} from './evidence.ts';

/*
 * GitHub Flavored Markdown: https://github.github.com/gfm/. Much of the evidence was written by the page,
 * so every text of it goes through `plain` or `literal`.
 */

/** Line breaks and other control characters, and those that turn the direction of what follows. */
const UNSEEN = /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]+/gu;

const oneLine = (value: string): string => value.replace(UNSEEN, ' ').trim();

/** A text that means nothing but itself, in a line or in the cell of a table. */
export const plain = (value: string): string =>
  oneLine(value)
    .replace(/[\\`*_[\]<>&~$]/g, '\\$&')
    // Tables divide their cells before they look at backslashes.
    .replaceAll('|', '&#124;')
    // No reader of the report is to be told of it.
    .replaceAll('@', '&#64;');

/** A text as code, to be copied to the letter. Not for tables. */
export function literal(value: string): string {
  const line = oneLine(value);
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const space = line === '' || line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return `${fence}${space}${line}${space}${fence}`;
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

/** Evidence as Markdown, for a bug report. `words` gives the labels. */
export function evidenceMarkdown(evidence: Evidence, words: (text: Text) => string): string {
  const label = (one: Text) => plain(words(one));
  const item = (name: Text, value: string) => `- **${label(name)}**: ${value}`;
  const yesNo = (value: boolean) => label(text(value ? 'uiYes' : 'uiNo'));

  const scenario = ({ name, state, conditions }: ScenarioEvidence): string => {
    const title = `**${plain(name)}** – ${label(stateWord(state))}`;
    if (conditions.length === 0) return title;
    const head = [text('evidenceNeeded'), text('evidenceVerdict'), text('evidencePresent')];
    const rows = conditions.map((one) => [
      plain(one.needed),
      label(stateWord(one.state)),
      plain(one.verdict),
    ]);
    return `${title}\n\n${table(head.map(label), rows)}`;
  };

  const invite = (one: InviteEvidence): string => {
    const lines = [
      `**${evidenceTime(one.at)}** – ${plain(one.by)}`,
      '',
      item(text('uiMessage'), literal(one.message)),
      `- \`showPrechat\`: ${one.showPrechat}`,
      `- \`inNewWindow\`: ${one.inNewWindow}`,
    ];
    if (one.context.length === 0) return lines.join('\n');
    const head = [text('uiEntryKey'), text('uiEntryValue'), text('uiEntryDisplayable')];
    const rows = one.context.map(({ key, value, isDisplayable }) => [
      plain(key),
      plain(JSON.stringify(value)),
      yesNo(isDisplayable),
    ]);
    return `${lines.join('\n')}\n\n${table(head.map(label), rows)}`;
  };

  const site = ({ answer, findings, calls }: SiteEvidence): string =>
    [
      `### ${label(text('uiWhyNoInvite'))}`,
      `**${plain(answer)}**`,
      ...findings.map(({ cause, mend, evidence: where }) =>
        [`**${plain(cause)}** ${plain(mend)}`, '', ...where.map((one) => `- ${literal(one)}`)].join(
          '\n',
        ),
      ),
      ...(calls.length > 0
        ? [`**${label(text('uiCalls'))}**`, calls.map((one) => `- ${literal(one)}`).join('\n')]
        : []),
    ].join('\n\n');

  const timelineHead = [
    text('evidenceRealTime'),
    text('evidenceVisitorTime'),
    text('evidenceEvent'),
    text('evidenceCause'),
  ];
  const none = label(text('evidenceNone'));
  const visitor = evidence.visitor.map(plain).join(' · ');
  return [
    `## ${label(text('evidenceTitle'))}`,
    [
      item(text('evidencePage'), literal(evidence.page.address)),
      item(text('evidencePageTitle'), literal(evidence.page.title)),
      item(text('uiVisitor'), visitor || label(text('uiVisitorReal'))),
      item(text('evidenceBrowser'), literal(evidence.browser)),
      item(text('evidenceExtension'), plain(evidence.extension)),
      item(text('evidenceGathered'), evidenceTime(evidence.at)),
    ].join('\n'),
    ...(evidence.site ? [site(evidence.site)] : []),
    `### ${label(text('uiScenarios'))}`,
    evidence.scenarios.map(scenario).join('\n\n') || none,
    `### ${label(text('evidenceInvites'))}`,
    evidence.invites.map(invite).join('\n\n') || none,
    `### ${label(text('uiTimeline'))}`,
    evidence.timeline.length === 0
      ? none
      : table(
          timelineHead.map(label),
          evidence.timeline.map(({ at, visitorAt, what, by }) => [
            evidenceTime(at),
            evidenceTime(visitorAt),
            plain(what),
            plain(by ?? ''),
          ]),
        ),
  ]
    .join('\n\n')
    .concat('\n');
}
