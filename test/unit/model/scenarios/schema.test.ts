import * as v from 'valibot';
import { expect, test } from 'vitest';
import { builtInScenarios } from '../../../../src/model/scenarios/builtIn.ts';
import { scenarioSchema } from '../../../../src/model/scenarios/schema.ts';
import { fullScenario, scenario } from '../../builders.ts';
import { withOneFieldTooMany } from '../../parts.ts';

test.each([...builtInScenarios, fullScenario])('Accepts $id, and leaves it as it is', (good) => {
  expect(v.parse(scenarioSchema, JSON.parse(JSON.stringify(good)))).toEqual(good);
});

test.each(withOneFieldTooMany(fullScenario))('Refuses a field too many: %j', (value) => {
  expect(v.is(scenarioSchema, value)).toBe(false);
});

test.each(['a', 'x'.repeat(64), 'A_z-09'])('“%s” can be an id', (id) => {
  expect(v.is(scenarioSchema, scenario({ id }))).toBe(true);
});

const good = scenario();
const { resetsVisits: _, ...withoutReset } = good;
const withEntry = (value: unknown) => ({
  ...good,
  invite: { ...good.invite, context: [{ key: 'a', value, isDisplayable: true }] },
});
const withSource = (source: unknown) => ({ ...good, parameters: [{ name: 'a', source }] });

test.each<[string, unknown]>([
  ['null', null],
  ['a text', 'waitTime'],
  ['an array', [good]],
  ['nothing in it', {}],
  ['a missing field', withoutReset],
  ['an empty id', { ...good, id: '' }],
  ['an id of other characters', { ...good, id: 'a b' }],
  ['an id with a line break', { ...good, id: 'a\n' }],
  ['an id that every object has', { ...good, id: '__proto__' }],
  ['another', { ...good, id: 'constructor' }],
  ['a long id', { ...good, id: 'x'.repeat(65) }],
  ['a name that is there and undefined', { ...good, name: undefined }],
  ['conditions that are no list', { ...good, conditions: {} }],
  ['an unknown condition', { ...good, conditions: [{ type: 'weather' }] }],
  ['a wrong setting', { ...good, conditions: [{ type: 'timeOnPage', seconds: '20' }] }],
  ['a setting that is NaN', { ...good, conditions: [{ type: 'timeOnPage', seconds: Number.NaN }] }],
  ['an unknown source', withSource({ from: 'cookie', name: 'a' })],
  ['a source with the field of another', withSource({ from: 'typed', selector: 'h1' })],
  ['a message that is no text', { ...good, invite: { ...good.invite, message: 1 } }],
  ['a flag that is no boolean', { ...good, invite: { ...good.invite, showPrechat: 'false' } }],
  ['a context value that is null', withEntry(null)],
  ['a context value that is NaN', withEntry(Number.NaN)],
  ['a context value that is an object', withEntry({})],
  ['an unknown repeat', { ...good, repeat: 'always' }],
])('Refuses %s', (_what, value) => {
  expect(v.is(scenarioSchema, value)).toBe(false);
});
