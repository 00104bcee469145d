import { conditionProblem } from '../conditions/index.ts';
import { type ContextValue, MAX_CONTEXT_ENTRIES } from '../invite.ts';
import type { Problem } from '../problem.ts';
import { type Text, text } from '../text.ts';
import { isBuiltInPlaceholder, knownPlaceholders, placeholdersIn } from './fillInvite.ts';
import type { ParameterSource, Scenario } from './scenario.ts';

const MAX_TEXT = 4000;
const MAX_CONDITIONS = 20;
const MAX_PARAMETERS = 20;

function textProblem(value: string, maxLength: number): Text | null {
  if (value.trim() === '') return text('problemEmpty');
  if (value.length > maxLength) return text('problemTooLong', maxLength, value.length);
  return null;
}

function sourceProblem(source: ParameterSource): { field: string; text: Text } | null {
  switch (source.from) {
    case 'typed': {
      const problem = textProblem(source.value, 500);
      return problem && { field: 'value', text: problem };
    }
    case 'address': {
      const problem = textProblem(source.parameter, 200);
      return problem && { field: 'parameter', text: problem };
    }
    case 'element': {
      const problem = textProblem(source.selector, 1000);
      return problem && { field: 'selector', text: problem };
    }
  }
}

/** Everything that is wrong with a scenario of the right form; empty if it can be used as it is. */
export function scenarioProblems(scenario: Scenario): readonly Problem[] {
  const problems: Problem[] = [];
  const add = (path: string, problem: Text | null) => {
    if (problem) problems.push({ path, text: problem });
  };
  const known = knownPlaceholders(scenario);
  const addUnknownPlaceholders = (path: string, value: ContextValue) => {
    if (typeof value !== 'string') return;
    const unknown = placeholdersIn(value).find((name) => !known.includes(name));
    if (unknown !== undefined) {
      const list = known.map((name) => `{${name}}`).join(', ');
      add(path, text('problemUnknownPlaceholder', `{${unknown}}`, list));
    }
  };

  if (scenario.name !== undefined) add('name', textProblem(scenario.name, 100));
  if (scenario.conditions.length === 0) add('conditions', text('problemNoCondition'));
  if (scenario.conditions.length > MAX_CONDITIONS)
    add('conditions', text('problemTooMany', MAX_CONDITIONS));
  scenario.conditions.forEach((condition, index) => {
    const problem = conditionProblem(condition);
    if (problem) add(`conditions.${index}.${problem.path}`, problem.text);
    if (
      condition.type === 'parameter' &&
      !scenario.parameters.some(({ name }) => name === condition.name)
    ) {
      add(`conditions.${index}.name`, text('problemUnknownParameter', condition.name));
    }
  });

  if (scenario.parameters.length > MAX_PARAMETERS) {
    add('parameters', text('problemTooMany', MAX_PARAMETERS));
  }
  scenario.parameters.forEach(({ name, source }, index) => {
    const path = `parameters.${index}.name`;
    add(path, textProblem(name, 50));
    if (/[{}]/.test(name)) add(path, text('problemNameBraces'));
    if (isBuiltInPlaceholder(name)) add(path, text('problemNameTaken', name));
    if (scenario.parameters.findIndex((other) => other.name === name) < index) {
      add(path, text('problemNameTwice', name));
    }
    const problem = sourceProblem(source);
    if (problem) add(`parameters.${index}.source.${problem.field}`, problem.text);
  });

  const { message, context } = scenario.invite;
  add('invite.message', textProblem(message, MAX_TEXT));
  addUnknownPlaceholders('invite.message', message);
  if (context.length > MAX_CONTEXT_ENTRIES)
    add('invite.context', text('problemTooMany', MAX_CONTEXT_ENTRIES));
  context.forEach(({ key, value }, index) => {
    add(`invite.context.${index}.key`, textProblem(key, 200));
    if (context.findIndex((other) => other.key === key) < index) {
      add(`invite.context.${index}.key`, text('problemKeyTwice', key));
    }
    if (typeof value === 'string' && value.length > MAX_TEXT) {
      add(`invite.context.${index}.value`, text('problemTooLong', MAX_TEXT, value.length));
    }
    addUnknownPlaceholders(`invite.context.${index}.value`, value);
  });
  return problems;
}
