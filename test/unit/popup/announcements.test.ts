import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { announce, announcement } from '../../../src/popup/announcements.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const said = () => announcement.value.sentences;

test('The sentences of one moment are said together', () => {
  announce('One: waiting');
  announce('Two: not met');
  expect(said()).toEqual([]);
  vi.runAllTimers();
  expect(said()).toEqual(['One: waiting', 'Two: not met']);
  announce('One: shown');
  vi.runAllTimers();
  expect(said()).toEqual(['One: shown']);
});

test('The same sentence later is said again', () => {
  announce('Copied.');
  vi.runAllTimers();
  const { turn } = announcement.value;
  announce('Copied.');
  vi.runAllTimers();
  expect(said()).toEqual(['Copied.']);
  expect(announcement.value.turn).not.toBe(turn);
});
