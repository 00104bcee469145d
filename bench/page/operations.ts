/* What is done a great many times to see what it costs. All of it asks the page's globals anew, as pages do. */

const nothing = (): void => {};

/** Far enough not to fall due while anything is measured, in ms. */
const LATER = 1e8;

/** So that no browser can leave the work out. */
let sink = 0;

export const operations = {
  'Date.now()': (times: number): void => {
    let sum = 0;
    for (let time = 0; time < times; time++) sum += Date.now();
    sink = sum;
  },
  'new Date()': (times: number): void => {
    let last: Date | null = null;
    for (let time = 0; time < times; time++) last = new Date();
    sink = last?.getTime() ?? 0;
  },
  'new Date(ms)': (times: number): void => {
    let last: Date | null = null;
    for (let time = 0; time < times; time++) last = new Date(time);
    sink = last?.getTime() ?? 0;
  },
  'setTimeout + clearTimeout': (times: number): void => {
    for (let time = 0; time < times; time++) clearTimeout(setTimeout(nothing, LATER));
  },
} as const;

export type Operation = keyof typeof operations;

/** What the work came to last. */
export const result = (): number => sink;

/** Sets timers that stay pending for as long as the page lives. */
export function setPending(count: number): void {
  for (let timer = 0; timer < count; timer++) setTimeout(nothing, LATER + timer);
}
