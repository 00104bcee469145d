import type {
  RunComparison,
  ScenarioComparison,
  VisitorComparison,
} from '../model/pack/compare.ts';
import type { PackProblem } from '../model/pack/read.ts';
import type { Run } from '../model/runs/run.ts';
import type { ParameterSource, Scenario } from '../model/scenarios/scenario.ts';
import type { MessageKey } from '../model/text.ts';
import { activeOverrides, overrideLabels } from '../model/visitor/visitor.ts';
import { conditionWords, list, say, scenarioName } from '../texts.ts';
import { stepWords } from './runWords.ts';
import { overrideWords } from './visitorWords.ts';

/** Where a problem of a pack is, as editors name places. */
export const placeWords = ({ line, column, field }: PackProblem): string =>
  field === '' ? say('uiPlaceInPack', line, column) : say('uiPlaceOfField', line, column, field);

const LONGEST = 160;

const cut = (value: string): string =>
  value.length > LONGEST ? `${value.slice(0, LONGEST - 1)}…` : value;

function differenceWords(label: MessageKey, before: string, after: string): string {
  return before === after
    ? say('uiDifferenceInDetails', say(label))
    : say('uiDifference', say(label), cut(before) || say('uiNone'), cut(after) || say('uiNone'));
}

const yesOrNo = (value: boolean): string => say(value ? 'uiYes' : 'uiNo');

function sourceWords(source: ParameterSource): string {
  switch (source.from) {
    case 'typed':
      return source.value;
    case 'address':
      return `?${source.parameter}=`;
    case 'element':
      return source.selector;
  }
}

/** What a tester sees of a scenario, by the labels that the editor has for it. */
const shown: readonly (readonly [label: MessageKey, of: (scenario: Scenario) => string])[] = [
  ['uiName', scenarioName],
  ['uiConditions', conditionWords],
  [
    'uiParameters',
    ({ parameters }) =>
      list(parameters.map(({ name, source }) => `${name} ${sourceWords(source)}`)),
  ],
  ['uiMessage', ({ invite }) => invite.message],
  ['uiShowPrechat', ({ invite }) => yesOrNo(invite.showPrechat)],
  ['uiInNewWindow', ({ invite }) => yesOrNo(invite.inNewWindow)],
  ['uiContext', ({ invite }) => list(invite.context.map(({ key, value }) => `${key}: ${value}`))],
  ['uiRepeat', ({ repeat }) => say(repeat === 'each time' ? 'uiRepeatEachTime' : 'uiRepeatOnce')],
  ['uiResetsVisits', ({ resetsVisits }) => yesOrNo(resetsVisits)],
];

/** By what a scenario of a pack differs from the one that is there, in sentences. */
export function scenarioDifferences(compared: ScenarioComparison): readonly string[] {
  if (compared.state !== 'changed') return [];
  const { before, item } = compared;
  const differing = shown.filter(([, of]) => of(before) !== of(item));
  return differing.length > 0
    ? differing.map(([label, of]) => differenceWords(label, of(before), of(item)))
    : [say('uiDifferenceInDetails', say('uiContext'))];
}

/** By what a visitor of a pack differs from the one that is there, in sentences. */
export function visitorDifferences(compared: VisitorComparison): readonly string[] {
  if (compared.state !== 'changed') return [];
  const { before, item, parts } = compared;
  return parts.map((part) =>
    part === 'name'
      ? differenceWords('uiName', before.name, item.name)
      : differenceWords(
          overrideLabels[part],
          overrideWords(before.visitor, part),
          overrideWords(item.visitor, part),
        ),
  );
}

/** What a tester sees of a run. */
const shownOfRun: readonly (readonly [label: MessageKey, of: (run: Run) => string])[] = [
  ['uiName', ({ name }) => name],
  ['uiRunAddress', ({ address }) => address],
  [
    'uiVisitor',
    ({ visitor }) => list(activeOverrides(visitor).map((name) => overrideWords(visitor, name))),
  ],
  ['uiScenarios', ({ scenarioIds }) => list(scenarioIds)],
  ['uiRunSteps', ({ steps }) => list(steps.map(stepWords))],
  ['uiRunExpects', ({ expects }) => expects.invite?.message ?? say('uiRunNoInvite')],
];

/** By what a run of a pack differs from the one that is there, in sentences. */
export function runDifferences(compared: RunComparison): readonly string[] {
  if (compared.state !== 'changed') return [];
  const { before, item } = compared;
  const differing = shownOfRun.filter(([, of]) => of(before) !== of(item));
  return differing.length > 0
    ? differing.map(([label, of]) => differenceWords(label, of(before), of(item)))
    : [say('uiDifferenceInDetails', say('uiRunExpects'))];
}
