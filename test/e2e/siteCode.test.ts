import { expect, test } from 'vitest';
import { inviteToShow, receivedContexts, receivedInvites } from '../../driver/widget.ts';
import { RURITANIA } from '../../src/model/visitor/country.ts';
import type { Visitor } from '../../src/model/visitor/visitor.ts';
import { inBothBrowsers } from './withExtension.ts';

const CHECKING_IN = 'Hi! Just checking in to see if I can help answer any questions you may have.';
const SURFACE = 'Hi! Do you have a question on Surface device? I am here to help.';
const CLOCK: Visitor = { clock: { at: null } };

interface Case {
  readonly scenario: number;
  readonly path: string;
  readonly visitor: Visitor;
  readonly skipMs?: number;
  readonly message?: string;
  readonly context: Readonly<Record<string, string | number>>;
}

const cases: readonly Case[] = [
  {
    scenario: 1,
    path: '/own/product',
    visitor: CLOCK,
    skipMs: 20_000,
    context: { 'Time On Page': 20_000 },
  },
  {
    scenario: 2,
    path: '/own/community',
    visitor: { ...CLOCK, visits: { number: 3, store: 'cookie', name: 'timesPageVisited' } },
    skipMs: 5_000,
    message: SURFACE,
    context: { 'No. of visits': 3, Forums: 'Surface Devices' },
  },
  {
    scenario: 5,
    path: '/own/knowledge-base',
    visitor: { ...CLOCK, referrer: { value: 'www.contoso.com/FAQ' } },
    skipMs: 15_000,
    context: { 'Last Page URL': 'www.contoso.com/FAQ' },
  },
  {
    scenario: 6,
    path: '/own/shipping',
    visitor: { country: RURITANIA },
    context: { Country: 'Ruritania' },
  },
  {
    scenario: 7,
    path: '/own/sale',
    visitor: { clock: { at: '2099-12-31T23:00:00Z' } },
    context: {},
  },
];

const COUNTER = 'timesPageVisited';

