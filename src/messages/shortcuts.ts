import { LONGEST_SKIP, LONGEST_WAIT, type Skip } from './page.ts';

/** Until the next timer has fired. */
export const TO_NEXT_TIMER: Skip = { ms: LONGEST_SKIP, toNextTimer: true };

/** Until an invite is offered: every skip ends with the first one. */
export const TO_TRIGGER: Skip = { ms: LONGEST_WAIT };

/** What some keys of the manifest's `commands` skip in the tab in front. */
export const shortcutSkips = {
  'skip-minute': { ms: 60_000 },
  'skip-to-next-timer': TO_NEXT_TIMER,
  'skip-to-trigger': TO_TRIGGER,
} as const satisfies Readonly<Record<string, Skip>>;

export type SkipShortcut = keyof typeof shortcutSkips;

/** What the other keys do: they are for who presents a scenario. */
export const presenterShortcuts = ['fire-presented', 'present-next'] as const;

export type ShortcutName = SkipShortcut | (typeof presenterShortcuts)[number];

export const isShortcut = (name: string): name is ShortcutName =>
  Object.hasOwn(shortcutSkips, name) || presenterShortcuts.some((one) => one === name);
