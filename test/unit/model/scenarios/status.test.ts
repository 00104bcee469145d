import { describe, expect, test } from 'vitest';
import type { PageReport } from '../../../../src/model/report.ts';
import {
  decidingSentence,
  factsAt,
  progressOf,
  statusOf,
  verdictsWhileOff,
} from '../../../../src/model/scenarios/status.ts';
import { text } from '../../../../src/model/text.ts';
import type { ScenarioOutcome } from '../../../../src/model/timeline.ts';
import { facts, scenario } from '../../builders.ts';
import { render } from '../../render.ts';

const AT = 1_000_000;

const report = (parts: Partial<PageReport> = {}): PageReport => ({
  epoch: 1,
  delivery: 'in time',
  realWorkers: [],
  widget: { state: 'ready', seenLate: false, chatActive: false },
  facts: facts(),
  parameters: {},
  at: AT,
  outcomes: {},
  invites: 'live',
  recorded: [],
  ...parts,
});

const outcome = (parts: Partial<ScenarioOutcome> = {}): ScenarioOutcome => ({
  outcome: 'shown',
  cause: 'scenario',
  text: text('shown', 'May I help?'),
  at: AT,
  ...parts,
});

const exitIntent = scenario({ conditions: [{ type: 'exitIntent', armedAfterSeconds: 15 }] });
const visits = scenario({ conditions: [{ type: 'visits', moreThan: 2 }] });

describe('Facts between two reports', () => {
  test('go on with time', () => {
    const later = factsAt(report(), 'sample', AT + 2500);
    expect(later).toEqual(facts({ clock: facts().clock + 2500, sinceReady: 2500 }));
  });

  test('wait for lcw:ready', () => {
    const waiting = report({ facts: facts({ sinceReady: null }) });
    expect(factsAt(waiting, 'sample', AT + 2500).sinceReady).toBeNull();
  });

  test('do not go back when the clocks differ', () => {
    expect(factsAt(report(), 'sample', AT - 5).sinceReady).toBe(0);
  });

  test('go at the speed of the visitor’s clock; while it stands, time on the page goes on', () => {
    const fast = factsAt(report(), 'sample', AT + 2500, 10);
    expect(fast).toEqual(facts({ clock: facts().clock + 25_000, sinceReady: 25_000 }));
    const stopped = factsAt(report(), 'sample', AT + 2500, 0);
    expect(stopped).toEqual(facts({ clock: facts().clock, sinceReady: 2500 }));
  });

  test('hold the scenario’s own parameters', () => {
    const known = report({ parameters: { sample: { 'case id': 'CAS-1' } } });
    expect(factsAt(known, 'sample', AT).parameters).toEqual({ 'case id': 'CAS-1' });
    expect(factsAt(known, 'other', AT).parameters).toEqual({});
  });
});

describe('The word for a scenario', () => {
  test.each([
    ['off', statusOf(scenario(), false, report(), AT)],
    ['waiting', statusOf(scenario(), true, null, AT)],
    ['no widget', statusOf(scenario(), true, report({ widget: { state: 'none' } }), AT)],
    [
      'widget error',
      statusOf(
        scenario(),
        true,
        report({ widget: { state: 'error', text: text('widgetError', '1') } }),
        AT,
      ),
    ],
    ['waiting', statusOf(scenario(), true, report(), AT + 19_999)],
    ['qualified', statusOf(scenario(), true, report(), AT + 20_000)],
    ['waiting', statusOf(exitIntent, true, report(), AT + 14_999)],
    ['armed', statusOf(exitIntent, true, report(), AT + 15_000)],
    ['not met', statusOf(visits, true, report(), AT)],
    ['waiting', statusOf(visits, true, report({ facts: facts({ visits: null }) }), AT)],
    ['shown', statusOf(scenario(), true, report({ outcomes: { sample: outcome() } }), AT)],
  ] as const)('%s', (word, status) => {
    expect(status.word).toBe(word);
  });

  test('before lcw:ready is waiting, also for a scenario without time', () => {
    const early = report({
      widget: { state: 'loading' },
      facts: facts({ sinceReady: null, visits: 9 }),
    });
    const status = statusOf(visits, true, early, AT);
    expect(status.word).toBe('waiting');
    expect(status.watched && render(decidingSentence(status.watched.verdict))).toContain(
      'lcw:ready',
    );
  });

  test('while it is off tells of an invite that was fired, but not of one that was earned', () => {
    const fired = report({ outcomes: { sample: outcome({ cause: 'fire' }) } });
    const earned = report({ outcomes: { sample: outcome() } });
    expect(statusOf(scenario(), false, fired, AT).word).toBe('shown');
    expect(statusOf(scenario(), false, earned, AT)).toMatchObject({ word: 'off', outcome: null });
  });
});

describe('Waiting', () => {
  test('counts down', () => {
    const status = statusOf(scenario(), true, report(), AT + 11_000);
    expect(status).toMatchObject({ wait: 9000, isTimed: true });
  });

  test('counts down at the speed of the visitor’s clock', () => {
    expect(statusOf(scenario(), true, report(), AT + 1100, 10).wait).toBe(9000);
  });

  test('has no end while something other than time is waited for', () => {
    const both = scenario({
      conditions: [
        { type: 'timeOnPage', seconds: 20 },
        { type: 'parameter', name: 'case id' },
      ],
    });
    expect(statusOf(both, true, report(), AT)).toMatchObject({ wait: null, isTimed: true });
    expect(statusOf(visits, true, report(), AT)).toMatchObject({ wait: null, isTimed: false });
  });

  test('shows how much of the time on the page has passed', () => {
    const { watched } = statusOf(scenario(), true, report(), AT + 5000);
    const [verdict] = watched?.verdict.verdicts ?? [];
    expect(watched && verdict && progressOf(verdict, watched.facts)).toEqual({
      done: 5000,
      needed: 20_000,
    });
  });
});

describe('While a scenario is off', () => {
  const states = (...conditions: Parameters<typeof verdictsWhileOff>[0]['conditions']) =>
    verdictsWhileOff(scenario({ conditions }), facts()).map((verdict) => verdict?.state ?? null);

  test('what is known anyway is judged', () => {
    expect(
      states(
        { type: 'timeOnPage', seconds: 0 },
        { type: 'visits', moreThan: 2 },
        { type: 'timeOnPage', seconds: 20 },
      ),
    ).toEqual(['met', 'not met', 'waiting']);
  });

  test('what would have to be looked for has no verdict', () => {
    expect(
      states(
        { type: 'country', equals: 'Ruritania' },
        { type: 'parameter', name: 'case id' },
        { type: 'exitIntent', armedAfterSeconds: 0 },
        { type: 'exitIntent', armedAfterSeconds: 15 },
      ),
    ).toEqual([null, null, null, null]);
  });

  test('a country that is known already is judged', () => {
    const there = facts({ country: { name: 'Germany', code: 'DE' } });
    const region = scenario({ conditions: [{ type: 'country', equals: 'DE' }] });
    expect(verdictsWhileOff(region, there)).toMatchObject([{ state: 'met' }]);
  });
});
