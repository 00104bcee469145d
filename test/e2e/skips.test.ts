import { expect, test } from 'vitest';
import { eventually } from '../../driver/simulator.ts';
import { inviteToShow } from '../../driver/widget.ts';
import { inBothBrowsers, type Tab } from './withExtension.ts';

const HOUR = 3_600_000;

/** How much later the clock of the page's frame is than the page's, in ms. */
const frameAhead = async (tab: Tab): Promise<number> =>
  Number(await tab.page.evaluate('frames[frames.length - 1].Date.now() - Date.now()'));

const addFrame = (tab: Tab) =>
  tab.page.evaluate(`new Promise((loaded) => {
    const frame = document.createElement('iframe');
    frame.src = '/faq?widget=none';
    frame.onload = () => loaded();
    document.body.append(frame);
  })`);

inBothBrowsers(({ newTab }) => {
  test('a frame skips exactly what the page has skipped up to an invite', async () => {
    const tab = await newTab();
    await tab.goTo('/own/product');
    await tab.become({ clock: { at: null } });
    await tab.widgetReady();
    await addFrame(tab);
    await tab.command({ command: 'skip', ms: HOUR });
    await inviteToShow(tab.page);
    await eventually('the frame to have skipped as much', async () =>
      Math.abs(await frameAhead(tab)) < 1000 ? true : null,
    );
  });

  test('skips at the same time sum, or are refused with words', async () => {
    const tab = await newTab();
    await tab.goTo('/faq?widget=none');
    await tab.become({ clock: { at: '2030-01-02T00:00:00Z' } });
    // Work for the skip, so that the next one comes while it goes on.
    await tab.page.evaluate('setInterval(() => {}, 10), undefined');
    const skip = () => tab.tryCommand({ command: 'skip', ms: HOUR });
    const answers = await Promise.all([skip(), skip(), skip()]);
    const refused = answers.flat();
    expect(refused.length).toBeGreaterThan(0);
    expect(new Set(refused.map(({ text }) => text.key))).toEqual(new Set(['problemSkipping']));
    const hours = async () =>
      Math.floor((Number(await tab.page.evaluate('Date.now()')) - Date.UTC(2030, 0, 2)) / HOUR);
    const done = answers.length - refused.length;
    expect(await hours()).toBe(done);
    await tab.command({ command: 'skip', ms: HOUR });
    // Later documents go on from there.
    await tab.page.reload({ waitUntil: 'load' });
    expect(await hours()).toBe(done + 1);
  });

  test('a skip beyond the last year of four digits is refused with words', async () => {
    const tab = await newTab();
    await tab.goTo('/faq?widget=none');
    await tab.become({ clock: { at: '9999-12-31T00:00:00Z' } });
    const problems = await tab.tryCommand({ command: 'skip', ms: 24 * HOUR });
    expect(problems.map(({ text }) => text.key)).toEqual(['problemSkipTooFar']);
  });

  test('a page that is left in the middle of a skip does not hold up the next one', async () => {
    const tab = await newTab();
    await tab.goTo('/faq?widget=none');
    await tab.become({ clock: { at: '2030-01-02T00:00:00Z' } });
    await tab.page.evaluate('setInterval(() => {}, 1), undefined');
    const endless = tab.tryCommand({ command: 'skip', ms: 8000 * HOUR });
    await tab.page.reload({ waitUntil: 'load' });
    await endless;
    await tab.command({ command: 'skip', ms: HOUR });
  });
});
