import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { say } from '../../texts.ts';
import type { Told } from '../timelineLines.ts';
import { clockIn, EventLine } from './EventLine.tsx';

/** Lines that are drawn at first, and more each time the end of them is come to. */
const STEP = 100;

/** The lines of a timeline. Of a long one, no more than have been scrolled to. */
export function EventList({
  events,
  timeZone,
}: {
  readonly events: readonly Told[];
  /** The visitor's, by its IANA name; null for the real one. */
  readonly timeZone: string | null;
}) {
  const clock = useMemo(() => clockIn(timeZone), [timeZone]);
  const [most, setMost] = useState(STEP);
  const button = useRef<HTMLButtonElement>(null);
  const hasMore = events.length > most;

  // With the pointer nobody need press it: it is enough to come near.
  useEffect(() => {
    if (!hasMore || !button.current) return undefined;
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) setMost(most + STEP);
      },
      { rootMargin: '400px' },
    );
    observer.observe(button.current);
    return () => observer.disconnect();
  }, [hasMore, most]);

  return (
    <>
      <ol>
        {events.slice(0, most).map((told, index) => (
          <EventLine key={events.length - index} {...told} clock={clock} />
        ))}
      </ol>
      {hasMore && (
        <button ref={button} type="button" class="older" onClick={() => setMost(most + STEP)}>
          {say('uiOlderEvents')}
        </button>
      )}
    </>
  );
}
