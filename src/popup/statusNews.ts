import { describeCondition } from '../model/conditions/index.ts';
import type { Scenario } from '../model/scenarios/scenario.ts';
import type { StatusWord } from '../model/scenarios/status.ts';
import type { Verdict } from '../model/verdict.ts';
import { statusWords, verdictWords } from '../statusWords.ts';
import { list, say, scenarioName, words } from '../texts.ts';

/** What was last told of a scenario. */
export interface ToldStatus {
  readonly word: StatusWord;
  /** Those of its conditions, in their order; null while it is off, or nothing is known yet. */
  readonly verdicts: readonly Verdict['state'][] | null;
}

/** What has changed of a scenario, in a sentence: the word for it, and verdicts of its conditions; null if nothing has. */
export function statusNews(
  scenario: Scenario,
  before: ToldStatus,
  { word, verdicts }: ToldStatus,
): string | null {
  const changed = scenario.conditions.flatMap((condition, index) => {
    const was = before.verdicts?.[index];
    const is = verdicts?.[index];
    return was === undefined || is === undefined || was === is
      ? []
      : [say('uiStateOf', words(describeCondition(condition)), say(verdictWords[is].key))];
  });
  const news = [...(before.word === word ? [] : [say(statusWords[word].key)]), ...changed];
  return news.length > 0 ? say('uiStateOf', scenarioName(scenario), list(news)) : null;
}
