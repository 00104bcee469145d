import { useEffect, useRef } from 'preact/hooks';
import { announce } from './announcements.ts';

/** Lets a screen reader say a sentence when `present` has become another than it was, not when it is first shown. */
export function useAnnouncedChange(present: unknown, sentence: () => string): void {
  const before = useRef(present);
  useEffect(() => {
    if (before.current !== present) announce(sentence());
    before.current = present;
  });
}
