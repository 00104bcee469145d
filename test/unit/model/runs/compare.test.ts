import { expect, test } from 'vitest';
import { compareRun } from '../../../../src/model/runs/compare.ts';
import { happenedIn } from '../../../../src/model/runs/happened.ts';
import type { ExpectedInvite } from '../../../../src/model/runs/run.ts';
import { text } from '../../../../src/model/text.ts';
import type { TimelineEvent } from '../../../../src/model/timeline.ts';
import { render } from '../../render.ts';
import { at, offered, shown } from './events.ts';

const context = [
  { key: 'Page URL', value: 'https://shop.example/', isDisplayable: true },
  { key: 'visits', value: 3, isDisplayable: true },
];
const came = [offered(1, { context }), shown(2)];

const differences = (invite: ExpectedInvite | null, events: readonly TimelineEvent[]) =>
  compareRun({ invite }, happenedIn(events)).map(render);

test.each<[string, ExpectedInvite | null, readonly TimelineEvent[]]>([
  ['none is expected and none came', null, []],
  ['its message is to the letter', { message: 'May I help?' }, came],
  [
    'survey and entries are the same, and others do not matter',
    { message: 'May I help?', showPrechat: false, context: [{ key: 'visits', value: 3 }] },
    came,
  ],
  ['it was recorded', { message: 'May I help?' }, [{ ...offered(1), kind: 'recorded' }]],
  ['the site showed it', { message: 'Hello' }, [shown(1, 'Hello', 'site')]],
])('A run passes if %s', (_what, expected, events) => {
  expect(differences(expected, events)).toEqual([]);
});

test.each<[string, ExpectedInvite | null, readonly TimelineEvent[], readonly string[]]>([
  ['none came', { message: 'Hi' }, [], ['No invite came; expected was “Hi”.']],
  [
    'none could be offered',
    { message: 'Hi' },
    [at(1, 'blocked', { cause: 'scenario', text: text('blockedNoWidget') })],
    ['No invite came; expected was “Hi”.', 'Blocked: there is no chat widget on this page.'],
  ],
  ['one came', null, came, ['No invite was expected, but this one came: “May I help?”']],
  [
    'the message is another by one sign',
    { message: 'May I help' },
    came,
    ['The message was expected to be “May I help”, but it is “May I help?”.'],
  ],
  [
    'the survey is another',
    { message: 'May I help?', showPrechat: true },
    came,
    ['The pre-chat survey was expected, but the invite leaves it out.'],
  ],
  [
    'the survey is not wanted',
    { message: 'May I help?', showPrechat: false },
    [offered(1, { showPrechat: true }), shown(2)],
    ['No pre-chat survey was expected, but the invite asks for it.'],
  ],
  [
    'entries are others',
    {
      message: 'May I help?',
      context: [
        { key: 'visits', value: '3' },
        { key: 'country', value: 'Ruritania' },
      ],
    },
    came,
    [
      'The context entry “visits” was expected to be “3”, but it is 3.',
      'The context has no entry “country”; Ruritania was expected.',
    ],
  ],
  [
    'the context was not seen',
    { message: 'Hello', showPrechat: false },
    [shown(1, 'Hello', 'site')],
    ['The invite was seen on the page, but not how'],
  ],
  [
    'the widget ignored it',
    { message: 'May I help?' },
    [offered(1), at(2, 'blocked', { cause: 'scenario', text: text('blockedChatActive') })],
    ['Blocked: the widget ignored the invite, because a chat is active.'],
  ],
  [
    'it was never seen',
    { message: 'May I help?' },
    [offered(1)],
    ['The invite was passed to the widget, but it was not seen on the page.'],
  ],
])('A run fails if %s', (_what, expected, events, words) => {
  const found = differences(expected, events);
  expect(found).toHaveLength(words.length);
  words.forEach((one, index) => {
    expect(found[index]).toContain(one);
  });
});

test('Of long messages the part is told that differs', () => {
  const long = 'x'.repeat(1000);
  const [found = ''] = differences({ message: `${long}A` }, [
    offered(1, { message: `${long}B` }),
    shown(2),
  ]);
  expect(found).toContain(`…${'x'.repeat(40)}A”`);
  expect(found).toContain(`…${'x'.repeat(40)}B”`);
});
