import * as v from 'valibot';
import { expect, test } from 'vitest';
import {
  type OverlayMessage,
  type OverlayOrder,
  overlayMessageSchema,
  overlayOrderSchema,
} from '../../../src/messages/overlay.ts';
import { text } from '../../../src/model/text.ts';
import { facts, fullScenario, fullVisitor, simulation } from '../builders.ts';
import { withOneFieldTooMany } from '../parts.ts';

const order: OverlayOrder = {
  kind: 'overlay',
  story: {
    simulation: simulation({
      visitor: fullVisitor,
      clockReading: { shows: 5, at: 0 },
      scenarioIds: ['sample'],
      presentation: { overlay: true, place: { x: 1, y: 2 }, scenarioId: 'sample' },
    }),
    invites: 'dry run',
    scenarios: [fullScenario],
    more: 1,
    report: {
      epoch: 1,
      delivery: 'in time',
      realWorkers: [],
      widget: { state: 'none' },
      facts: facts(),
      parameters: {},
      at: 1,
      outcomes: {},
      invites: 'dry run',
      recorded: [],
    },
    latest: {
      event: {
        kind: 'shown',
        text: text('shown', 'May I help?'),
        at: 1,
        visitorAt: 2,
        cause: 'scenario',
        scenarioId: 'sample',
      },
      by: 'by scenario “Sample”',
    },
  },
};

const messages: readonly OverlayMessage[] = [
  { kind: 'overlay moved', place: { x: 1.5, y: 0 } },
  { kind: 'overlay moved', place: null },
  { kind: 'overlay closed' },
];

test.each<OverlayOrder>([order, { kind: 'overlay', story: null }])(
  'The overlay takes a story, and the end of it',
  (one) => {
    expect(v.parse(overlayOrderSchema, one)).toEqual(one);
  },
);

test.each(messages)('The background takes %j', (message) => {
  expect(v.parse(overlayMessageSchema, message)).toEqual(message);
});

test.each(withOneFieldTooMany({ ...order, story: { ...order.story, scenarios: [] } }))(
  'The overlay refuses a field too many: %j',
  (value) => {
    expect(v.is(overlayOrderSchema, value)).toBe(false);
  },
);

test.each([
  ...messages.flatMap(withOneFieldTooMany),
  { kind: 'overlay moved' },
  { kind: 'overlay moved', place: { x: Number.NaN, y: 0 } },
  { kind: 'overlay opened' },
])('The background refuses %j', (message) => {
  expect(v.is(overlayMessageSchema, message)).toBe(false);
});
