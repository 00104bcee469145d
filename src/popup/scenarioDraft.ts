import type { CommandProblem } from '../messages/command.ts';
import {
  type Condition,
  type ConditionType,
  fieldsOf,
  initialCondition,
  isCondition,
} from '../model/conditions/index.ts';
import type { ContextEntry } from '../model/invite.ts';
import { scenarioProblems } from '../model/scenarios/problems.ts';
import type { NamedParameter, ParameterSource, Scenario } from '../model/scenarios/scenario.ts';
import { text } from '../model/text.ts';
import { numberFrom } from './numberFrom.ts';

export interface ConditionDraft {
  readonly type: ConditionType;
  readonly settings: Readonly<Record<string, string>>;
}

export interface ParameterDraft {
  readonly name: string;
  readonly from: ParameterSource['from'];
  /** The value itself, or where it is found. */
  readonly source: string;
}

export interface EntryDraft {
  readonly key: string;
  readonly kind: 'text' | 'number' | 'yes or no';
  readonly typed: string;
  readonly isYes: boolean;
  readonly isDisplayable: boolean;
}

/** A scenario as it is being typed: numbers are texts until it is saved. */
export interface ScenarioDraft extends Pick<Scenario, 'id' | 'repeat' | 'resetsVisits'> {
  readonly name: string;
  readonly conditions: readonly ConditionDraft[];
  readonly parameters: readonly ParameterDraft[];
  readonly message: string;
  readonly showPrechat: boolean;
  readonly inNewWindow: boolean;
  readonly context: readonly EntryDraft[];
}

function conditionDraft({ type, ...settings }: Condition): ConditionDraft {
  return {
    type,
    settings: Object.fromEntries(
      Object.entries(settings).map(([name, value]) => [name, String(value)]),
    ),
  };
}

function sourceText(source: ParameterSource): string {
  switch (source.from) {
    case 'typed':
      return source.value;
    case 'address':
      return source.parameter;
    case 'element':
      return source.selector;
  }
}

function entryDraft({ key, value, isDisplayable }: ContextEntry): EntryDraft {
  const common = { key, isDisplayable };
  return typeof value === 'boolean'
    ? { ...common, kind: 'yes or no', typed: '', isYes: value }
    : {
        ...common,
        kind: typeof value === 'number' ? 'number' : 'text',
        typed: String(value),
        isYes: true,
      };
}

export const emptyCondition = (type: ConditionType): ConditionDraft =>
  conditionDraft(initialCondition(type));

export const emptyParameter: ParameterDraft = { name: '', from: 'typed', source: '' };

export const emptyEntry: EntryDraft = entryDraft({ key: '', value: '', isDisplayable: true });

/** The form of a scenario; `name` is the one it is shown with. */
export function draftOf(scenario: Scenario, name: string): ScenarioDraft {
  const { id, conditions, parameters, invite, repeat, resetsVisits } = scenario;
  return {
    id,
    name,
    conditions: conditions.map(conditionDraft),
    parameters: parameters.map((parameter) => ({
      name: parameter.name,
      from: parameter.source.from,
      source: sourceText(parameter.source),
    })),
    message: invite.message,
    showPrechat: invite.showPrechat,
    inNewWindow: invite.inNewWindow,
    context: invite.context.map(entryDraft),
    repeat,
    resetsVisits,
  };
}

/** A number that is typed wrongly counts as the field's first value; `numberProblems` tells of it. */
function conditionFrom({ type, settings }: ConditionDraft): Condition {
  const values = Object.entries(fieldsOf(type)).map(([name, field]) => {
    const typed = settings[name] ?? '';
    if (field.kind !== 'number') return [name, typed];
    const value = numberFrom(typed);
    return [name, Number.isNaN(value) ? field.initial : value];
  });
  const condition: unknown = { type, ...Object.fromEntries(values) };
  if (!isCondition(condition)) throw new TypeError(`Not a condition: ${JSON.stringify(condition)}`);
  return condition;
}

/** The setting of a parameter's source that its text stands for. */
export const SOURCE_SETTING = {
  typed: 'value',
  address: 'parameter',
  element: 'selector',
} as const;

function parameterFrom({ name, from, source }: ParameterDraft): NamedParameter {
  switch (from) {
    case 'typed':
      return { name, source: { from, value: source } };
    case 'address':
      return { name, source: { from, parameter: source } };
    case 'element':
      return { name, source: { from, selector: source } };
  }
}

function entryFrom({ key, kind, typed, isYes, isDisplayable }: EntryDraft): ContextEntry {
  switch (kind) {
    case 'text':
      return { key, value: typed, isDisplayable };
    case 'number':
      return { key, value: numberFrom(typed), isDisplayable };
    case 'yes or no':
      return { key, value: isYes, isDisplayable };
  }
}

function scenarioOf(draft: ScenarioDraft, builtInName: string): Scenario {
  const { id, message, showPrechat, inNewWindow, repeat, resetsVisits } = draft;
  const name = draft.name.trim();
  return {
    id,
    ...(name !== builtInName && { name }),
    conditions: draft.conditions.map(conditionFrom),
    parameters: draft.parameters.map(parameterFrom),
    invite: { message, showPrechat, inNewWindow, context: draft.context.map(entryFrom) },
    repeat,
    resetsVisits,
  };
}

/** The scenario that a draft describes, whatever is wrong with it. */
export const previewed = (draft: ScenarioDraft): Scenario => scenarioOf(draft, draft.name);

/** The scenario that a draft describes, or all that is wrong with it. A built-in that keeps its name stays nameless. */
export function scenarioFrom(
  draft: ScenarioDraft,
  builtInName: string,
): { readonly scenario: Scenario } | { readonly problems: readonly CommandProblem[] } {
  const scenario = scenarioOf(draft, builtInName);
  const problems = [...scenarioProblems(scenario), ...numberProblems(draft)];
  return problems.length > 0 ? { problems } : { scenario };
}

/** The numbers that are none, which only a form can hold. */
function numberProblems({ conditions, context }: ScenarioDraft): readonly CommandProblem[] {
  const typed = [
    ...conditions.flatMap(({ type, settings }, index) =>
      Object.entries(fieldsOf(type)).flatMap(([name, { kind }]) =>
        kind === 'number'
          ? [{ path: `conditions.${index}.${name}`, value: settings[name] ?? '' }]
          : [],
      ),
    ),
    ...context.flatMap(({ kind, typed: value }, index) =>
      kind === 'number' ? [{ path: `invite.context.${index}.value`, value }] : [],
    ),
  ];
  return typed
    .filter(({ value }) => Number.isNaN(numberFrom(value)))
    .map(({ path }) => ({ path, text: text('problemNotANumber') }));
}

/** The paths of the problems that a form of this draft can show at their place. */
export const pathsOf = ({ conditions, parameters, context }: ScenarioDraft): readonly string[] => [
  'name',
  'conditions',
  'invite.message',
  ...conditions.flatMap(({ type }, index) =>
    Object.keys(fieldsOf(type)).map((setting) => `conditions.${index}.${setting}`),
  ),
  ...parameters.flatMap(({ from }, index) => [
    `parameters.${index}.name`,
    `parameters.${index}.source.${SOURCE_SETTING[from]}`,
  ]),
  ...context.flatMap((_entry, index) => [
    `invite.context.${index}.key`,
    `invite.context.${index}.value`,
  ]),
];
