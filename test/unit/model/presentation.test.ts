import { describe, expect, test } from 'vitest';
import {
  hasOverlay,
  latestOfInvite,
  nextPresented,
  presentedScenario,
  withoutOverlay,
  withPresentation,
} from '../../../src/model/presentation.ts';
import { text } from '../../../src/model/text.ts';
import type { TimelineEvent } from '../../../src/model/timeline.ts';
import { scenario, simulation } from '../builders.ts';

const all = ['a', 'b', 'c'].map((id) => scenario({ id }));

describe('The overlay', () => {
  test('is off until it is switched on', () => {
    expect(hasOverlay(simulation())).toBe(false);
    expect(hasOverlay(withPresentation(simulation(), { scenarioId: 'a' }))).toBe(false);
    expect(hasOverlay(withPresentation(simulation(), { overlay: true }))).toBe(true);
  });

  test('goes, and what was chosen beside it stays', () => {
    const on = withPresentation(simulation({ scenarioIds: ['a'] }), {
      overlay: true,
      place: { x: 1, y: 2 },
      scenarioId: 'b',
    });
    expect(withoutOverlay(on)).toEqual({
      ...on,
      presentation: { overlay: false, place: { x: 1, y: 2 }, scenarioId: 'b' },
    });
  });

  test('that is not there is not taken off', () => {
    const none = simulation();
    expect(withoutOverlay(none)).toBe(none);
  });
});

describe('The presented scenario', () => {
  const chosen = (scenarioId: string) => withPresentation(simulation(), { scenarioId });

  test('is the first while none is enabled or chosen', () => {
    expect(presentedScenario(all, simulation())?.id).toBe('a');
  });

  test('is the first in the list of those that are enabled', () => {
    expect(presentedScenario(all, simulation({ scenarioIds: ['c', 'b'] }))?.id).toBe('b');
  });

  test('is the one chosen, as long as it is there', () => {
    expect(presentedScenario(all, chosen('c'))?.id).toBe('c');
    expect(presentedScenario(all, chosen('gone'))?.id).toBe('a');
  });

  test('is none where there is none', () => {
    expect(presentedScenario([], simulation())).toBeNull();
    expect(nextPresented([], simulation())).toBeNull();
  });

  test('is followed by the next one in the list, and the last by the first', () => {
    expect(nextPresented(all, simulation())?.id).toBe('b');
    expect(nextPresented(all, chosen('c'))?.id).toBe('a');
  });

  test('is followed by the next one that is enabled, if several are', () => {
    const enabled = simulation({ scenarioIds: ['a', 'c'] });
    const presenting = (scenarioId: string) => withPresentation(enabled, { scenarioId });
    expect(nextPresented(all, enabled)?.id).toBe('c');
    expect(nextPresented(all, presenting('b'))?.id).toBe('c');
    expect(nextPresented(all, presenting('c'))?.id).toBe('a');
  });

  test('is followed by any if it is the only one that is enabled', () => {
    expect(nextPresented(all, simulation({ scenarioIds: ['a'] }))?.id).toBe('b');
  });
});

describe('The latest of an invite', () => {
  const event = (parts: Partial<TimelineEvent>): TimelineEvent => ({
    kind: 'widget ready',
    text: text('eventWidgetReady'),
    at: 0,
    visitorAt: 0,
    ...parts,
  });
  const shown = event({ kind: 'shown', cause: 'site' });
  const accepted = event({ kind: 'accepted', cause: 'site' });
  const loaded = event({ kind: 'page loaded' });

  test('is the last event that somebody caused', () => {
    expect(latestOfInvite([loaded, shown, accepted, event({ kind: 'chat started' })])).toBe(
      accepted,
    );
  });

  test('is of the present page', () => {
    expect(latestOfInvite([shown, loaded])).toBeNull();
    expect(latestOfInvite([shown])).toBe(shown);
  });
});
