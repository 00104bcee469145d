import { signal } from '@preact/signals';
import browser from 'webextension-polyfill';
import { isShortcut, type ShortcutName } from '../messages/shortcuts.ts';

/** The keys that the browser gives our shortcuts now; those that have none are missing. */
export const shortcutKeys = signal<Readonly<Partial<Record<ShortcutName, string>>>>({});

export async function readShortcutKeys(): Promise<void> {
  const keys: Partial<Record<ShortcutName, string>> = {};
  for (const { name = '', shortcut } of await browser.commands.getAll()) {
    if (isShortcut(name) && shortcut) keys[name] = shortcut;
  }
  shortcutKeys.value = keys;
}
