import { expect, test } from 'vitest';
import { builtInScenarios } from '../../../../src/model/scenarios/builtIn.ts';
import { fillInvite } from '../../../../src/model/scenarios/fillInvite.ts';
import { scenarioProblems } from '../../../../src/model/scenarios/problems.ts';
import { evaluateScenario } from '../../../../src/model/scenarios/scenario.ts';
import { facts } from '../../builders.ts';

/** A visit in which all seven come true, but for time and the pointer. */
const address = 'https://shop.example/support?caseId=CAS-1';
const visit = facts({
  address,
  visits: 3,
  referrer: 'www.contoso.com/FAQ',
  country: { name: 'Ruritania', code: null },
  parameters: { 'case id': 'CAS-1' },
});

const CHECKING_IN = 'Hi! Just checking in to see if I can help answer any questions you may have.';

/** Microsoft's documentation, word for word. */
const documented = [
  {
    id: 'waitTime',
    conditions: [{ type: 'timeOnPage', seconds: 20 }],
    firstQualifiedAt: { sinceReady: 20_000 },
    message: CHECKING_IN,
    context: { 'Proactive Chat': 'True', 'Time On Page': 20_000, 'Page URL': address },
    resetsVisits: false,
  },
  {
    id: 'repeatVisits',
    conditions: [
      { type: 'visits', moreThan: 2 },
      { type: 'timeOnPage', seconds: 5 },
    ],
    firstQualifiedAt: { sinceReady: 5000 },
    message: 'Hi! Do you have a question on Surface device? I am here to help.',
    context: { 'Proactive Chat': 'True', 'No. of visits': 3, Forums: 'Surface Devices' },
    resetsVisits: true,
  },
  {
    id: 'caseStatus',
    conditions: [
      { type: 'pageAddress', pattern: '*/support*' },
      { type: 'timeOnPage', seconds: 10 },
      { type: 'parameter', name: 'case id' },
    ],
    firstQualifiedAt: { sinceReady: 10_000 },
    message:
      'Hi! How are you doing today? The status of the case: CAS-1 is in progress. Would you like to get more details?',
    context: { 'Proactive Chat': 'True', 'Case Id': 'CAS-1' },
    resetsVisits: false,
  },
  {
    id: 'exitIntent',
    conditions: [{ type: 'exitIntent', armedAfterSeconds: 15 }],
    firstQualifiedAt: { sinceReady: 15_000, pointerLeftAt: 15_000 },
    message: CHECKING_IN,
    context: { 'Proactive Chat': 'True', 'Page URL': address },
    resetsVisits: false,
  },
  {
    id: 'referrer',
    conditions: [
      { type: 'referrer', equals: 'www.contoso.com/FAQ' },
      { type: 'timeOnPage', seconds: 15 },
    ],
    firstQualifiedAt: { sinceReady: 15_000 },
    message: CHECKING_IN,
    context: {
      'Proactive Chat': 'True',
      'Page URL': address,
      'Last Page URL': 'www.contoso.com/FAQ',
    },
    resetsVisits: false,
  },
  {
    id: 'country',
    conditions: [{ type: 'country', equals: 'Ruritania' }],
    firstQualifiedAt: { sinceReady: 0 },
    message: CHECKING_IN,
    context: { 'Proactive Chat': 'True', Country: 'Ruritania', 'Page URL': address },
    resetsVisits: false,
  },
  {
    id: 'dateWindow',
    conditions: [
      { type: 'dateWindow', start: '2019-01-01T00:00:00Z', end: '2100-01-01T00:00:00Z' },
    ],
    firstQualifiedAt: { sinceReady: 0 },
    message: CHECKING_IN,
    context: { 'Proactive Chat': 'True', 'Page URL': address },
    resetsVisits: false,
  },
];

test('There are the seven, in the order of the documentation', () => {
  expect(builtInScenarios.map(({ id }) => id)).toEqual(documented.map(({ id }) => id));
});

const pairs = documented.map((expected, index) => ({
  ...expected,
  scenario: builtInScenarios[index],
}));

test.each(pairs)('$id is as documented', (expected) => {
  const { scenario } = expected;
  if (!scenario) throw new Error('There is no such scenario.');
  expect(scenario.conditions).toEqual(expected.conditions);
  expect(scenario.repeat).toBe('once per page load');
  expect(scenario.resetsVisits).toBe(expected.resetsVisits);
  expect(scenario.name).toBeUndefined();
  expect(scenarioProblems(scenario)).toEqual([]);
  expect(fillInvite(scenario, visit)).toEqual({
    invite: {
      message: expected.message,
      showPrechat: false,
      inNewWindow: false,
      context: Object.fromEntries(
        Object.entries(expected.context).map(([key, value]) => [
          key,
          { value, isDisplayable: true },
        ]),
      ),
    },
  });
});

test.each(pairs)('$id qualifies then and not before', ({ scenario, firstQualifiedAt }) => {
  if (!scenario) throw new Error('There is no such scenario.');
  const then = { ...visit, ...firstQualifiedAt };
  const before = then.sinceReady === 0 ? null : then.sinceReady - 1;
  expect(evaluateScenario(scenario, then).state).toBe('qualified');
  expect(evaluateScenario(scenario, { ...then, sinceReady: before }).state).toBe('waiting');
});

test('The case id is read from the address of the page', () => {
  const parameters = builtInScenarios.flatMap(({ parameters }) => parameters);
  expect(parameters).toEqual([
    { name: 'case id', source: { from: 'address', parameter: 'caseId' } },
  ]);
});
