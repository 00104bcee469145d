import { expect, inject, test } from 'vitest';
import { eventually, wordsOf } from '../../driver/simulator.ts';
import { pressInInvite } from '../../driver/widget.ts';
import { findingsOf, rules } from '../../src/model/findings/index.ts';
import type { Evidence, Finding, RuleName } from '../../src/model/findings/rule.ts';
import type { Outcome } from '../../src/model/timeline.ts';
import { RURITANIA } from '../../src/model/visitor/country.ts';
import type { Visitor } from '../../src/model/visitor/visitor.ts';
import { inputNames } from '../../src/model/watch/watched.ts';
import { galleryPage } from '../galleryPage.ts';
import { EXPECTED } from './expectedFindings.ts';
import { USES } from './usesOfInputs.ts';
import { atRest, endChat, type WatchedTab, watched, watching } from './watchedPage.ts';
import { inBothBrowsers, type Tab } from './withExtension.ts';

/** The rules, with the one last whose page leaves a chat, which the widget would bring back on those that come later. */
const LEAVES_CHAT: RuleName = 'inviteDuringChat';
const RULES: readonly RuleName[] = [
  ...rules.map(({ name }) => name).filter((name) => name !== LEAVES_CHAT),
  LEAVES_CHAT,
];

/** The rules on whose pages the widget never gets ready. */
const NEVER_READY: readonly RuleName[] = ['widgetNotLoaded', 'readyNeverCame'];

/** A visitor who keeps the position secret, and for whom no request for a country leaves the machine. */
const SECRETIVE: Visitor = {
  country: { ...RURITANIA, geolocation: { answer: 'denied', afterMs: 0 } },
};
const NOBODY: Visitor = {};

/** The visitor who is to come to the page of a rule. */
const visitorFor = (rule: RuleName): Visitor =>
  rule === 'geolocationNoFallback' || rule === 'locationServiceRetired' ? SECRETIVE : NOBODY;

/** A widget that has not come so long after the page will not come any more, in ms. */
const LATER = 60_000;

const findingsIn = ({ watched: seen, widget }: WatchedTab): readonly Finding[] =>
  widget ? findingsOf({ watched: seen, widget, now: Date.now() + LATER }) : [];

/** Waits until a rule has found something on the page of a tab. */
const findingOf = (tab: Tab, rule: RuleName): Promise<Finding> =>
  eventually(`the finding ${rule}`, async () => {
    const snapshot = await tab.snapshot();
    const { watched: seen } = snapshot;
    const findings = seen ? findingsIn({ ...snapshot, watched: seen }) : [];
    return findings.find((one) => one.rule === rule) ?? null;
  });

const SOME_WORDS: unknown = expect.stringMatching(/\w/);

/** What a text is to be, or to look like. */
const like = (wanted: string | RegExp): unknown =>
  typeof wanted === 'string' ? wanted : expect.stringMatching(wanted);

/** The lines of a page, as the staging site serves it. */
const linesOf = async (path: string): Promise<readonly string[]> =>
  (await (await fetch(inject('origin') + path)).text()).split('\n');

/** What shows a finding, with the line of the page that it names. */
const shownBy =
  (path: string, lines: readonly string[]) =>
  ({ at, value }: Evidence): readonly [string | null, string] => {
    const isInPage = at?.file === inject('origin') + path;
    const line = at && (isInPage ? (lines[at.line - 1] ?? 'no line') : at.file);
    return [line, value.replaceAll(inject('origin'), '')];
  };

/** A page of the staging site with code of its own, or none; how its invite is had, and what is found on it. */
interface OwnPage {
  readonly path: string;
  /** How long its trigger waits, in ms. */
  readonly waits?: number;
  /** Whether its trigger then waits for the pointer to leave. */
  readonly leaves?: true;
  /** What the visitor does with its invite, and what that is told as. */
  readonly answer?: readonly ['start' | 'close', Outcome];
  /** Whether it has trigger code, and so offers an invite to this visitor. */
  readonly offers: boolean;
  /** The faults that it is documented to have. */
  readonly faults?: readonly RuleName[];
}

/** The page that sees the referrer: the one that the visitor comes to first. */
const FIRST = '/own/knowledge-base';

const PAGES: readonly OwnPage[] = [
  { path: FIRST, waits: 15_000, offers: true, faults: ['referrerNeverEqual'] },
  { path: '/own/product', waits: 20_000, offers: true, answer: ['close', 'dismissed'] },
  { path: '/own/community', waits: 5_000, offers: true },
  { path: '/own/support/case', waits: 10_000, offers: true },
  { path: '/own/cart', waits: 15_000, leaves: true, offers: true },
  { path: '/own/shipping', offers: true, faults: ['locationServiceRetired'] },
  { path: '/own/locations', offers: false },
  { path: '/', offers: false },
  { path: '/app', offers: false },
  { path: '/faq', offers: false },
  { path: '/own/sale', offers: true, answer: ['start', 'accepted'] },
];

/** A visitor to whom all of them offer their invite, and of whom no request leaves the machine. */
const EVERYBODY: Visitor = {
  clock: { at: null },
  visits: { number: 3, store: 'cookie', name: 'timesPageVisited' },
  country: RURITANIA,
  referrer: { value: 'www.contoso.com/FAQ' },
};

/** Lets the time pass that a page waits, and the pointer leave it. */
async function letHappen(tab: Tab, { waits, leaves }: OwnPage): Promise<void> {
  if (waits) await tab.command({ command: 'skip', ms: waits });
  if (!leaves) return;
  await watched(tab, 'the pointer to be awaited', ({ inputs }) =>
    inputs.some(({ input }) => input === 'pointer leaving'),
  );
  await tab.command({ command: 'leave page' });
}

