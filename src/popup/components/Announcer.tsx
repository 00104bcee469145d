import { announcement } from '../announcements.ts';

/** Where a screen reader finds what it is to say. */
export function Announcer() {
  const { turn, sentences } = announcement.value;
  return (
    <div class="unseen" aria-live="polite">
      {sentences.map((sentence, index) => (
        <p key={`${turn} ${index}`}>{sentence}</p>
      ))}
    </div>
  );
}
