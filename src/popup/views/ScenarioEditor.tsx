import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { CommandAnswer } from '../../messages/command.ts';
import { conditionTypes } from '../../model/conditions/index.ts';
import type { PageReport } from '../../model/report.ts';
import type { Repeat, Scenario } from '../../model/scenarios/scenario.ts';
import { factsAt } from '../../model/scenarios/status.ts';
import { builtInName, say, scenarioName } from '../../texts.ts';
import { openProblems, send } from '../commands.ts';
import { Checkbox, LongTextField, SelectField, TextField } from '../components/Field.tsx';
import { focusFirstProblem, problemAt, problemsElsewhere } from '../fieldProblems.ts';
import {
  draftOf,
  emptyCondition,
  emptyParameter,
  pathsOf,
  previewed,
  type ScenarioDraft,
  scenarioFrom,
} from '../scenarioDraft.ts';
import { ConditionFields } from './ConditionFields.tsx';
import { ContextFields } from './ContextFields.tsx';
import { InvitePreview } from './InvitePreview.tsx';
import { ParameterFields } from './ParameterFields.tsx';

const ADDABLE = [
  { value: '', label: say('uiChooseCondition') },
  ...conditionTypes.map((value) => ({ value, label: say(`condition_${value}`) })),
] as const;

const REPEATS: readonly { readonly value: Repeat; readonly label: string }[] = [
  { value: 'once per page load', label: say('uiRepeatOnce') },
  { value: 'each time', label: say('uiRepeatEachTime') },
];

interface ScenarioEditorProps {
  readonly scenario: Scenario;
  /** Whether it is in the library only once it is saved. */
  readonly isNew: boolean;
  readonly differsFromBuiltIn: boolean;
  /** What is known of the page, for the preview. */
  readonly report: PageReport | null;
  readonly onDone: () => void;
}

/** The form of a scenario. Nothing changes before it is saved, and nothing that is wrong is saved. */
export function ScenarioEditor({
  scenario,
  isNew,
  differsFromBuiltIn,
  report,
  onDone,
}: ScenarioEditorProps) {
  const [draft, setDraft] = useState<ScenarioDraft>(() =>
    draftOf(scenario, scenarioName(scenario)),
  );
  const [problems, setProblems] = useState<CommandAnswer>([]);
  const form = useRef<HTMLFormElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const change = (changed: Partial<ScenarioDraft>) =>
    setDraft((before) => ({ ...before, ...changed }));
  const problemOf = (path: string) => problemAt(problems, path);

  useLayoutEffect(() => heading.current?.focus(), []);
  useLayoutEffect(() => focusFirstProblem(form.current, problems), [problems]);

  function show(found: CommandAnswer): void {
    setProblems(found);
    openProblems.value = problemsElsewhere(found, pathsOf(draft));
  }

  async function save(): Promise<void> {
    const result = scenarioFrom(draft, builtInName(draft.id));
    if ('problems' in result) {
      show(result.problems);
      return;
    }
    const answer = await send({ command: 'save scenario', scenario: result.scenario });
    if (answer.length === 0) onDone();
    else show(answer);
  }

  async function reset(): Promise<void> {
    const answer = await send({ command: 'reset built-ins', scenarioId: draft.id });
    if (answer.length === 0) onDone();
    else show(answer);
  }

  return (
    <form
      class="editor"
      ref={form}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <div class="editor-body">
        <div class="editor-head">
          <button type="button" class="link-button" onClick={onDone}>
            {say('uiBack')}
          </button>
          <h2 tabIndex={-1} ref={heading}>
            {isNew ? say('uiNewTitle') : say('uiEditTitle', scenarioName(scenario))}
          </h2>
        </div>
        <TextField
          label={say('uiName')}
          path="name"
          problem={problemOf('name')}
          value={draft.name}
          onInput={(name) => change({ name })}
        />
        <fieldset>
          <legend>{say('uiConditions')}</legend>
          {draft.conditions.map((condition, index) => (
            <ConditionFields
              key={`${index} ${condition.type}`}
              condition={condition}
              path={`conditions.${index}`}
              problemOf={problemOf}
              onChange={(changed) => change({ conditions: draft.conditions.with(index, changed) })}
              onRemove={() => change({ conditions: draft.conditions.toSpliced(index, 1) })}
            />
          ))}
          <SelectField
            label={say('uiAddCondition')}
            path="conditions"
            problem={problemOf('conditions')}
            value=""
            options={ADDABLE}
            onChoose={(type) => {
              if (type !== '') change({ conditions: [...draft.conditions, emptyCondition(type)] });
            }}
          />
        </fieldset>
        <fieldset>
          <legend>{say('uiParameters')}</legend>
          {draft.parameters.map((parameter, index) => (
            <ParameterFields
              key={index}
              parameter={parameter}
              path={`parameters.${index}`}
              problemOf={problemOf}
              onChange={(changed) => change({ parameters: draft.parameters.with(index, changed) })}
              onRemove={() => change({ parameters: draft.parameters.toSpliced(index, 1) })}
            />
          ))}
          <button
            type="button"
            onClick={() => change({ parameters: [...draft.parameters, emptyParameter] })}
          >
            {say('uiAddParameter')}
          </button>
        </fieldset>
        <fieldset>
          <legend>{say('uiInvite')}</legend>
          <LongTextField
            label={say('uiMessage')}
            path="invite.message"
            problem={problemOf('invite.message')}
            note={say('uiMessageNote')}
            value={draft.message}
            onInput={(message) => change({ message })}
          />
          <Checkbox
            label={say('uiShowPrechat')}
            path="invite.showPrechat"
            isChecked={draft.showPrechat}
            onToggle={(showPrechat) => change({ showPrechat })}
          />
          <Checkbox
            label={say('uiInNewWindow')}
            path="invite.inNewWindow"
            isChecked={draft.inNewWindow}
            onToggle={(inNewWindow) => change({ inNewWindow })}
          />
          <SelectField
            label={say('uiRepeat')}
            path="repeat"
            problem={null}
            value={draft.repeat}
            options={REPEATS}
            onChoose={(repeat) => change({ repeat })}
          />
          <Checkbox
            label={say('uiResetsVisits')}
            path="resetsVisits"
            isChecked={draft.resetsVisits}
            onToggle={(resetsVisits) => change({ resetsVisits })}
          />
        </fieldset>
        <InvitePreview
          scenario={previewed(draft)}
          facts={report && factsAt(report, draft.id, Date.now())}
        />
        <ContextFields
          context={draft.context}
          problemOf={problemOf}
          onChange={(context) => change({ context })}
        />
      </div>
      <footer>
        {differsFromBuiltIn && (
          <button type="button" class="link-button" onClick={() => void reset()}>
            {say('uiResetToBuiltIn')}
          </button>
        )}
        <span class="spring" />
        <button type="button" onClick={onDone}>
          {say('uiCancel')}
        </button>
        <button type="submit" class="primary">
          {say('uiSave')}
        </button>
      </footer>
    </form>
  );
}
