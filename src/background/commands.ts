import browser from 'webextension-polyfill';
import type { Command, CommandAnswer } from '../messages/command.ts';
import { withChange } from '../model/library/change.ts';
import {
  type Library,
  MAX_ITEMS,
  scenariosOf,
  withBuiltIn,
  withOrder,
  withoutRun,
  withoutScenario,
  withoutVisitor,
  withRun,
  withScenario,
  withVisitor,
} from '../model/library/library.ts';
import { runProblems } from '../model/runs/problems.ts';
import { scenarioProblems } from '../model/scenarios/problems.ts';
import type { Scenario } from '../model/scenarios/scenario.ts';
import { text } from '../model/text.ts';
import { visitorProblems } from '../model/visitor/visitor.ts';
import { makeContextMenu } from './contextMenu.ts';
import { disableSite, siteGranted, wantSite } from './enabling.ts';
import { changeLibrary, library } from './library.ts';
import { orderPage } from './pages.ts';
import { playRun } from './playing.ts';
import { stopPlaying } from './playState.ts';
import { changeSettings } from './settings.ts';
import {
  enableScenario,
  publishEverywhere,
  renewAllExpiries,
  setInvites,
  setPresentation,
  setProduction,
  setVisitor,
  skip,
  watchSite,
} from './simulations.ts';
import { everythingChanged, tabChanged } from './snapshots.ts';
import { putInStandIn } from './standIn.ts';
import { clearTimeline } from './tabs.ts';

const DONE: CommandAnswer = [];
const UNREACHED: CommandAnswer = [{ text: text('problemPageUnreached') }];

const scenarioOf = async (scenarioId: string): Promise<Scenario | undefined> =>
  scenariosOf(await library()).find(({ id }) => id === scenarioId);

/** Changes the library, and brings it to all tabs and popups. */
async function change(change: (before: Library) => Library): Promise<CommandAnswer> {
  if (!(await changeLibrary(change))) return [{ text: text('problemLibraryFull', MAX_ITEMS) }];
  await publishEverywhere();
  await makeContextMenu();
  everythingChanged();
  return DONE;
}

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
      const scenario = await scenarioOf(command.scenarioId);
      if (!scenario) return [{ text: text('problemNoSuchScenario', command.scenarioId) }];
      const problems = command.enabled ? scenarioProblems(scenario) : [];
      if (problems.length > 0) return problems;
      await enableScenario(command.tabId, command.scenarioId, command.enabled);
      return DONE;
    }
    case 'fire': {
      const scenario = await scenarioOf(command.scenarioId);
      if (!scenario) return [{ text: text('problemNoSuchScenario', command.scenarioId) }];
      return (await orderPage(command.tabId, { kind: 'fire', scenario })) ? DONE : UNREACHED;
    }
    case 'put in stand-in':
      return putInStandIn(command.tabId);
    case 'set invites':
      await setInvites(command.tabId, command.invites);
      return DONE;
    case 'set overlay':
      await setPresentation(command.tabId, { overlay: command.isOn });
      return DONE;
    case 'present': {
      const scenario = await scenarioOf(command.scenarioId);
      if (!scenario) return [{ text: text('problemNoSuchScenario', command.scenarioId) }];
      await setPresentation(command.tabId, { scenarioId: command.scenarioId });
      return DONE;
    }
    case 'watch site':
      await watchSite(command.tabId, command.isWatched);
      return DONE;
    case 'mark production':
      await setProduction(command.tabId, command.isProduction);
      everythingChanged();
      return DONE;
    case 'save scenario': {
      const problems = scenarioProblems(command.scenario);
      if (problems.length > 0) return problems;
      return change((before) => withScenario(before, command.scenario));
    }
    case 'remove scenario':
      return change((before) => withoutScenario(before, command.scenarioId));
    case 'reset built-ins':
      return change((before) => withBuiltIn(before, command.scenarioId));
    case 'order scenarios':
      return change((before) => withOrder(before, command.scenarioIds));
    case 'save visitor': {
      const problems = visitorProblems(command.saved.visitor);
      return problems.length > 0
        ? problems
        : change((before) => withVisitor(before, command.saved));
    }
    case 'remove visitor':
      return change((before) => withoutVisitor(before, command.visitorId));
    case 'save run': {
      const problems = runProblems(command.run);
      return problems.length > 0 ? problems : change((before) => withRun(before, command.run));
    }
    case 'remove run':
      return change((before) => withoutRun(before, command.runId));
    case 'play run':
      return playRun(command.tabId, command.runId);
    case 'stop run':
      stopPlaying(command.tabId);
      tabChanged(command.tabId);
      return DONE;
    case 'import pack': {
      const { scenarios, visitors, runs } = command.change;
      const problems = [
        ...scenarios.flatMap(scenarioProblems),
        ...visitors.flatMap(({ visitor }) => visitorProblems(visitor)),
        ...runs.flatMap(runProblems),
      ];
      return problems.length > 0
        ? problems.map((problem) => ({ text: problem.text }))
        : change((before) => withChange(before, command.change));
    }
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
    case 'change settings':
      await changeSettings(command.settings);
      if (command.settings.expiryMinutes !== undefined) await renewAllExpiries();
      everythingChanged();
      return DONE;
  }
}
