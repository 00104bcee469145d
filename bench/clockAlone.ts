import { clock } from '../src/content/page/overrides/clock/index.ts';
import { Dial } from '../src/content/page/time/dial.ts';

/* Our clock without the rest of the page world, as something to weigh and to evaluate by itself. */

const at = Date.now();
clock(
  {
    visitor: { clock: { at: '2026-12-24T18:00:00Z' } },
    clockReading: { shows: Date.UTC(2026, 11, 24, 18), at },
  },
  new Dial(),
);
