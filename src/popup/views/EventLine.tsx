import type { EventKind, TimelineEvent } from '../../model/timeline.ts';
import type { Tone } from '../../statusWords.ts';
import { say } from '../../texts.ts';
import { Icon, type IconName } from '../components/Icon.tsx';
import type { Told } from '../timelineLines.ts';

const MARKS: { readonly [K in EventKind]: { readonly icon: IconName; readonly tone: Tone } } = {
  'page loaded': { icon: 'reload', tone: 'quiet' },
  'address changed': { icon: 'link', tone: 'quiet' },
  'widget ready': { icon: 'ring', tone: 'quiet' },
  'widget error': { icon: 'alert', tone: 'bad' },
  'chat started': { icon: 'bubble', tone: 'good' },
  'chat closed': { icon: 'bubble', tone: 'quiet' },
  'pointer left': { icon: 'leave', tone: 'quiet' },
  skipped: { icon: 'play', tone: 'waiting' },
  'run began': { icon: 'play', tone: 'quiet' },
  'run passed': { icon: 'check', tone: 'good' },
  'run failed': { icon: 'cross', tone: 'bad' },
  ended: { icon: 'clock', tone: 'quiet' },
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

/** How times are told in a time zone. */
interface Clock {
  readonly timeOfDay: Intl.DateTimeFormat;
  readonly fully: Intl.DateTimeFormat;
}

/** The clock of a time zone with its IANA name; null is the browser's own. */
export function clockIn(timeZone: string | null): Clock {
  const zone = timeZone === null ? {} : { timeZone };
  return {
    timeOfDay: new Intl.DateTimeFormat(undefined, {
      ...zone,
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
    }),
    fully: new Intl.DateTimeFormat(undefined, {
      ...zone,
      dateStyle: 'medium',
      timeStyle: 'medium',
    }),
  };
}

const real = clockIn(null);

/** Clocks that differ by less are the same, in ms. */
const SAME_CLOCK = 1000;

const hasTwoTimes = ({ at, visitorAt }: TimelineEvent): boolean =>
  Math.abs(at - visitorAt) >= SAME_CLOCK;

interface TimeProps {
  /** ms since 1970. */
  readonly at: number;
  readonly shown: string;
  readonly clock: Clock;
}

const Time = ({ at, shown, clock }: TimeProps) => (
  <time dateTime={new Date(at).toISOString()} title={clock.fully.format(at)}>
    {shown}
  </time>
);

/** One event: when it was for the visitor, and really where that is another time; what happened; who caused it. */
export function EventLine({ event, sentence, by, clock }: Told & { readonly clock: Clock }) {
  const { icon, tone } = MARKS[event.kind];
  const isTwice = hasTwoTimes(event);
  return (
    <li data-kind={event.kind}>
      <Time at={event.visitorAt} shown={clock.timeOfDay.format(event.visitorAt)} clock={clock} />
      <span class={`mark ${tone}`}>
        <Icon name={icon} />
      </span>
      <div>
        <p>{sentence}</p>
        {(isTwice || by !== null) && (
          <p class="muted">
            {isTwice && (
              <Time
                at={event.at}
                shown={say('uiRealTime', real.timeOfDay.format(event.at))}
                clock={real}
              />
            )}
            {isTwice && by !== null && ' · '}
            {by}
          </p>
        )}
      </div>
    </li>
  );
}
