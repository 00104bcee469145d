import { describe, expect, test } from 'vitest';
import { answerOf, placeName } from '../../../../src/model/findings/answer.ts';
import { findingsOf } from '../../../../src/model/findings/index.ts';
import type { Examined } from '../../../../src/model/findings/rule.ts';
import type { Outcome } from '../../../../src/model/timeline.ts';
import { render } from '../../render.ts';
import { at, fault, invite, page, READY, START, sampleOf, sdkUse, source, use } from './page.ts';

const answer = (examined: Examined) => render(answerOf(examined, findingsOf(examined)));

const seen = (outcome: Outcome) =>
  page({ sdkUses: [invite()], invites: [{ outcome, at: START + 100 }] });
const trigger = source("addEventListener('lcw:ready', () => SDK.startProactiveChat({}));");
const timer = { dueIn: 14_200, delay: 20_000, repeats: false, by: at(33), isTrigger: true };
const unread = fault('SyntaxError', "Unexpected token ')'", {
  isTrigger: false,
  neverRan: 'unseen',
});
const loading = { state: 'loading' } as const;
const none = { state: 'none' } as const;
const leaving = use('pointer leaving', 'addEventListener', { argument: sampleOf('mouseleave') });
const asked = use('geolocation', 'getCurrentPosition', { argument: sampleOf(() => {}) });

test.each([
  ['https://shop.example/a/products.html?x=1', 'products.html:33'],
  ['https://shop.example/', '/:33'],
  ['<anonymous code>', '<anonymous code>:33'],
  ['blob:https://shop.example/1a2b', '1a2b:33'],
])('The place in %s is told as %s', (file, name) => {
  expect(placeName({ file, line: 33, column: 1 })).toBe(name);
});

describe('What became of an invite is told', () => {
  test.each([
    ['shown', 'An invite of the site was shown (products.html:20).'],
    ['accepted', 'An invite of the site was shown and accepted (products.html:20).'],
    ['dismissed', 'An invite of the site was shown and dismissed (products.html:20).'],
    [
      'timed out',
      'An invite of the site was shown; nobody answered it within a minute (products.html:20).',
    ],
    [
      'recorded',
      'The site offered an invite; in the dry run it was recorded and not shown (products.html:20).',
    ],
    [
      'blocked',
      'An invite of the site was offered (products.html:20), and the widget showed nothing of it.',
    ],
  ] as const)('%s', (outcome, sentence) => {
    expect(answer(seen(outcome))).toBe(sentence);
  });

  test('before anything of it is seen', () => {
    expect(answer(page({ sdkUses: [invite()] }))).toBe(
      'An invite of the site was offered (products.html:20), and is not seen yet.',
    );
  });

  test('also if its place is not known', () => {
    expect(answer(page({ invites: [{ outcome: 'shown', at: START }] }))).toBe(
      'An invite of the site was shown (?).',
    );
  });

  test('although there are faults', () => {
    const examined = seen('shown');
    const faults = [fault('TypeError', 'x')];
    expect(answer({ ...examined, watched: { ...examined.watched, faults } })).toMatch(/was shown/);
  });
});