inBothBrowsers(({ newTab }) => {
  test.each(cases)(
    'the site’s own code of scenario $scenario fires for the visitor',
    async ({ path, visitor, skipMs, message = CHECKING_IN, context }) => {
      const tab = await newTab();
      await tab.goTo(path);
      await tab.become(visitor);
      await tab.widgetReady();
      if (skipMs) await tab.command({ command: 'skip', ms: skipMs });
      expect(await inviteToShow(tab.page)).toContain(message);
      const event = await tab.event('the invite', ({ kind }) => kind === 'shown');
      expect(event.cause).toBe('site');
      expect(await receivedInvites(tab.page)).toHaveLength(1);
      const [received] = await receivedContexts(tab.page);
      expect(received).toMatchObject({ 'Proactive Chat': { value: 'True', isDisplayable: true } });
      for (const [key, value] of Object.entries(context)) {
        expect(received?.[key]).toEqual({ value, isDisplayable: true });
      }
    },
  );

  test('outside its date window the site’s own code stays silent', async () => {
    const tab = await newTab();
    await tab.goTo('/own/sale');
    await tab.become({ clock: { at: '2100-01-01T00:00:00Z' } });
    await tab.widgetReady();
    await tab.command({ command: 'skip', ms: 30_000 });
    await tab.event('the skip', ({ kind }) => kind === 'skipped');
    expect(await receivedInvites(tab.page)).toEqual([]);
  });

  test('a skip stops at the first invite, and the widget’s own minute is not skipped', async () => {
    const tab = await newTab();
    await tab.goTo('/own/product');
    await tab.become(CLOCK);
    await tab.widgetReady();
    await tab.command({ command: 'skip', ms: 3_600_000 });
    await inviteToShow(tab.page);
    const { text } = await tab.event('the skip', ({ kind }) => kind === 'skipped');
    expect(Number(text.values[0])).toBeLessThan(60);
    await tab.event('the invite', ({ kind }) => kind === 'shown');
    const { timeline } = await tab.snapshot();
    expect(timeline.filter(({ kind }) => kind === 'timed out')).toEqual([]);
  });

  test('the referrer reaches the server too, and a direct visit has none', async () => {
    const tab = await newTab();
    await tab.goTo('/faq?widget=none');
    await tab.become({ referrer: { value: 'https://search.example/?q=slate' } });
    const referer = () => tab.page.evaluate('document.referrer');
    expect(await referer()).toBe('https://search.example/?q=slate');
    expect(await tab.page.evaluate(`fetch('/assets/site.css').then(({ ok }) => ok)`)).toBe(true);
    await tab.become({ referrer: { value: '' } });
    expect(await referer()).toBe('');
  });

  test('the site’s counter is given back as it was, attributes included', async () => {
    const tab = await newTab();
    await tab.goTo('/faq?widget=none');
    await tab.page.evaluate(
      `document.cookie = '${COUNTER}=7; path=/; max-age=86400; samesite=strict'`,
    );
    const cookie = async () => {
      const all = await tab.page.browserContext().cookies();
      return all.filter(({ name }) => name === COUNTER);
    };
    const before = await cookie();
    expect(before).toHaveLength(1);
    await tab.become({ visits: { number: 3, store: 'cookie', name: COUNTER } });
    expect(await tab.page.evaluate('document.cookie')).toBe(`${COUNTER}=2`);
    await tab.command({ command: 'set visitor', visitor: {} });
    await tab.report('the page', ({ epoch }) => epoch === 0);
    expect(await cookie()).toEqual(before);
    await tab.page.evaluate(`document.cookie = '${COUNTER}=; path=/; max-age=0'`);
  });

  test('a secure counter on a page of one’s own machine is set and given back', async () => {
    const tab = await newTab();
    await tab.goTo('/faq?widget=none');
    await tab.page.evaluate(`document.cookie = '${COUNTER}=7; path=/; secure'`);
    const cookie = async () => {
      const all = await tab.page.browserContext().cookies();
      return all.filter(({ name }) => name === COUNTER).map(({ value, secure }) => [value, secure]);
    };
    await tab.become({ visits: { number: 3, store: 'cookie', name: COUNTER } });
    expect(await cookie()).toEqual([['2', true]]);
    await tab.become({});
    await tab.report('the page', ({ epoch }) => epoch === 0);
    expect(await cookie()).toEqual([['7', true]]);
    await tab.page.evaluate(`document.cookie = '${COUNTER}=; path=/; secure; max-age=0'`);
  });

  test.each(['localStorage', 'sessionStorage'] as const)(
    'a counter in %s is set and given back',
    async (store) => {
      const tab = await newTab();
      await tab.goTo('/faq?widget=none');
      await tab.page.evaluate(`${store}.setItem('count', '7')`);
      await tab.become({ visits: { number: 3, store, name: 'count' } });
      expect(await tab.page.evaluate(`${store}.getItem('count')`)).toBe('2');
      await tab.command({ command: 'set visitor', visitor: {} });
      await tab.report('the page', ({ epoch }) => epoch === 0);
      expect(await tab.page.evaluate(`${store}.getItem('count')`)).toBe('7');
      await tab.page.evaluate(`${store}.clear()`);
    },
  );

  test('wrong fields of a visitor are told, and nothing changes', async () => {
    const tab = await newTab();
    await tab.goTo('/faq?widget=none');
    await tab.report('the page');
    const before = await tab.snapshot();
    const problems = await tab.tryCommand({
      command: 'set visitor',
      visitor: {
        clock: { at: 'tomorrow' },
        country: { name: '', code: null, latitude: 91, longitude: 0 },
        referrer: { value: 'https://exämple.org/' },
        visits: { number: 0, store: 'cookie', name: 'a b' },
      },
    });
    expect(problems.map(({ path }) => path)).toEqual([
      'clock.at',
      'country.name',
      'country.latitude',
      'referrer.value',
      'visits.number',
      'visits.name',
    ]);
    expect((await tab.snapshot()).simulation).toEqual(before.simulation);
  });
});
