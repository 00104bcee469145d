import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { CommandAnswer } from '../../messages/command.ts';
import type { Snapshot } from '../../messages/snapshot.ts';
import type { MessageKey } from '../../model/text.ts';
import { activeOverrides, type Visitor, visitorProblems } from '../../model/visitor/visitor.ts';
import { say } from '../../texts.ts';
import { openProblems, send } from '../commands.ts';
import { UndoNotice } from '../components/UndoNotice.tsx';
import { focusFirstProblem, problemAt, problemsElsewhere } from '../fieldProblems.ts';
import { actLive } from '../liveQuestion.ts';
import { referrerSuggestions } from '../referrerSuggestions.ts';
import {
  draftOf,
  draftProblems,
  isSameVisitor,
  type VisitorDraft,
  visitorFrom,
} from '../visitorDraft.ts';
import { ClockCard } from './ClockCard.tsx';
import { CountryCard, countryPaths } from './CountryCard.tsx';
import { ExpiryField } from './ExpiryField.tsx';
import { ReferrerCard } from './ReferrerCard.tsx';
import { SavedVisitors } from './SavedVisitors.tsx';
import { VisitsCard } from './VisitsCard.tsx';
import type { VisitorFields } from './visitorFields.ts';

/** The fields that are shown, by the paths of their problems. */
const shownPaths = ({ clock, country, referrer, visits }: VisitorDraft): readonly string[] => [
  ...(clock === 'real' ? [] : ['clock.at', 'clock.timeZone']),
  ...(clock === 'speed' ? ['clock.speed'] : []),
  ...(country === 'set' ? countryPaths : []),
  ...(referrer === 'set' ? ['referrer.value'] : []),
  ...(visits === 'nth' ? ['visits.number', 'visits.name'] : []),
  ...(visits === 'first' ? ['visits.first'] : []),
];

const footerKey = (applied: Visitor): MessageKey =>
  activeOverrides(applied).length > 0 ? 'uiVisitorApplied' : 'uiVisitorReal';

/** The visitor that was applied last, kept as the same object until another one is. */
function useApplied(visitor: Visitor): Visitor {
  const applied = useRef(visitor);
  if (!isSameVisitor(applied.current, visitor)) applied.current = visitor;
  return applied.current;
}

/** What the page is made to see: typed here, and true for the page once it is applied. */
export function VisitorView({ snapshot }: { readonly snapshot: Snapshot }) {
  const { tabId, simulation, report } = snapshot;
  const applied = useApplied(simulation.visitor);
  const [draft, setDraft] = useState(() => draftOf(applied));
  const [problems, setProblems] = useState<CommandAnswer>([]);
  const form = useRef<HTMLFormElement>(null);

  // Another visitor was applied, here or with Reset: the form begins with that one. Other news leave it as typed.
  useEffect(() => {
    setDraft(draftOf(applied));
    setProblems([]);
  }, [applied]);
  useLayoutEffect(() => focusFirstProblem(form.current, problems), [problems]);

  const visitor = visitorFrom(draft);
  const isChanged = !isSameVisitor(visitor, applied);
  // The same visitor again is another visit: its clock and its visits start anew.
  const canApply = isChanged || activeOverrides(applied).length > 0;

  function show(found: CommandAnswer): void {
    setProblems(found);
    openProblems.value = problemsElsewhere(found, shownPaths(draft));
  }

  async function become(wanted: Visitor): Promise<void> {
    show(await send({ command: 'set visitor', tabId, visitor: wanted }));
  }

  const askToBecome = (wanted: Visitor) =>
    actLive(snapshot, 'uiLiveQuestionVisitor', () => void become(wanted));

  /** Shows what is wrong with what is typed. */
  function check(): boolean {
    const found = [...draftProblems(draft), ...visitorProblems(visitor)];
    show(found);
    return found.length === 0;
  }

  const card: VisitorFields = {
    draft,
    problemOf: (path) => problemAt(problems, path),
    onChange: (changed) => setDraft((before) => ({ ...before, ...changed })),
  };
  return (
    <>
      <div class="visitor-top">
        <UndoNotice />
        <SavedVisitors snapshot={snapshot} typed={visitor} check={check} onApply={askToBecome} />
      </div>
      <form
        class="visitor"
        ref={form}
        onSubmit={(event) => {
          event.preventDefault();
          if (canApply && check()) askToBecome(visitor);
        }}
      >
        <div class="cards">
          <ClockCard
            {...card}
            tabId={tabId}
            skipsPageTimers={Boolean(applied.clock) && report?.delivery === 'in time'}
            realWorkers={report?.realWorkers ?? []}
          />
          <CountryCard {...card} />
          <ReferrerCard {...card} suggestions={referrerSuggestions(snapshot)} />
          <VisitsCard {...card} counters={snapshot.counters} />
          <ExpiryField settings={snapshot.settings} endsAt={snapshot.endsAt} />
        </div>
        <footer>
          <p class="muted">{say(isChanged ? 'uiVisitorChanged' : footerKey(applied))}</p>
          <button type="submit" class="primary" disabled={!canApply}>
            {say('uiApplyAndReload')}
          </button>
        </footer>
      </form>
    </>
  );
}
