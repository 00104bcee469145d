import { expect, test } from 'vitest';
import { evidenceJson } from '../../../../src/model/evidence/json.ts';
import { evidence, evidenceWith, hostile } from './samples.ts';

test('Evidence is there in full, with instants that people can read', () => {
  const { scenarios, page } = evidence();
  expect(JSON.parse(evidenceJson(evidence()))).toMatchObject({
    version: 1,
    at: '2026-06-01T10:01:00.000Z',
    page,
    scenarios,
    invites: [
      {
        at: '2026-06-01T10:00:00.250Z',
        visitorAt: '2026-12-24T18:00:00.000Z',
        message: 'May I help?',
        context: [{ key: 'Page URL' }, { key: 'Visits', value: 3, isDisplayable: false }],
      },
    ],
    timeline: [{ kind: 'offered', by: 'scenario', visitorAt: '2026-12-24T18:00:00.000Z' }],
  });
});

test.each(hostile)('%j is kept to the letter', (text) => {
  expect(JSON.parse(evidenceJson(evidenceWith(text)))).toMatchObject({
    page: { address: text, title: text },
    invites: [{ message: text, context: [{ key: text, value: text }] }],
  });
});
