import { expect, test, vi } from 'vitest';
import { badgeOf } from '../../../src/background/badge.ts';
import type { PageReport } from '../../../src/model/report.ts';
import { facts, fullVisitor } from '../builders.ts';
import { messages } from '../render.ts';

vi.mock('webextension-polyfill', () => ({
  default: {
    i18n: {
      getUILanguage: () => 'en',
      getMessage: (key: string, values: readonly string[]) =>
        (messages[key]?.message ?? '').replace('$1', values[0] ?? ''),
    },
  },
}));

const report = (parts: Partial<PageReport>): PageReport => ({
  at: 0,
  epoch: 1,
  delivery: 'in time',
  widget: { state: 'none' },
  facts: facts(),
  parameters: {},
  outcomes: {},
  invites: 'live',
  recorded: [],
  realWorkers: [],
  ...parts,
});

test('Where nothing is simulated there is no badge', () => {
  expect(badgeOf({}, null)).toMatchObject({
    text: '',
    title: 'Trigger Simulator for Omnichannel live chat',
  });
});

test('The badge is the number of overrides, and the tooltip names them', () => {
  const { clock, country } = fullVisitor;
  const { text, title } = badgeOf({ clock, country }, report({}));
  expect(text).toBe('2');
  expect(title).toContain('Simulated in this tab: Clock and Country.');
});

test('The tooltip names the scenario that is presented', () => {
  expect(badgeOf({}, null, 'Stays on the page')).toMatchObject({
    text: '',
    title: 'Trigger Simulator for Omnichannel live chat\nPresented: Stays on the page',
  });
  const { title } = badgeOf(fullVisitor, report({}), 'Stays on the page');
  expect(title.split('\n').at(-1)).toBe('Presented: Stays on the page');
});

test('Running, late and a problem have colours of their own, and the last two say what is the matter', () => {
  const error = { state: 'error', text: { key: 'widgetError', values: [] } };
  const badges = [
    report({}),
    report({ delivery: 'late' }),
    report({ delivery: 'late', widget: error as unknown as PageReport['widget'] }),
  ].map((one) => badgeOf(fullVisitor, one));
  expect(new Set(badges.map(({ color }) => color)).size).toBe(3);
  expect(badges.map(({ title }) => title.split('\n')[2])).toEqual([
    undefined,
    messages.badgeLate?.message,
    messages.badgeWidgetError?.message,
  ]);
});
