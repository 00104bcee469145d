import { useEffect, useRef } from 'preact/hooks';
import type { Scenario } from '../model/scenarios/scenario.ts';
import type { ScenarioStatus } from '../model/scenarios/status.ts';
import { announce } from './announcements.ts';
import { statusNews, type ToldStatus } from './statusNews.ts';

/** Lets a screen reader say what changes of a scenario while it is shown; time that goes on is no change. */
export function useAnnouncedStatus(
  scenario: Scenario,
  isEnabled: boolean,
  { word, watched }: ScenarioStatus,
): void {
  const told = useRef<ToldStatus | null>(null);
  useEffect(() => {
    const before = told.current;
    const present = watched?.verdict.verdicts.map(({ state }) => state);
    // A page that is loaded anew says nothing for a moment: what counts is what it said before that.
    const verdicts = isEnabled ? (present ?? before?.verdicts ?? null) : null;
    told.current = { word, verdicts };
    const news = before && statusNews(scenario, before, told.current);
    if (news) announce(news);
  });
}
