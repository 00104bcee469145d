import { describe, expect, test } from 'vitest';
import { MAX_DEPTH } from '../../../../src/model/pack/json.ts';
import { MAX_PACK_LENGTH } from '../../../../src/model/pack/pack.ts';
import { fieldName, readPack } from '../../../../src/model/pack/read.ts';
import { writePack } from '../../../../src/model/pack/write.ts';
import { fullVisitor, invite, run, scenario } from '../../builders.ts';
import { missing, type Path, withPart } from '../../parts.ts';
import { render } from '../../render.ts';
import { fullPack, textOf } from './samples.ts';

/** The problems of a text as a popup words them. */
function problemsOf(json: string): readonly string[] {
  const read = readPack(json);
  if ('pack' in read) throw new Error('It was read without a problem.');
  return read.problems.map(
    ({ line, column, field, text }) => `${line}:${column} ${field}: ${render(text)}`,
  );
}

const small = {
  format: 'trigger-simulator-pack',
  version: 2,
  scenarios: [scenario()],
  visitors: [{ id: 'v', name: 'V', visitor: fullVisitor }],
  runs: [run()],
};
const withSmall = (path: Path, value: unknown) => textOf(withPart(small, path, value));

test('A pack that was written is read as it was', () => {
  const { $schema: _, ...written } = fullPack;
  expect(readPack(writePack(fullPack))).toEqual({
    pack: { ...written, $schema: fullPack.$schema },
  });
});

test('A pack of nothing is a pack, and so is one after a byte order mark', () => {
  const empty = writePack({ scenarios: [], visitors: [], runs: [] });
  expect(readPack(empty)).toMatchObject({ pack: { scenarios: [], visitors: [] } });
  expect(readPack(`\ufeff${empty}`)).toEqual(readPack(empty));
});

