import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

interface MoreOnScrollProps<T> {
  readonly items: readonly T[];
  /** How many are drawn at first, and more each time the end of them is come to. */
  readonly step: number;
  /** How many are drawn in any case. */
  readonly atLeast?: number;
  /** What the button says that draws more. */
  readonly moreLabel: string;
  readonly children: (drawn: readonly T[]) => ComponentChildren;
}

/** A long list, of which no more is drawn than has been scrolled to. */
export function MoreOnScroll<T>({
  items,
  step,
  atLeast = 0,
  moreLabel,
  children,
}: MoreOnScrollProps<T>) {
  const [scrolledTo, setScrolledTo] = useState(step);
  const most = Math.max(scrolledTo, atLeast);
  const button = useRef<HTMLButtonElement>(null);
  const hasMore = items.length > most;

  // With the pointer nobody need press it: it is enough to come near.
  useEffect(() => {
    if (!hasMore || !button.current) return undefined;
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) setScrolledTo(most + step);
      },
      { rootMargin: '400px' },
    );
    observer.observe(button.current);
    return () => observer.disconnect();
  }, [hasMore, most, step]);

  return (
    <>
      {children(items.slice(0, most))}
      {hasMore && (
        <button ref={button} type="button" class="older" onClick={() => setScrolledTo(most + step)}>
          {moreLabel}
        </button>
      )}
    </>
  );
}
