import { expect, test } from 'vitest';
import { facts, scenario } from '../../builders.ts';
import { evidence, offered } from './samples.ts';

test('A scenario has each of its conditions, with what it needs and what there is', () => {
  const { scenarios } = evidence({
    scenarios: [
      scenario({
        name: 'From the FAQ',
        conditions: [
          { type: 'timeOnPage', seconds: 20 },
          { type: 'referrer', equals: '' },
          { type: 'country', equals: 'Ruritania' },
        ],
      }),
    ],
    factsOf: () => facts({ sinceReady: 5000, country: { name: 'Germany', code: 'DE' } }),
  });
  expect(scenarios).toEqual([
    {
      name: 'From the FAQ',
      state: 'not met',
      conditions: [
        {
          needed: '20 s on the page',
          state: 'waiting',
          verdict:
            'The visitor has been on the page for 5 of the 20 s needed, counted from lcw:ready.',
        },
        {
          needed: 'No referrer (a direct visit)',
          state: 'met',
          verdict: 'There is no referrer, as needed.',
        },
        {
          needed: 'Country is Ruritania',
          state: 'not met',
          verdict: 'The visitor is in Germany, but Ruritania is needed.',
        },
      ],
    },
  ]);
});

test('Where nothing is known of the page no condition is judged', () => {
  expect(evidence({ factsOf: () => null }).scenarios).toEqual([
    { name: 'Stays', state: null, conditions: [] },
  ]);
});

test('An invite that was passed to the SDK is there as it was passed', () => {
  expect(evidence().invites).toEqual([
    {
      at: Date.UTC(2026, 5, 1, 10, 0, 0, 250),
      visitorAt: Date.UTC(2026, 11, 24, 18),
      by: 'scenario',
      message: 'May I help?',
      showPrechat: true,
      inNewWindow: false,
      context: [
        { key: 'Page URL', value: 'https://shop.example/', isDisplayable: true },
        { key: 'Visits', value: 3, isDisplayable: false },
      ],
    },
  ]);
});

test('What was not passed to the SDK is no invite, but in the timeline', () => {
  const { invite: _, ...blocked } = offered({ kind: 'blocked' });
  const found = evidence({ timeline: [blocked, offered()] });
  expect(found.invites).toHaveLength(1);
  expect(found.timeline).toEqual([
    expect.objectContaining({ kind: 'blocked' }),
    {
      at: Date.UTC(2026, 5, 1, 10, 0, 0, 250),
      visitorAt: Date.UTC(2026, 11, 24, 18),
      kind: 'offered',
      what: 'Invite offered to the widget: “May I help?”',
      by: 'scenario',
    },
  ]);
});
