// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { overrideGeolocation } from '../../../../src/content/page/overrides/country/geolocation.ts';
import { overrideLanguage } from '../../../../src/content/page/overrides/country/language.ts';
import { answersFor } from '../../../../src/content/page/overrides/country/requests/answers.ts';
import { overrideScripts } from '../../../../src/content/page/overrides/country/requests/scripts.ts';
import { Dial } from '../../../../src/content/page/time/dial.ts';
import { AUSTRIA } from './ask.ts';

const owners = {
  Intl,
  NumberFormat: Intl.NumberFormat.prototype,
  DateTimeFormat: Intl.DateTimeFormat.prototype,
  Number: Number.prototype,
  Date: Date.prototype,
  String: String.prototype,
  Navigator: Navigator.prototype,
  Node: Node.prototype,
  Element: Element.prototype,
  Document: Document.prototype,
  DocumentFragment: DocumentFragment.prototype,
  CharacterData: CharacterData.prototype,
  HTMLScriptElement: HTMLScriptElement.prototype,
};

/** What the overrides may replace, as it is now. */
const present = (): ReadonlyMap<string, PropertyDescriptor> =>
  new Map(
    Object.entries(owners).flatMap(([name, owner]) =>
      Object.entries(Object.getOwnPropertyDescriptors(owner)).map(
        ([key, descriptor]) => [`${name}.${key}`, descriptor] as const,
      ),
    ),
  );

/** The properties that are no longer as they were. */
const changedSince = (before: ReturnType<typeof present>): readonly string[] =>
  [...present()]
    .filter(([path, now]) => {
      const was = before.get(path);
      return !was || (['value', 'get', 'set'] as const).some((part) => now[part] !== was[part]);
    })
    .map(([path]) => path);

describe.each([
  [
    'language',
    () => overrideLanguage('de-AT'),
    [
      'Intl.NumberFormat',
      'NumberFormat.constructor',
      'Number.toLocaleString',
      'Navigator.language',
    ],
  ],
  [
    'script elements',
    () => overrideScripts(answersFor(AUSTRIA), new Dial()),
    ['Node.appendChild', 'Element.append', 'Element.setAttribute', 'HTMLScriptElement.src'],
  ],
] as const)('The override of %s', (_what, override, examples) => {
  test('leaves nothing when it is undone', () => {
    const before = present();
    const undo = override();
    expect(changedSince(before)).toEqual(expect.arrayContaining([...examples]));
    undo();
    expect(changedSince(before)).toEqual([]);
  });
});

test('On a page that is not secure geolocation stays the browser’s', () => {
  Object.defineProperty(window, 'isSecureContext', { value: false, configurable: true });
  const getCurrentPosition = () => {};
  Object.defineProperty(navigator, 'geolocation', {
    value: { getCurrentPosition },
    configurable: true,
  });
  const undo = overrideGeolocation(AUSTRIA, new Dial());
  expect(navigator.geolocation.getCurrentPosition).toBe(getCurrentPosition);
  undo();
});