describe('Why there is none is told', () => {
  test.each([
    [
      'no widget, no code',
      page({}, { widget: none }),
      'There is no chat widget on this page, and no code that uses one.',
    ],
    [
      'a fault that keeps it away, before what is waited for',
      page({ timers: [timer], faults: [fault('TypeError', 'x')] }),
      'The trigger throws an error that nobody catches, so the rest of it does not run.',
    ],
    ['a timer', page({ timers: [timer] }), 'products.html:33 waits 20 s; 14.2 s are left.'],
    [
      'a timer, before a fault that only spoils the invite',
      page({ timers: [timer], sources: [source('alert(1)')] }),
      'products.html:33 waits 20 s; 14.2 s are left.',
    ],
    [
      'a position',
      page({ inputs: [asked], sources: [trigger] }),
      'products.html:12 has asked where the visitor is and has no answer yet.',
    ],
    [
      'the pointer',
      page({ inputs: [leaving], sources: [trigger] }),
      'products.html:12 waits for the pointer to leave the page.',
    ],
    [
      'a widget on its way',
      page({ sources: [trigger] }, { widget: loading }),
      'The chat widget is there, but lcw:ready has not come yet.',
    ],
    [
      'a page that was seen late',
      page({ isFromStart: false }),
      'The page was loaded before it was watched: load it anew to see what its trigger does.',
    ],
    [
      'a fault that spoils it, if nothing is waited for',
      page({ sources: [source('alert(1)')] }),
      "The trigger's script calls alert(), which stops the page until somebody answers it.",
    ],
    [
      'no code',
      page(),
      'No code that uses the chat has run on this page. If the site has a trigger, its script is elsewhere, or has not run.',
    ],
    [
      'a script that never ran, if there is no other code',
      page({ faults: [unread] }),
      "None of the script at products.html:12 ran: Unexpected token ')'. No code that uses the chat was seen, so if the trigger is in that script, this is why there is no invite.",
    ],
    [
      'the same where there is no widget, which that script may bring',
      page({ faults: [unread] }, { widget: none }),
      "None of the script at products.html:12 ran: Unexpected token ')'. No code that uses the chat was seen, so if the trigger is in that script, this is why there is no invite.",
    ],
    [
      'code that is silent',
      page({ sources: [trigger] }),
      'Code that uses the chat is on this page. It has offered no invite, and is not known to wait for anything.',
    ],
    [
      'what the code has read',
      page({
        sources: [trigger],
        inputs: [
          use('referrer', 'referrer', { value: sampleOf('') }),
          use('localStorage', 'getItem', { argument: sampleOf('visits'), value: sampleOf('1') }),
          use('localStorage', 'getItem', {
            argument: sampleOf('visits'),
            value: sampleOf('1'),
            by: at(50),
          }),
          use('geolocation', 'getCurrentPosition', {
            argument: sampleOf(() => {}),
            value: sampleOf('position'),
          }),
          use('cookies', 'cookie', { value: sampleOf('a=1'), isTrigger: false }),
          use('timers', 'setTimeout', { argument: sampleOf(0) }),
        ],
      }),
      "The trigger has offered nothing. It has read: referrer “”, getItem('visits') “1”, getCurrentPosition “position”. Compare that with what its code asks for.",
    ],
  ])('%s', (_name, examined, sentence) => {
    expect(answer(examined)).toBe(sentence);
  });

  test.each([
    ['whose text is known', page({ faults: [{ ...unread, neverRan: 'seen' }] })],
    ['where the trigger is elsewhere', page({ faults: [unread], sources: [trigger] })],
    ['where the trigger has read something', page({ faults: [unread], inputs: [leaving] })],
    ['that ran', page({ faults: [{ ...unread, neverRan: null }] })],
  ])('but not by a script %s', (_name, examined) => {
    expect(answer(examined)).not.toMatch(/None of the script/);
  });

  test.each([
    ['a timer of other code', page({ timers: [{ ...timer, isTrigger: false }] })],
    ['a position that has come', page({ inputs: [{ ...asked, value: sampleOf('position') }] })],
    ['other code that waits for the pointer', page({ inputs: [{ ...leaving, isTrigger: false }] })],
  ])('but not by %s', (_name, examined) => {
    expect(answer(examined)).not.toMatch(/waits|asked/);
  });

  test('in a sentence, however much was read', () => {
    const inputs = Array.from({ length: 100 }, (_, index) =>
      use('cookies', `cookie${index}`, { value: sampleOf('x'.repeat(300)) }),
    );
    expect(answer(page({ inputs, sources: [trigger] })).length).toBeLessThan(800);
  });
});

test('On a healthy page with everything on it there are no findings', () => {
  const text = `// From the third visit on
const visits = Number(localStorage.getItem('visits') ?? 0) + 1;
localStorage.setItem('visits', String(visits));
addEventListener('lcw:ready', () => {
  if (visits < 3 || document.referrer === 'https://www.contoso.com/') return;
  setTimeout(() => {
    SDK.setContextProvider(() => ({ 'No. of visits': { value: visits, isDisplayable: true } }));
    SDK.startProactiveChat({ message: 'May we help?' }, false, { inNewWindow: false });
    localStorage.removeItem('visits');
  }, 20_000);
});`;
  const examined = page({
    sources: [source(text)],
    sdkUses: [sdkUse('setContextProvider', [() => ({})]), invite()],
    contexts: [{ ending: { returned: sampleOf({ Visits: { value: 3 } }) }, by: at(17), at: START }],
    inputs: [use('timers', 'setTimeout', { argument: sampleOf(20_000), by: at(15) })],
    events: [{ name: 'lcw:ready', detail: sampleOf(undefined), at: START }],
    faults: [fault('TypeError', 'of the shop', { isTrigger: false })],
  });
  expect(examined.widget).toEqual(READY);
  expect(findingsOf(examined)).toEqual([]);
});
