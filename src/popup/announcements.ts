import { signal } from '@preact/signals';

/** What a screen reader is to say next, sentence by sentence. Another turn is another object, also with the same words. */
export interface Announcement {
  readonly turn: number;
  readonly sentences: readonly string[];
}

export const announcement = signal<Announcement>({ turn: 0, sentences: [] });

/** How long sentences are gathered, in ms: one that takes the place of another at once may be all that is heard. */
const GATHER = 100;

let gathered: readonly string[] = [];

/** Lets a screen reader say a sentence, with the others of the moment. */
export function announce(sentence: string): void {
  gathered = [...gathered, sentence];
  if (gathered.length > 1) return;
  setTimeout(() => {
    announcement.value = { turn: announcement.value.turn + 1, sentences: gathered };
    gathered = [];
  }, GATHER);
}
