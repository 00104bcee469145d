import './documentOfTests.ts';

import { beforeEach, describe, expect, test } from 'vitest';
import { isWidgetFile, mentionsSdk, Sources } from '../../../../src/content/page/watch/sources.ts';
import { MAX_SOURCE } from '../../../../src/model/watch/watched.ts';
import { run as runScript, TestScript } from './documentOfTests.ts';

const page = location.href;
const at = (line: number, file = page) => ({ file, line, column: 1 });

const run = (text: string, address?: string) => runScript(new TestScript(text, address));

let sources = new Sources();
beforeEach(() => {
  sources = new Sources();
  runScript(null);
});

test.each([
  'Microsoft.Omnichannel.LiveChatWidget.SDK',
  'chat.startProactiveChat({})',
  "addEventListener('lcw:ready', go)",
  'addEventListener("lcw:closeChat", go)',
  'on(`lcw:ready`)',
])('%j has to do with the widget', (text) => {
  expect(mentionsSdk(text)).toBe(true);
});

test.each(['', 'startChat()', 'lcw', 'function () { [native code] }'])('%j has not', (text) => {
  expect(mentionsSdk(text)).toBe(false);
});

test('The widget’s own scripts are known by their address', () => {
  expect(isWidgetFile('https://a.example/livechatwidget/scripts/main.js')).toBe(true);
  expect(isWidgetFile('https://a.example/LiveChatBootstrapper.js')).toBe(true);
  expect(isWidgetFile('https://a.example/chat.js')).toBe(false);
});

describe('The first line of a script in the HTML', () => {
  const text = [
    'const wait = 20_000;',
    "addEventListener('lcw:ready', () => {",
    '  setTimeout(() => startProactiveChat({}), wait);',
    '  setTimeout(remind, 2 * wait);',
    '});',
  ].join('\n');
  const firstLine = () => sources.all()[0]?.firstLine;

  test('is not known before anything is done', () => {
    run(text);
    expect(sources.noteRunning(null, 'addEventListener')).toBe(true);
    expect(firstLine()).toBeNull();
    expect(sources.includes(at(31))).toBe(false);
  });

  test('follows from what only one of its lines can do', () => {
    run(text);
    sources.noteRunning(at(31), 'addEventListener');
    expect(firstLine()).toBe(30);
    expect([29, 30, 34, 35].map((line) => sources.includes(at(line)))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  test('follows from several things that several lines can do', () => {
    run(text);
    sources.noteRunning(at(33), 'setTimeout');
    expect(firstLine()).toBeNull();
    sources.noteRunning(at(32), 'setTimeout');
    expect(firstLine()).toBe(30);
  });

  test('cannot be before the file begins', () => {
    run(text);
    sources.noteRunning(at(3), 'setTimeout');
    expect(firstLine()).toBe(1);
  });

  test('stays what it was when something does not fit', () => {
    run(text);
    sources.noteRunning(at(31), 'addEventListener');
    sources.noteRunning(at(90), 'setTimeout');
    sources.noteRunning(at(90), 'fetch');
    sources.noteRunning(at(33, 'https://a.example/lib.js'), 'setTimeout');
    expect(firstLine()).toBe(30);
  });
});

describe('Not the trigger’s are', () => {
  test('scripts that have nothing to do with the widget', () => {
    run('setTimeout(a, 1)');
    expect(sources.noteRunning(at(3), 'setTimeout')).toBe(false);
    expect(sources.all()).toEqual([]);
  });

  test('scripts of other files, whose text is not asked for', () => {
    run('startProactiveChat()', 'https://a.example/b.js');
    expect(sources.noteRunning(at(3), 'setTimeout')).toBe(false);
    expect(sources.noteFault(at(3))).toBe(false);
  });

  test('what runs when no script does', () => {
    expect(sources.noteRunning(at(3), 'setTimeout')).toBe(false);
    expect(sources.noteFault(at(3))).toBe(false);
  });
});

describe('A script with a syntax error', () => {
  test('that has to do with the widget is kept', () => {
    run('startProactiveChat({}));');
    expect(sources.noteFault(at(3))).toBe(true);
    expect(sources.all()).toHaveLength(1);
  });

  test('that has not, is not', () => {
    run('a());');
    expect(sources.noteFault(at(3))).toBe(false);
    expect(sources.all()).toEqual([]);
  });
});

describe('A function that is handed over', () => {
  const offer = () => `${'startProactiveChat'}`;

  test('is kept with its file, once, and makes the file the trigger’s', () => {
    const file = 'https://a.example/trigger.js';
    expect(sources.noteFunction(offer, at(3, file))).toBe(true);
    expect(sources.noteFunction(offer, at(9, file))).toBe(true);
    expect(sources.all()).toEqual([{ file, firstLine: null, text: String(offer) }]);
    expect(sources.includes(at(500, file))).toBe(true);
    expect(sources.includes(at(500, 'https://a.example/b.js'))).toBe(false);
  });

  test('of a script in the HTML is part of that, and does not make all of the page a trigger', () => {
    run(`const offer = ${String(offer)};\nsetTimeout(offer, 1);`);
    sources.noteRunning(at(3), 'setTimeout');
    expect(sources.noteFunction(offer, at(3))).toBe(true);
    expect(sources.all()).toHaveLength(1);
    expect(sources.includes(at(500))).toBe(false);
  });

  test.each([
    ['that has nothing to do with the widget', () => 1],
    ['that is none', 'startProactiveChat()'],
    ['that is native', Math.max],
  ])('but not one %s', (_name, value) => {
    expect(sources.noteFunction(value, at(3))).toBe(false);
    expect(sources.all()).toEqual([]);
  });
});

describe('A function of which is known that it is the trigger’s', () => {
  const file = 'https://a.example/trigger.js';

  test('is kept whatever it says, and makes the file the trigger’s', () => {
    const go = () => 1;
    sources.keepFunction(go, at(3, file));
    sources.keepFunction(go, at(3, file));
    expect(sources.all()).toEqual([{ file, firstLine: null, text: String(go) }]);
    expect(sources.includes(at(500, file))).toBe(true);
  });

  test.each([
    ['a function whose text cannot be seen', (() => 1).bind(null)],
    ['an object that handles events', { handleEvent: () => 1 }],
  ])('has no text if it is %s', (_name, listener) => {
    sources.keepFunction(listener, at(3, file));
    expect(sources.all()).toEqual([]);
    expect(sources.includes(at(500, file))).toBe(true);
  });
});

test('Long code is cut', () => {
  run(`startProactiveChat();${'a();'.repeat(MAX_SOURCE)}`);
  sources.noteRunning(null, 'x');
  expect(sources.all()[0]?.text).toHaveLength(MAX_SOURCE);
});
