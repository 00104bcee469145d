import {
  type Condition,
  type ConditionType,
  describeCondition,
} from '../../model/conditions/index.ts';
import type { Facts } from '../../model/facts.ts';
import { progressOf } from '../../model/scenarios/status.ts';
import type { Verdict } from '../../model/verdict.ts';
import type { OverrideName, Visitor } from '../../model/visitor/visitor.ts';
import { type Tone, verdictWords } from '../../statusWords.ts';
import { say, words } from '../../texts.ts';
import { Icon, type IconName } from '../components/Icon.tsx';

/** The override that decides what a condition gets to see. */
const OVERRIDE: Readonly<Partial<Record<ConditionType, OverrideName>>> = {
  country: 'country',
  dateWindow: 'clock',
  referrer: 'referrer',
  visits: 'visits',
};

const ICONS: { readonly [S in Verdict['state']]: IconName } = {
  met: 'check',
  waiting: 'quarter',
  'not met': 'cross',
};

interface ConditionLineProps {
  readonly condition: Condition;
  /** Null while it cannot be told. */
  readonly verdict: Verdict | null;
  /** Null while nothing is known of the page. */
  readonly facts: Facts | null;
  readonly visitor: Visitor;
}

/** One condition of a scenario: what it needs, what there is, and its verdict. */
export function ConditionLine({ condition, verdict, facts, visitor }: ConditionLineProps) {
  const override = OVERRIDE[condition.type];
  const isOverridden = override !== undefined && visitor[override] !== undefined;
  const progress = verdict && facts && progressOf(verdict, facts);
  const tone: Tone = verdict ? verdictWords[verdict.state].tone : 'quiet';
  return (
    <li class="condition" data-condition={condition.type} data-verdict={verdict?.state}>
      <span class={`mark ${tone}`}>
        <Icon name={verdict ? ICONS[verdict.state] : 'bullet'} />
      </span>
      <div class="condition-text">
        <p>
          {verdict && <span class="unseen">{say(verdictWords[verdict.state].key)}: </span>}
          {words(describeCondition(condition))}
        </p>
        {progress && <TimeBar {...progress} />}
        {verdict && !progress && <p class="sentence">{words(verdict.text)}</p>}
        {!verdict && facts && <p class="sentence">{say('uiNotLookedAt')}</p>}
      </div>
      <span class="aside">
        {progress && say('uiProgress', Math.floor(progress.done / 1000), progress.needed / 1000)}
        {!progress && isOverridden && say('uiOverridden')}
      </span>
    </li>
  );
}

const TimeBar = ({ done, needed }: { readonly done: number; readonly needed: number }) => (
  <div class="time-bar" aria-hidden="true">
    <div style={{ width: `${(100 * done) / needed}%` }} />
  </div>
);