describe('What is no pack is refused, with line, column and field', () => {
  test.each<[string, string, string]>([
    ['nothing', ' \n', '1:1 : There is nothing in it'],
    ['broken JSON', '{\n  "format": "x",\n}', '3:1 : This is not JSON: the name of a field'],
    ['a list', '[]', '1:1 : This is not a pack'],
    ['another file', '{ "name": "x" }', '1:1 format: This is not a pack'],
    [
      'an inherited format',
      '{ "__proto__": { "format": "trigger-simulator-pack" } }',
      '1:1 format',
    ],
    ['no version', withSmall(['version'], missing), '1:1 version: The version'],
    ['half a version', withSmall(['version'], 1.5), '3:3 version: The version'],
    ['a newer version', withSmall(['version'], 3), '3:3 version: The pack is of version 3, but'],
    ['a field too many', withSmall(['author'], 'me'), 'author: There is no field “author” here.'],
    ['no scenarios', withSmall(['scenarios'], missing), '1:1 scenarios: The field “scenarios” is'],
    [
      'scenarios that are no list',
      withSmall(['scenarios'], {}),
      '4:3 scenarios: This should be Array',
    ],
    [
      'a field too many deep inside',
      withSmall(['scenarios', 0, 'invite', 'colour'], 'red'),
      'scenarios 1 › invite › colour: There is no field “colour” here.',
    ],
    [
      'a missing field',
      withSmall(['scenarios', 0, 'repeat'], missing),
      '5:5 scenarios 1 › repeat: The field “repeat” is missing here.',
    ],
    [
      'a field __proto__',
      textOf(small).replace('"resetsVisits"', '"__proto__": {"repeat": "x"}, "resetsVisits"'),
      'scenarios 1 › __proto__: There is no field “__proto__” here.',
    ],
    [
      'a wrong kind of value',
      withSmall(['scenarios', 0, 'conditions', 0, 'seconds'], '20'),
      '10:11 scenarios 1 › conditions 1 › seconds: This should be number, but it is "20".',
    ],
    [
      'a condition that nobody knows',
      withSmall(['scenarios', 0, 'conditions', 0, 'type'], 'weather'),
      'scenarios 1 › conditions 1 › type: This should be ("timeOnPage" | ',
    ],
    [
      'an inherited condition',
      withSmall(['scenarios', 0, 'conditions', 0, 'type'], 'constructor'),
      'scenarios 1 › conditions 1 › type: This should be ("timeOnPage" | ',
    ],
    [
      'an inherited id',
      withSmall(['scenarios', 0, 'id'], '__proto__'),
      '6:7 scenarios 1 › id: "__proto__" is not of the right form.',
    ],
    [
      'a wrong count of visits',
      withSmall(['visitors', 0, 'visitor', 'visits'], { number: 3, store: 'disk', name: 'n' }),
      'visitors 1 › visitor › visits › store: This should be ("cookie" | ',
    ],
    [
      'a visitor that is a list',
      withSmall(['visitors', 0, 'visitor'], []),
      'visitors 1 › visitor: This should be Object, but it is Array.',
    ],
    [
      'a number that is not finite',
      withSmall(['visitors', 0, 'visitor', 'country', 'latitude'], 9e99).replace('9e+99', '1e999'),
      'visitors 1 › visitor › country › latitude: This is not a number.',
    ],
    [
      'a long name',
      withSmall(['visitors', 0, 'name'], 'x'.repeat(101)),
      'visitors 1 › name: This may have at most 100 characters; it has 101.',
    ],
    [
      'a name of spaces',
      withSmall(['visitors', 0, 'name'], '  '),
      'visitors 1 › name: This must not be empty.',
    ],
    [
      'a setting out of its range',
      withSmall(['scenarios', 0, 'conditions', 0, 'seconds'], -1),
      '10:11 scenarios 1 › conditions 1 › seconds: ',
    ],
    [
      'an unknown placeholder',
      withSmall(['scenarios', 0, 'invite'], invite({ message: 'Hi {name}' })),
      'scenarios 1 › invite › message: ',
    ],
    [
      'a visitor who cannot be',
      withSmall(['visitors', 0, 'visitor', 'clock', 'at'], 'soon'),
      'visitors 1 › visitor › clock › at: This is not a',
    ],
    [
      'a run to a file',
      withSmall(['runs', 0, 'address'], 'file:///product.html'),
      'runs 1 › address: This is not the address of a page.',
    ],
    [
      'a step that nobody knows',
      withSmall(['runs', 0, 'steps', 0, 'do'], 'click'),
      'runs 1 › steps 1 › do: This should be ("skip" | ',
    ],
    [
      'a skip backwards',
      withSmall(['runs', 0, 'steps', 0, 'ms'], -1),
      'runs 1 › steps 1 › ms: This must be from 1 to ',
    ],
    [
      'an id that stands there twice',
      withSmall(['scenarios', 1], scenario()),
      'scenarios 2 › id: The id “sample” stands in this list twice.',
    ],
    [
      'too many',
      textOf({ ...small, scenarios: Array.from({ length: 501 }, () => 0) }),
      'scenarios: At most 500 are allowed.',
    ],
    ['too deep', '['.repeat(100_000), `1:${MAX_DEPTH + 2} : This is nested deeper than`],
    ['too long', ' '.repeat(MAX_PACK_LENGTH) + textOf(small), '1:1 : A pack may have at most'],
  ])('%s', (_what, json, words) => {
    const found = problemsOf(json);
    expect(found[0]).toContain(words);
  });
});

test('All problems are told, in the order of their lines', () => {
  const json = textOf({
    ...small,
    scenarios: [scenario({ id: 'a', conditions: [] }), scenario({ id: 'a', name: '' })],
    visitors: [{ id: 'v', name: 'V', visitor: { referrer: { value: 'ä' } } }],
  });
  expect(problemsOf(json).map((one) => one.replace(/:.*? /, ' ').split(': ')[0])).toEqual([
    '7 scenarios 1 › conditions',
    '19 scenarios 2 › id',
    '35 scenarios 2 › name',
    '44 visitors 1 › visitor › referrer › value',
  ]);
});

test('Of very many problems the first are told', () => {
  const json = textOf({ ...small, visitors: Array.from({ length: 500 }, () => ({})) });
  const found = problemsOf(json);
  expect(found).toHaveLength(20);
  expect(found[0]).toContain('visitors 1 › id');
});

test('The same id may be a scenario’s and a visitor’s', () => {
  expect(readPack(withSmall(['visitors', 0, 'id'], 'sample'))).toHaveProperty('pack');
});

test('A field is named as a person counts', () => {
  expect(fieldName(['scenarios', 1, 'invite', 'context', 0, 'key'])).toBe(
    'scenarios 2 › invite › context 1 › key',
  );
  expect(fieldName([])).toBe('');
});
