import { useState } from 'preact/hooks';
import type { Snapshot } from '../../messages/snapshot.ts';
import type { Scenario } from '../../model/scenarios/scenario.ts';
import type { EventKind, TimelineEvent } from '../../model/timeline.ts';
import { run } from '../commands.ts';
import { Icon, type IconName } from '../components/Icon.tsx';
import type { Tone } from '../components/Pill.tsx';
import { causeWords, say, scenarioName, words } from '../texts.ts';

const MARKS: { readonly [K in EventKind]: { readonly icon: IconName; readonly tone: Tone } } = {
  'page loaded': { icon: 'reload', tone: 'quiet' },
  'address changed': { icon: 'link', tone: 'quiet' },
  'widget ready': { icon: 'ring', tone: 'quiet' },
  'widget error': { icon: 'alert', tone: 'bad' },
  'chat started': { icon: 'bubble', tone: 'good' },
  'chat closed': { icon: 'bubble', tone: 'quiet' },
  'pointer left': { icon: 'leave', tone: 'quiet' },
  skipped: { icon: 'play', tone: 'waiting' },
  'left out': { icon: 'alert', tone: 'quiet' },
  qualified: { icon: 'target', tone: 'good' },
  offered: { icon: 'ring', tone: 'good' },
  shown: { icon: 'dot', tone: 'good' },
  accepted: { icon: 'check', tone: 'good' },
  dismissed: { icon: 'cross', tone: 'quiet' },
  'timed out': { icon: 'clock', tone: 'quiet' },
  recorded: { icon: 'dot', tone: 'waiting' },
  blocked: { icon: 'alert', tone: 'bad' },
};

const timeOfDay = new Intl.DateTimeFormat(undefined, {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});
const fully = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' });

/** Clocks that differ by less are the same, in ms. */
const SAME_CLOCK = 1000;

function bothTimes({ at, visitorAt }: TimelineEvent): string {
  return Math.abs(at - visitorAt) < SAME_CLOCK
    ? fully.format(at)
    : say('uiBothTimes', fully.format(visitorAt), fully.format(at));
}

/** An event in words, as it is shown and searched. */
interface Told {
  readonly event: TimelineEvent;
  readonly sentence: string;
  readonly who: string | null;
}

function tell(event: TimelineEvent, scenarios: readonly Scenario[]): Told {
  const scenario = scenarios.find(({ id }) => id === event.scenarioId);
  return {
    event,
    sentence: words(event.text),
    who: event.cause ? causeWords(event.cause, scenario ? scenarioName(scenario) : null) : null,
  };
}

function EventLine({ event, sentence, who }: Told) {
  const { icon, tone } = MARKS[event.kind];
  return (
    <li data-kind={event.kind}>
      <time dateTime={new Date(event.visitorAt).toISOString()} title={bothTimes(event)}>
        {timeOfDay.format(event.visitorAt)}
      </time>
      <span class={`mark ${tone}`}>
        <Icon name={icon} />
      </span>
      <div>
        <p>{sentence}</p>
        {who && <p class="muted">{who}</p>}
      </div>
    </li>
  );
}

/** What happened in the tab, the latest first. */
export function Timeline({ snapshot }: { readonly snapshot: Snapshot }) {
  const { tabId, timeline, scenarios } = snapshot;
  const [wanted, setWanted] = useState('');
  const told = timeline.toReversed().map((event) => tell(event, scenarios));
  const search = wanted.trim().toLowerCase();
  const found = told.filter(({ sentence, who }) =>
    `${sentence} ${who ?? ''}`.toLowerCase().includes(search),
  );
  return (
    <div class="timeline">
      <div class="search">
        <input
          type="search"
          aria-label={say('uiSearch')}
          placeholder={say('uiSearchPlaceholder')}
          value={wanted}
          onInput={(event) => setWanted(event.currentTarget.value)}
        />
      </div>
      <div class="timeline-events">
        {found.length === 0 ? (
          <p class="nothing">{say(told.length === 0 ? 'uiTimelineEmpty' : 'uiTimelineNotFound')}</p>
        ) : (
          <ol>
            {found.map((one, index) => (
              <EventLine key={found.length - index} {...one} />
            ))}
          </ol>
        )}
      </div>
      <footer>
        <p class="muted">
          {search === ''
            ? say('uiEvents', told.length)
            : say('uiEventsFound', found.length, told.length)}
        </p>
        <button
          type="button"
          disabled={told.length === 0}
          onClick={() => void run({ command: 'clear timeline', tabId })}
        >
          {say('uiClear')}
        </button>
      </footer>
    </div>
  );
}
