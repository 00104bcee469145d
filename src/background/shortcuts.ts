import type { CommandAnswer } from '../messages/command.ts';
import { isShortcut, type ShortcutName, shortcutSkips } from '../messages/shortcuts.ts';
import { isActive } from '../model/simulation.ts';
import { text } from '../model/text.ts';
import { showBadge, showProblem } from './badge.ts';
import { lastReport } from './pages.ts';
import { skip } from './simulations.ts';
import { tabRecord } from './tabs.ts';

/**
 * For a key of the manifest's `commands`: skips in the tab in front, if anything is simulated there. What
 * keeps it from being done is told on the toolbar button, because no popup need be open.
 */
export async function shortcutPressed(name: string, tabId: number | undefined): Promise<void> {
  // In a window without tabs there is nothing of ours.
  if (!isShortcut(name) || tabId === undefined) return;
  const [problem] = await obeyShortcut(name, tabId);
  if (problem) {
    await showProblem(tabId, problem.text);
    return;
  }
  const { simulation } = await tabRecord(tabId);
  await showBadge(tabId, simulation.visitor, lastReport(tabId));
}

async function obeyShortcut(name: ShortcutName, tabId: number): Promise<CommandAnswer> {
  const { simulation } = await tabRecord(tabId);
  return isActive(simulation)
    ? skip(tabId, shortcutSkips[name])
    : [{ text: text('problemNothingSimulated') }];
}
