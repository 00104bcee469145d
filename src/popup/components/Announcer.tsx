import { announcement } from '../announcements.ts';

/** Where a screen reader finds what it is to say. */
export const Announcer = () => (
  <div class="unseen" aria-live="polite">
    {announcement.value}
  </div>
);
