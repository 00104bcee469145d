import browser from 'webextension-polyfill';
import type { Command, CommandAnswer } from '../messages/command.ts';
import { scenarioProblems } from '../model/scenarios/problems.ts';
import { text } from '../model/text.ts';
import { disableSite, siteGranted, wantSite } from './enabling.ts';
import { library, resetScenario, saveScenario } from './library.ts';
import { orderPage } from './pages.ts';
import { changeSettings } from './settings.ts';
import { enableScenario, publishEverywhere, setVisitor, skip } from './simulations.ts';
import { everythingChanged, tabChanged } from './snapshots.ts';
import { clearTimeline } from './tabs.ts';

const DONE: CommandAnswer = [];
const UNREACHED: CommandAnswer = [{ text: text('problemPageUnreached') }];

/** Does what the popup asks for. What keeps it from being done is the answer, and then nothing has changed. */
export async function obey(command: Command): Promise<CommandAnswer> {
  switch (command.command) {
    case 'want site':
      await wantSite(command.tabId);
      return DONE;
    case 'enable site':
      await siteGranted();
      return DONE;
    case 'disable site':
      await disableSite(command.tabId);
      return DONE;
    case 'reload':
      await browser.tabs.reload(command.tabId);
      return DONE;
    case 'enable scenario': {
      const { scenarios } = await library();
      const scenario = scenarios.find(({ id }) => id === command.scenarioId);
      if (!scenario) return [{ text: text('problemNoSuchScenario', command.scenarioId) }];
      const problems = command.enabled ? scenarioProblems(scenario) : [];
      if (problems.length > 0) return problems;
      await enableScenario(command.tabId, command.scenarioId, command.enabled);
      return DONE;
    }
    case 'fire': {
      const { scenarios } = await library();
      const scenario = scenarios.find(({ id }) => id === command.scenarioId);
      if (!scenario) return [{ text: text('problemNoSuchScenario', command.scenarioId) }];
      return (await orderPage(command.tabId, { kind: 'fire', scenario })) ? DONE : UNREACHED;
    }
    case 'save scenario': {
      const problems = scenarioProblems(command.scenario);
      if (problems.length > 0) return problems;
      await saveScenario(command.scenario);
      await publishEverywhere();
      everythingChanged();
      return DONE;
    }
    case 'reset scenario':
      await resetScenario(command.scenarioId);
      await publishEverywhere();
      everythingChanged();
      return DONE;
    case 'set visitor':
      return setVisitor(command.tabId, command.visitor);
    case 'skip':
      return skip(command.tabId, command);
    case 'leave page':
      return (await orderPage(command.tabId, { kind: 'leave' })) ? DONE : UNREACHED;
    case 'clear timeline':
      await clearTimeline(command.tabId);
      tabChanged(command.tabId);
      return DONE;
    case 'keep timelines':
      await changeSettings({ timelineKept: command.kept });
      everythingChanged();
      return DONE;
  }
}
