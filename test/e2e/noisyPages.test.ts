import { expect, test } from 'vitest';
import { command, eventually, snapshotOf } from '../../driver/simulator.ts';
import type { TimelineEvent } from '../../src/model/timeline.ts';
import { inBothBrowsers } from './withExtension.ts';

const RAISED = 5000;
const RAISE = `window.dispatchEvent(new CustomEvent('lcw:error', { detail: { errorCode: 1 } }))`;

const errorsIn = (timeline: readonly TimelineEvent[]) =>
  timeline.filter(({ kind }) => kind === 'widget error').length;

const leftOutIn = (timeline: readonly TimelineEvent[]) =>
  timeline
    .filter(({ kind }) => kind === 'left out')
    .reduce((sum, { text }) => sum + Number(text.values[0]), 0);

inBothBrowsers(({ newTab, newTabWithPopup, simulator }) => {
  test('of a flood of events some are told, and how many were not', async () => {
    const tab = await newTab();
    await tab.enable('waitTime');
    await tab.goTo('/faq?widget=none');
    await tab.report('the page');
    await tab.page.evaluate(`for (let i = 0; i < ${RAISED}; i++) ${RAISE}`);
    await tab.event('the end of the flood', ({ kind }) => kind === 'left out');
    const timeline = await eventually('every event to be told or counted', async () => {
      const { timeline } = await tab.snapshot();
      return errorsIn(timeline) + leftOutIn(timeline) === RAISED ? timeline : null;
    });
    expect(errorsIn(timeline)).toBeGreaterThan(0);
    expect(errorsIn(timeline)).toBeLessThan(RAISED / 10);
  });

  test('a page that never rests does not hold up another tab', async () => {
    const noisy = await newTab();
    await noisy.enable('waitTime');
    await noisy.goTo('/faq?widget=none');
    await noisy.report('the page');
    // No more changes of address than browsers themselves can take.
    await noisy.page.evaluate(`setInterval(() => {
      for (let i = 0; i < 100; i++) ${RAISE};
      history.pushState(null, '', '/faq/' + Math.random());
    }, 50); undefined`);
    await noisy.event('the flood', ({ kind }) => kind === 'left out');
    const tab = await newTab();
    await tab.goTo('/faq?widget=none&reveal=1');
    await tab.become({ clock: { at: '2030-01-02T03:04:05Z' } });
    expect(new Date((await tab.firstScriptSaw()).now).getUTCFullYear()).toBe(2030);
    await noisy.page.goto('about:blank');
  });

  test('a tab in which nothing is simulated has no story but that of Fire', async () => {
    const tab = await newTabWithPopup();
    await tab.goTo('/faq?widget=none');
    await tab.report('the page');
    // While a popup shows the tab, it is told of everything.
    await tab.page.evaluate(RAISE);
    await tab.event('the event', ({ kind }) => kind === 'widget error');
    await tab.command({ command: 'clear timeline' });
    await tab.popup.goto('about:blank');
    await tab.page.evaluate(RAISE);
    const { tabId } = tab;
    const console = await simulator().console();
    await command(console, { command: 'fire', tabId, scenarioId: 'waitTime' });
    const timeline = await eventually('the blocked invite', async () => {
      const { timeline } = await snapshotOf(console, tabId);
      return timeline.some(({ kind }) => kind === 'blocked') ? timeline : null;
    });
    expect(timeline.map(({ kind }) => kind)).toEqual(['blocked']);
  });
});
