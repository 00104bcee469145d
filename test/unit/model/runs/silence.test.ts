import { expect, test } from 'vitest';
import type { PageReport } from '../../../../src/model/report.ts';
import { type Silence, silenceOf } from '../../../../src/model/runs/silence.ts';
import type { Watched } from '../../../../src/model/watch/watched.ts';
import { facts, scenario } from '../../builders.ts';
import { render } from '../../render.ts';

const report: PageReport = {
  epoch: 1,
  delivery: 'in time',
  realWorkers: [],
  widget: { state: 'ready', seenLate: false, chatActive: false },
  facts: facts({ sinceReady: 5000, referrer: 'https://a.example/' }),
  parameters: { case: { 'case id': 'CAS-1' } },
  at: 1,
  outcomes: {},
  invites: 'live',
  recorded: [],
};

const watched: Watched = {
  at: 1,
  isFromStart: true,
  loadedAt: 0,
  sdkUses: [],
  contexts: [],
  events: [],
  inputs: [],
  timers: [
    {
      dueIn: 14_000,
      delay: 20_000,
      repeats: false,
      by: { file: 'https://shop.example/own.js', line: 33, column: 1 },
      isTrigger: true,
    },
  ],
  faults: [],
  replaced: [],
  lostScripts: [],
  refusals: [],
  sources: [{ file: 'https://shop.example/own.js', firstLine: 1, text: 'LiveChatWidget' }],
  invites: [],
  isCut: false,
};

const reasons = (parts: Partial<Silence>) =>
  silenceOf({ scenarios: [], report, watched, now: 1, ...parts }).map(render);

test('Of scenarios each condition that is not met is told', () => {
  const [wait, referrer, ...more] = reasons({
    scenarios: [
      scenario({
        conditions: [
          { type: 'timeOnPage', seconds: 20 },
          { type: 'referrer', equals: 'https://b.example/' },
          { type: 'pageAddress', pattern: '*/support*' },
        ],
      }),
    ],
  });
  expect(wait).toContain('20');
  expect(referrer).toContain('“https://b.example/” is needed');
  expect(more).toEqual([]);
});

test('A parameter that the page had is no reason', () => {
  const parts = {
    conditions: [{ type: 'parameter', name: 'case id' }],
    parameters: [{ name: 'case id', source: { from: 'address', parameter: 'caseId' } }],
  } as const;
  expect(reasons({ scenarios: [scenario({ ...parts, id: 'case' })] })).toEqual([]);
  expect(reasons({ scenarios: [scenario({ ...parts, id: 'other' })] })).toHaveLength(1);
});

test('Of the site’s own code the one answer is told, as far as it was watched', () => {
  expect(reasons({})).toEqual(['own.js:33 waits 20 s; 14 s are left.']);
  expect(reasons({ watched: null })).toEqual([]);
});
