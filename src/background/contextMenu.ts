import browser, { type Menus } from 'webextension-polyfill';
import { scenariosOf } from '../model/library/library.ts';
import { text } from '../model/text.ts';
import { say, scenarioName } from '../texts.ts';
import { showProblem } from './badge.ts';
import { fireUnasked } from './fire.ts';
import { library } from './library.ts';
import { createQueue } from './queue.ts';

const PARENT = 'fire';
const PREFIX = 'fire:';
/** A menu with more would be no menu. */
const MOST = 20;

const inTurn = createQueue();

/** Makes the menu “Fire an invite here” of pages of enabled sites anew, after their list or the library has changed. */
export const makeContextMenu = (): Promise<void> =>
  inTurn(async () => {
    await browser.contextMenus.removeAll();
    const { origins = [] } = await browser.permissions.getAll();
    if (origins.length === 0) return;
    const common = {
      contexts: ['page'],
      documentUrlPatterns: origins,
    } satisfies Menus.CreateCreatePropertiesType;
    browser.contextMenus.create({
      ...common,
      id: PARENT,
      title: say('menuFire'),
    });
    for (const scenario of scenariosOf(await library()).slice(0, MOST)) {
      browser.contextMenus.create({
        ...common,
        id: PREFIX + scenario.id,
        parentId: PARENT,
        // A single & would mark a key.
        title: scenarioName(scenario).replaceAll('&', '&&'),
      });
    }
  });

/** For a click in the menu: fires the invite of the scenario in the page that was clicked. */
export async function menuClicked(item: string | number, tabId: number | undefined): Promise<void> {
  if (typeof item !== 'string' || !item.startsWith(PREFIX) || tabId === undefined) return;
  const scenario = scenariosOf(await library()).find(({ id }) => PREFIX + id === item);
  const problem = scenario
    ? await fireUnasked(tabId, scenario)
    : text('problemNoSuchScenario', item.slice(PREFIX.length));
  if (problem) await showProblem(tabId, problem);
}
