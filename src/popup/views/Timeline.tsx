import { useMemo, useState } from 'preact/hooks';
import type { Snapshot } from '../../messages/snapshot.ts';
import type { MessageKey } from '../../model/text.ts';
import { timeZoneOf } from '../../model/visitor/visitor.ts';
import { say } from '../../texts.ts';
import { announce } from '../announcements.ts';
import { run } from '../commands.ts';
import { Switch } from '../components/Switch.tsx';
import { find, tell, type Wanted } from '../timelineLines.ts';
import { CopyEvidence, type Uncopied, UncopiedText } from './CopyEvidence.tsx';
import { EventList } from './EventList.tsx';
import { Runs } from './Runs.tsx';
import { SaveEvidence } from './SaveEvidence.tsx';

const GROUPS: { readonly [G in Wanted['group']]: MessageKey } = {
  all: 'uiKindsAll',
  invites: 'uiKindInvites',
  page: 'uiKindPage',
  visitor: 'uiKindVisitor',
};
const CAUSES: { readonly [C in Wanted['cause']]: MessageKey } = {
  all: 'uiCausesAll',
  site: 'uiCauseSite',
  scenario: 'uiCauseScenario',
  fire: 'uiCauseFire',
};

interface FilterProps<T extends string> {
  readonly name: string;
  readonly label: string;
  readonly options: { readonly [O in T]: MessageKey };
  readonly value: T;
  readonly onChoose: (value: T) => void;
}

function Filter<T extends string>({ name, label, options, value, onChoose }: FilterProps<T>) {
  const isOption = (chosen: string): chosen is T => Object.hasOwn(options, chosen);
  return (
    <select
      name={name}
      aria-label={label}
      value={value}
      onChange={({ currentTarget }) => {
        if (isOption(currentTarget.value)) onChoose(currentTarget.value);
      }}
    >
      {Object.keys(options)
        .filter(isOption)
        .map((option) => (
          <option key={option} value={option}>
            {say(options[option])}
          </option>
        ))}
    </select>
  );
}

/** What happened in the tab, the latest first. */
export function Timeline({ snapshot }: { readonly snapshot: Snapshot }) {
  const { tabId, timeline, scenarios, settings } = snapshot;
  const [wanted, setWanted] = useState<Wanted>({ search: '', group: 'all', cause: 'all' });
  const [uncopied, setUncopied] = useState<Uncopied | null>(null);
  const told = useMemo(() => tell(timeline, scenarios), [timeline, scenarios]);
  const found = useMemo(() => find(told, wanted), [told, wanted]);

  function want(change: Partial<Wanted>): void {
    const next = { ...wanted, ...change };
    setWanted(next);
    announce(say('uiEventCount', find(told, next).length, told.length));
  }

  return (
    <div class="timeline">
      <div class="timeline-tools">
        <input
          type="search"
          name="timeline.search"
          aria-label={say('uiSearch')}
          placeholder={say('uiSearchPlaceholder')}
          value={wanted.search}
          onInput={(event) => want({ search: event.currentTarget.value })}
        />
        <CopyEvidence snapshot={snapshot} onUncopied={setUncopied} />
        <div class="filters">
          <Filter
            name="timeline.group"
            label={say('uiKind')}
            options={GROUPS}
            value={wanted.group}
            onChoose={(group) => want({ group })}
          />
          <Filter
            name="timeline.cause"
            label={say('uiCause')}
            options={CAUSES}
            value={wanted.cause}
            onChoose={(cause) => want({ cause })}
          />
          <p class="event-count muted">{say('uiEventCount', found.length, told.length)}</p>
        </div>
        {uncopied && <UncopiedText {...uncopied} />}
        <Runs snapshot={snapshot} />
      </div>
      <div class="timeline-events">
        {found.length === 0 ? (
          <p class="nothing">{say(told.length === 0 ? 'uiTimelineEmpty' : 'uiTimelineNotFound')}</p>
        ) : (
          <EventList timeZone={timeZoneOf(snapshot.simulation.visitor)} events={found} />
        )}
      </div>
      <footer>
        <div class="keep">
          <Switch
            label={say('uiKeepOverNavigation')}
            isOn={settings.timelineKept}
            onToggle={() =>
              void run({
                command: 'change settings',
                settings: { timelineKept: !settings.timelineKept },
              })
            }
          />
          <span aria-hidden="true">{say('uiKeepOverNavigation')}</span>
        </div>
        <button
          type="button"
          disabled={told.length === 0}
          onClick={() => void run({ command: 'clear timeline', tabId })}
        >
          {say('uiClear')}
        </button>
        <SaveEvidence snapshot={snapshot} />
      </footer>
    </div>
  );
}
