import { isShortcut, type ShortcutName, shortcutSkips } from '../messages/shortcuts.ts';
import { scenariosOf } from '../model/library/library.ts';
import { nextPresented, presentedScenario } from '../model/presentation.ts';
import { isActive, type Simulation } from '../model/simulation.ts';
import { type Text, text } from '../model/text.ts';
import { showBadge, showProblem } from './badge.ts';
import { fireUnasked } from './fire.ts';
import { library } from './library.ts';
import { lastReport, orderPage } from './pages.ts';
import { setPresentation, skip } from './simulations.ts';
import { tabRecord } from './tabs.ts';

/**
 * For a key of the manifest's `commands`: does in the tab in front what the key is for. What keeps it from
 * being done is told on the toolbar button, because no popup need be open.
 */
export async function shortcutPressed(name: string, tabId: number | undefined): Promise<void> {
  // In a window without tabs there is nothing of ours.
  if (!isShortcut(name) || tabId === undefined) return;
  const problem = await obeyShortcut(name, tabId);
  if (problem) {
    await showProblem(tabId, problem);
    return;
  }
  const { simulation } = await tabRecord(tabId);
  await showBadge(tabId, simulation, lastReport(tabId));
}

/** What keeps the key's work from being done; null if nothing does. */
async function obeyShortcut(name: ShortcutName, tabId: number): Promise<Text | null> {
  const { simulation } = await tabRecord(tabId);
  if (name === 'fire-presented') return firePresented(tabId, simulation);
  if (name === 'present-next') return presentNext(tabId, simulation);
  if (!isActive(simulation)) return text('problemNothingSimulated');
  const [problem] = await skip(tabId, shortcutSkips[name]);
  return problem?.text ?? null;
}

async function firePresented(tabId: number, simulation: Simulation): Promise<Text | null> {
  const scenario = presentedScenario(scenariosOf(await library()), simulation);
  return scenario ? fireUnasked(tabId, scenario) : text('uiNoScenarios');
}

async function presentNext(tabId: number, simulation: Simulation): Promise<Text | null> {
  // Where nothing of ours is, nothing is to be presented.
  if (!(await orderPage(tabId, { kind: 'report' }))) return text('problemPageUnreached');
  const scenario = nextPresented(scenariosOf(await library()), simulation);
  if (!scenario) return text('uiNoScenarios');
  await setPresentation(tabId, { scenarioId: scenario.id });
  return null;
}
