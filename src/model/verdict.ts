import type { Text } from './text.ts';

/** When a waiting condition may change by itself. */
export type Moment =
  /** `ms` since lcw:ready, on the page's dial ("how far has time passed"). */
  | { readonly dial: 'page'; readonly ms: number }
  /** An instant of the visitor's wall clock ("when is it"), in ms since 1970. */
  | { readonly dial: 'clock'; readonly ms: number };

/** What else a condition can wait for. */
export type Occurrence = 'widget' | 'pointer leaving' | 'country' | 'visits' | 'parameter';

/** The answer of one condition for the facts of one moment; `text` is a sentence a tester can paste. */
export type Verdict =
  | { readonly state: 'met'; readonly text: Text }
  | { readonly state: 'waiting'; readonly text: Text; readonly until: Moment }
  | { readonly state: 'waiting'; readonly text: Text; readonly for: Occurrence }
  | { readonly state: 'not met'; readonly text: Text };

export const met = (text: Text): Verdict => ({ state: 'met', text });
export const notMet = (text: Text): Verdict => ({ state: 'not met', text });
export const waitingUntil = (until: Moment, text: Text): Verdict => ({
  state: 'waiting',
  until,
  text,
});
export const waitingFor = (occurrence: Occurrence, text: Text): Verdict => ({
  state: 'waiting',
  for: occurrence,
  text,
});
