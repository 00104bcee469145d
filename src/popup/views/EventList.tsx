import { useMemo } from 'preact/hooks';
import { say } from '../../texts.ts';
import { MoreOnScroll } from '../components/MoreOnScroll.tsx';
import type { Told } from '../timelineLines.ts';
import { clockIn, EventLine } from './EventLine.tsx';

const STEP = 100;

interface EventListProps {
  readonly events: readonly Told[];
  /** The visitor's, by its IANA name; null for the real one. */
  readonly timeZone: string | null;
}

/** The lines of a timeline. */
export function EventList({ events, timeZone }: EventListProps) {
  const clock = useMemo(() => clockIn(timeZone), [timeZone]);
  return (
    <MoreOnScroll items={events} step={STEP} moreLabel={say('uiOlderEvents')}>
      {(drawn) => (
        <ol>
          {drawn.map((told, index) => (
            <EventLine key={events.length - index} {...told} clock={clock} />
          ))}
        </ol>
      )}
    </MoreOnScroll>
  );
}