/** Waits until an invite of the site has come to something. */
const fate = (tab: Tab, wanted: Outcome) =>
  watched(tab, `the invite to be ${wanted}`, ({ invites }) =>
    invites.some(({ outcome }) => outcome === wanted),
  );

/** Presses a button of the site's invite until it is told: while the widget begins it forgets what was pressed. */
const answerInvite = (tab: Tab, [button, wanted]: NonNullable<OwnPage['answer']>) =>
  eventually(`the invite to be ${wanted}`, async () => {
    await pressInInvite(tab.page, button);
    const { watched: seen } = await tab.snapshot();
    return seen?.invites.some(({ outcome }) => outcome === wanted) ? true : null;
  });

inBothBrowsers(({ newTab, simulator }) => {
  test('each broken page of the gallery has exactly its finding, with the line and the value at fault', async () => {
    const tab = await newTab();
    await watching(tab, '/faq?widget=none');
    const popup = await simulator().console();
    const found: Record<string, unknown> = {};
    const expected: Record<string, unknown> = {};
    let visitor = NOBODY;
    for (const rule of RULES) {
      if (visitor !== visitorFor(rule)) {
        visitor = visitorFor(rule);
        await tab.become(visitor);
      }
      const path = `/broken/${galleryPage(rule)}`;
      const lines = await linesOf(path);
      await tab.goTo(path);
      if (!NEVER_READY.includes(rule)) await tab.widgetReady();
      // The others shall be told of, too, if one is not found.
      await findingOf(tab, rule).catch(() => null);
      const findings = findingsIn(await atRest(tab));
      found[rule] = await Promise.all(
        findings.map(async ({ cause, mend, evidence, ...one }) => ({
          rule: one.rule,
          values: cause.values,
          cause: await wordsOf(popup, cause),
          mend: await wordsOf(popup, mend),
          evidence: evidence.map(shownBy(path, lines)),
        })),
      );
      const { evidence, value } = EXPECTED[rule];
      expected[rule] = [
        {
          rule,
          values: value === undefined ? [] : [value],
          cause: value === undefined ? SOME_WORDS : expect.stringContaining(value),
          mend: SOME_WORDS,
          evidence: evidence.map(([code, text]) => [
            code && expect.stringContaining(code),
            like(text),
          ]),
        },
      ];
      if (rule === LEAVES_CHAT) await endChat(tab);
    }
    expect(found).toEqual(expected);
  });

  test('a policy that refuses the widget is told, and nothing beside it', async () => {
    const tab = await newTab();
    await watching(tab, '/own/product?csp=no-widget');
    await findingOf(tab, 'policyBlocks');
    expect(findingsIn(await atRest(tab))).toMatchObject([
      {
        rule: 'policyBlocks',
        evidence: [
          {
            value: `script-src-elem: ${inject('origin')}/livechatwidget/scripts/LiveChatBootstrapper.js`,
          },
        ],
      },
    ]);
  });

  test('pages offer their invite, and have the faults that are known of them, most of them none', async () => {
    const tab = await newTab();
    await watching(tab, FIRST);
    await tab.become(EVERYBODY);
    for (const page of PAGES) {
      const { path, offers, faults = [], answer } = page;
      if (path !== FIRST) await tab.goTo(path);
      await tab.widgetReady();
      await letHappen(tab, page);
      if (offers) await fate(tab, 'shown');
      if (answer) await answerInvite(tab, answer);
      const seen = await atRest(tab);
      const { sources, sdkUses } = seen.watched;
      expect({
        path,
        found: findingsIn(seen).map(({ rule }) => rule),
        calls: sdkUses.map(({ method }) => method),
        hasCode: sources.length > 0,
      }).toEqual({
        path,
        found: faults,
        calls: offers ? ['setContextProvider', 'startProactiveChat'] : [],
        hasCode: offers,
      });
      if (answer?.[1] === 'accepted') await endChat(tab);
    }
  });

  test('an invite of ours on a watched page is nothing that the site has done', async () => {
    const tab = await newTab();
    await watching(tab, '/own/cart');
    await tab.widgetReady();
    await tab.command({ command: 'fire', scenarioId: 'waitTime' });
    await tab.outcome('waitTime', 'shown');
    const seen = await atRest(tab);
    const { sources, sdkUses, contexts, invites } = seen.watched;
    expect(sources).not.toEqual([]);
    expect([findingsIn(seen), sdkUses, contexts, invites]).toEqual([[], [], [], []]);
  });

  test('every use of an input is told with its place in the page, and what it was given', async () => {
    const tab = await newTab();
    await watching(tab, '/faq?widget=none', { country: RURITANIA });
    await tab.follow('/own/inputs');
    await tab.widgetReady();
    const seen = await atRest(tab);
    const lines = await linesOf('/own/inputs');
    const told = seen.watched.inputs.map(({ input, what, by, value, isTrigger, times }) => ({
      input,
      what,
      code: by?.file === `${inject('origin')}/own/inputs` ? lines[by.line - 1] : by,
      value: value?.text ?? null,
      isTrigger,
      times,
    }));
    const expected = USES.map(([input, what, code, value]) => ({
      input,
      what,
      code: expect.stringContaining(code),
      value: value === undefined ? null : like(value),
      isTrigger: true,
      times: 1,
    }));
    expect(told).toEqual(expected);
    expect([...new Set(USES.map(([input]) => input))]).toEqual(inputNames);
    expect(findingsIn(seen)).toEqual([]);
  });
});
