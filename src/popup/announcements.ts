import { signal } from '@preact/signals';

/** What a screen reader is to say next. */
export const announcement = signal('');

export function announce(sentence: string): void {
  announcement.value = sentence;
}
