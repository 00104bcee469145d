import type { OverrideName } from '../../../model/visitor/visitor.ts';
import { clock } from './clock/index.ts';
import { country } from './country/index.ts';
import type { Override } from './override.ts';
import { referrer } from './referrer.ts';
import { workers } from './workers/index.ts';

/** The overrides that are made in the page. Visits are counted before the page is asked for: see background/loans. */
export const overrides: Readonly<Record<Exclude<OverrideName, 'visits'> | 'workers', Override>> = {
  clock,
  country,
  referrer,
  workers,
};
