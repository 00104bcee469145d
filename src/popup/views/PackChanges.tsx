import type { Comparison } from '../../model/pack/compare.ts';
import type { MessageKey } from '../../model/text.ts';
import type { Tone } from '../../statusWords.ts';
import { say, scenarioName } from '../../texts.ts';
import { Pill } from '../components/Pill.tsx';
import { keysOf, ORDER_KEY, type PackPlan, runKey, scenarioKey, visitorKey } from '../packPlan.ts';
import { runDifferences, scenarioDifferences, visitorDifferences } from '../packWords.ts';

type State = Comparison<unknown, unknown>['state'];

const STATES: { readonly [S in State]: { readonly key: MessageKey; readonly tone: Tone } } = {
  new: { key: 'uiPackNew', tone: 'good' },
  changed: { key: 'uiPackChanged', tone: 'waiting' },
  same: { key: 'uiPackUnchanged', tone: 'quiet' },
};

interface LineProps {
  readonly name: string;
  readonly label: string;
  readonly state: State;
  readonly differences: readonly string[];
}

interface PackChangesProps {
  readonly plan: PackPlan;
  /** The keys of what is to be imported. */
  readonly chosen: readonly string[];
  readonly onChoose: (chosen: readonly string[]) => void;
}

/** What an import would change, to choose from. */
export function PackChanges({ plan, chosen, onChoose }: PackChangesProps) {
  const { scenarios, visitors, runs, reorders } = plan;
  const states = [...scenarios, ...visitors, ...runs].map(({ state }) => state);
  const count = (wanted: State) => states.filter((state) => state === wanted).length;

  const line = ({ name, label, state, differences }: LineProps) => (
    <li key={name}>
      <div class="pack-line">
        <label class="checkbox">
          <input
            type="checkbox"
            name={name}
            disabled={state === 'same'}
            checked={chosen.includes(name)}
            onChange={(event) =>
              onChoose([
                ...chosen.filter((other) => other !== name),
                ...(event.currentTarget.checked ? [name] : []),
              ])
            }
          />
          <span>{label}</span>
        </label>
        <Pill tone={STATES[state].tone} state={state} text={say(STATES[state].key)} />
      </div>
      {differences.map((difference) => (
        <p key={difference} class="difference">
          {difference}
        </p>
      ))}
    </li>
  );
  return (
    <>
      <p role="status">
        {keysOf(plan).length === 0
          ? say('uiPackSame')
          : say('uiPackChanges', count('new'), count('changed'), count('same'))}
      </p>
      {scenarios.length > 0 && (
        <fieldset>
          <legend>{say('uiScenarios')}</legend>
          <ul class="pack-items">
            {scenarios.map((compared) =>
              line({
                name: scenarioKey(compared.item.id),
                label: scenarioName(compared.item),
                state: compared.state,
                differences: scenarioDifferences(compared),
              }),
            )}
            {reorders &&
              line({
                name: ORDER_KEY,
                label: say('uiPackOrder'),
                state: 'changed',
                differences: [],
              })}
          </ul>
        </fieldset>
      )}
      {visitors.length > 0 && (
        <fieldset>
          <legend>{say('uiSavedVisitors')}</legend>
          <ul class="pack-items">
            {visitors.map((compared) =>
              line({
                name: visitorKey(compared.item.id),
                label: compared.item.name,
                state: compared.state,
                differences: visitorDifferences(compared),
              }),
            )}
          </ul>
        </fieldset>
      )}
      {runs.length > 0 && (
        <fieldset>
          <legend>{say('uiRuns')}</legend>
          <ul class="pack-items">
            {runs.map((compared) =>
              line({
                name: runKey(compared.item.id),
                label: compared.item.name,
                state: compared.state,
                differences: runDifferences(compared),
              }),
            )}
          </ul>
        </fieldset>
      )}
    </>
  );
}
