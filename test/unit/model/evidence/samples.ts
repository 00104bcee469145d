import {
  type EvidenceSource,
  gatherEvidence,
  type SiteEvidence,
} from '../../../../src/model/evidence/evidence.ts';
import type { TimelineEvent } from '../../../../src/model/timeline.ts';
import { facts, invite, scenario } from '../../builders.ts';
import { render } from '../../render.ts';

/** Texts with which a page could try to be more than a text. */
export const hostile = [
  '</style><script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onload='alert(1)",
  '| a cell | more |\n| --- |',
  '`code` ``` more',
  '\\| \\` \\\\',
  '\n# A heading\n- a point\n\n```\nfence',
  '[a link](https://evil.example) ![a picture](x) <https://evil.example>',
  '**bold** _slanted_ ~~struck~~ &lt;&#60; $x$ @somebody',
  '\u202Etxet desrever\u2028another line',
] as const;

export const offered = (parts: Partial<TimelineEvent> = {}): TimelineEvent => ({
  kind: 'offered',
  text: { key: 'offered', values: ['May I help?'] },
  at: Date.UTC(2026, 5, 1, 10, 0, 0, 250),
  visitorAt: Date.UTC(2026, 11, 24, 18),
  cause: 'scenario',
  scenarioId: 'sample',
  invite: invite({
    showPrechat: true,
    context: [
      { key: 'Page URL', value: 'https://shop.example/', isDisplayable: true },
      { key: 'Visits', value: 3, isDisplayable: false },
    ],
  }),
  ...parts,
});

/** What evidence is made of: one scenario that waits, one invite. */
export const source = (parts: Partial<EvidenceSource> = {}): EvidenceSource => ({
  at: Date.UTC(2026, 5, 1, 10, 1),
  language: 'en',
  page: { address: 'https://shop.example/support', title: 'Support' },
  browser: 'A browser 1.0',
  extension: 'Trigger Simulator 0.1.0',
  visitor: ['Ruritania', '3rd visit'],
  site: null,
  scenarios: [scenario({ name: 'Stays' })],
  factsOf: () => facts({ sinceReady: 5000 }),
  timeline: [offered()],
  ...parts,
});

export const evidence = (parts: Partial<EvidenceSource> = {}) =>
  gatherEvidence(source(parts), {
    words: render,
    scenarioName: ({ id, name }) => name ?? id,
    by: ({ cause }) => cause ?? null,
  });

/** What was seen of a site's own code, in which a text stands wherever there is one. */
export const siteEvidence = (text: string): SiteEvidence => ({
  answer: text,
  findings: [{ cause: text, mend: text, evidence: [text] }],
  calls: [text],
});

/** Evidence in which a text stands wherever a page can put one. */
export function evidenceWith(text: string) {
  const event = offered({ text: { key: 'shown', values: [text] } });
  return evidence({
    page: { address: text, title: text },
    browser: text,
    visitor: [text],
    site: siteEvidence(text),
    scenarios: [scenario({ name: text, conditions: [{ type: 'referrer', equals: text }] })],
    factsOf: () => facts({ referrer: `${text}!` }),
    timeline: [
      {
        ...event,
        invite: invite({
          message: text,
          context: [{ key: text, value: text, isDisplayable: true }],
        }),
      },
    ],
  });
}
