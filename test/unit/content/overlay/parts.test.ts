import { describe, expect, test, vi } from 'vitest';
import type { Part } from '../../../../src/content/overlay/draw.ts';
import { overlayParts } from '../../../../src/content/overlay/parts.ts';
import type { Story } from '../../../../src/messages/overlay.ts';
import type { PageReport } from '../../../../src/model/report.ts';
import { text } from '../../../../src/model/text.ts';
import { facts, fullVisitor, scenario, simulation } from '../../builders.ts';
import { messages } from '../../render.ts';

vi.mock('webextension-polyfill', () => import('../../englishBrowser.ts'));

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

const stays = scenario({ id: 'waitTime' });
const returns = scenario({ id: 'repeatVisits', conditions: [{ type: 'visits', moreThan: 2 }] });

const story = (parts: Partial<Story> = {}): Story => ({
  simulation: simulation({ scenarioIds: ['waitTime'] }),
  invites: 'live',
  scenarios: [stays],
  more: 0,
  report: report(),
  latest: null,
  ...parts,
});

/** The texts of a part, in their order. */
function textsOf({ content = '' }: Part): readonly string[] {
  if (typeof content !== 'string') return content.flatMap(textsOf);
  return content === '' ? [] : [content];
}

/** The texts of one of the overlay's parts. */
function told(name: string, one: Story, now = AT): readonly string[] {
  const found = overlayParts(one, now).find(({ attributes }) => attributes?.['data-part'] === name);
  if (!found) throw new Error(`The overlay has no part “${name}”.`);
  return textsOf(found);
}

describe('The visitor', () => {
  test('is the real one as long as nothing is overridden', () => {
    expect(told('visitor', story())).toEqual(['The real visitor']);
  });

  test('is told in the words of the overrides, with the clock as it is now', () => {
    const visitor = fullVisitor;
    const shows = Date.parse('2026-12-24T18:00:00Z');
    const one = story({
      simulation: simulation({ visitor, clockReading: { shows, at: AT } }),
    });
    const [clockChip, country, referrer, visits, clock] = told('visitor', one, AT + 5000);
    expect(clockChip).toContain('Berlin');
    expect([country, referrer, visits]).toEqual([
      'Ruritania',
      'https://www.contoso.com/FAQ',
      '3rd visit',
    ]);
    // Twice as fast, in Berlin.
    expect(clock).toMatch(/^On the visitor’s clock: .*7:00:10/);
  });

  test('comes with a dry run and a stand-in', () => {
    const widget = { state: 'ready', seenLate: false, chatActive: false, isStandIn: true } as const;
    const one = story({ invites: 'dry run', report: report({ widget }) });
    expect(told('visitor', one)).toEqual(['The real visitor', 'Dry run', 'Stand-in']);
  });
});

describe('The presented scenario', () => {
  test('counts down, and shows how far each condition is', () => {
    expect(told('presented', story(), AT + 6000)).toEqual([
      'Stays on the page',
      'waiting 14 s',
      '20 s on the page',
      '6 of 20 s',
    ]);
  });

  test('counts down at the speed of the visitor’s clock', () => {
    const visitor = { clock: { at: null, speed: 10 } };
    const fast = story({ simulation: simulation({ scenarioIds: ['waitTime'], visitor }) });
    expect(told('presented', fast, AT + 1000)).toContain('10 of 20 s');
  });

  test('says why a condition does not hold', () => {
    const one = story({
      simulation: simulation({ scenarioIds: ['repeatVisits'] }),
      scenarios: [returns],
    });
    expect(told('presented', one)).toEqual([
      'Returns to the page',
      'not met',
      'More than 2 visits of this page',
      'not met',
      'This is visit number 1 of this page, but more than 2 are needed.',
    ]);
  });

  test('that is off says what it would ask for', () => {
    const one = story({ simulation: simulation() });
    expect(told('presented', one)).toEqual(['Stays on the page', 'off', '20 s on the page']);
  });

  test('is none where there is none', () => {
    expect(told('presented', story({ scenarios: [] }))).toEqual([messages.uiNoScenarios?.message]);
  });
});

describe('The other enabled scenarios', () => {
  test('say where they stand', () => {
    const both = story({
      simulation: simulation({ scenarioIds: ['waitTime', 'repeatVisits'] }),
      scenarios: [stays, returns],
      more: 2,
    });
    expect(told('others', both)).toEqual([
      'Returns to the page',
      'not met',
      'This is visit number 1 of this page, but more than 2 are needed.',
      'Enabled as well, not shown here: 2',
    ]);
  });

  test('are none if there are none', () => {
    expect(told('others', story())).toEqual([]);
  });
});

describe('The invite', () => {
  test('is awaited', () => {
    expect(told('invite', story())).toEqual(['Invite', 'No invite yet']);
  });

  test('is told with its state and its cause', () => {
    const event = {
      kind: 'shown',
      text: text('shown', 'May I help?'),
      at: AT,
      visitorAt: AT,
      cause: 'fire',
    } as const;
    expect(told('invite', story({ latest: { event, by: 'by Fire now' } }))).toEqual([
      'Invite',
      'shown',
      'Invite shown: “May I help?”',
      'by Fire now',
    ]);
  });
});

test('The parts are always as many, so that each stays the same element', () => {
  const names = (one: Story) =>
    overlayParts(one, AT).map(({ attributes }) => attributes?.['data-part']);
  expect(names(story({ scenarios: [] }))).toEqual(names(story({ scenarios: [stays, returns] })));
});
