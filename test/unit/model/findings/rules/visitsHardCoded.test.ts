import { expect, test } from 'vitest';
import { visitsHardCoded } from '../../../../../src/model/findings/rules/visitsHardCoded.ts';
import { code, lookedAt } from '../page.ts';

test.each([
  "'No. of visits': { value: '2', isDisplayable: true }",
  '"No. of visits": {\n    "value": "2",\n    "isDisplayable": true\n  }',
  'visits:{value:2}',
  "'Visits': { isDisplayable: true, value: 2 }",
  'visitCount: { value: `2`, isDisplayable: true }',
  "'Number of visits': { 'value': 3 }",
])('A context with %j is told', (text) => {
  expect(
    lookedAt(visitsHardCoded, code(`SDK.setContextProvider(() => ({ ${text} }))`)),
  ).toHaveLength(1);
});

test.each([
  "'No. of visits': { value: visits, isDisplayable: true }",
  "'No. of visits': { value: String(visits) }",
  "'No. of visits': { value: 'visit ' + visits }",
  "'No. of visits': { value: 2 + before }",
  "'Last visit': { value: 20261224 }",
  "'Visitors': { value: 12 }",
  "// 'No. of visits': { value: '2' }",
  "'Page': { value: 2 }",
])('One with %j is not', (text) => {
  expect(lookedAt(visitsHardCoded, code(`SDK.setContextProvider(() => ({ ${text} }))`))).toBeNull();
});
