import * as v from 'valibot';
import browser, { type Runtime } from 'webextension-polyfill';
import { commandSchema, PORT_PREFIX } from '../messages/command.ts';
import { bridgeMessageSchema } from '../messages/observation.ts';
import { overlayMessageSchema } from '../messages/overlay.ts';
import { obey } from './commands.ts';
import { makeContextMenu, menuClicked } from './contextMenu.ts';
import { permissionsGranted, permissionsRemoved, tabOpened } from './enabling.ts';
import { expiredTab } from './expiry.ts';
import { giveBackLeftOver } from './loans/giveBack.ts';
import { arrived, loaded, observed, overlayUsed, type Welcome, welcome } from './observations.ts';
import { removeLeftOverlays } from './overlay.ts';
import { forgetPage } from './pages.ts';
import { forgetPlaying } from './playState.ts';
import { documentOf, isAdmitted, isOwnPage, type Sender } from './senders.ts';
import { shortcutPressed } from './shortcuts.ts';
import { forgetSimulation, simulationExpired, whileOpen } from './simulations.ts';
import { registerScripts } from './sites.ts';
import { everythingChanged, showTo } from './snapshots.ts';
import { forgetUpdateOf, noteUpdate } from './updates.ts';
import { welcomeTester } from './welcome.ts';

/*
 * The listeners are added here and at once: the browser starts this script for an event, and hands the
 * event to those that are listening when the script has run.
 */

/** The one place where an unexpected error of the background ends up. */
const report = (error: unknown) => console.error('Trigger Simulator:', error);

/** What our scripts in a document say. */
const documentMessageSchema = v.union([bridgeMessageSchema, overlayMessageSchema]);
type DocumentMessage = v.InferOutput<typeof documentMessageSchema>;

/** Hears a document; what it gets is the answer to its hello. */
async function hear(
  document: Sender,
  message: DocumentMessage,
  sender: Runtime.MessageSender,
): Promise<Welcome | undefined> {
  if (!(await isAdmitted(sender))) return undefined;
  if (message.kind === 'hello') {
    const answer = await welcome(document, message);
    whileOpen(document.tabId, () => arrived(document, answer)).catch(report);
    return answer;
  }
  if (message.kind === 'observed') await observed(document, message.observation).catch(report);
  else if (message.kind === 'loaded') await loaded(document).catch(report);
  else await whileOpen(document.tabId, () => overlayUsed(document, message)).catch(report);
  return undefined;
}

browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => {
  const document = documentOf(sender);
  if (document) {
    const parsed = v.safeParse(documentMessageSchema, message);
    // A page that tampers with our messages, or one that is out of the ordinary.
    if (!parsed.success) {
      console.warn(`Not understood, from ${document.address}: ${v.summarize(parsed.issues)}`);
      return undefined;
    }
    return hear(document, parsed.output, sender);
  }
  if (!isOwnPage(sender)) return undefined;
  const parsed = v.safeParse(commandSchema, message);
  return parsed.success
    ? obey(parsed.output)
    : Promise.reject(new TypeError(v.summarize(parsed.issues)));
});

browser.runtime.onConnect.addListener((port) => {
  if (!port.sender || !isOwnPage(port.sender)) {
    port.disconnect();
    return;
  }
  const tabId = Number(port.name.slice(PORT_PREFIX.length));
  if (port.name.startsWith(PORT_PREFIX) && Number.isInteger(tabId)) showTo(port, tabId);
});

browser.contextMenus.onClicked.addListener(({ menuItemId }, tab) => {
  menuClicked(menuItemId, tab?.id).catch(report);
});

browser.alarms.onAlarm.addListener(({ name }) => {
  const tabId = expiredTab(name);
  if (tabId !== null) simulationExpired(tabId).catch(report);
});

browser.commands.onCommand.addListener((name, tab) => {
  shortcutPressed(name, tab?.id).catch(report);
});

browser.permissions.onAdded.addListener(({ origins = [] }) =>
  permissionsGranted(origins)
    // What could not be put back without the permission can be now.
    .then(() => giveBackLeftOver(null))
    .then(makeContextMenu)
    .catch(report),
);
browser.permissions.onRemoved.addListener(({ origins = [] }) => {
  forgetUpdateOf(origins).catch(report);
  permissionsRemoved().finally(makeContextMenu).catch(report);
});

browser.tabs.onCreated.addListener((tab) => void tabOpened(tab).catch(report));

browser.tabs.onRemoved.addListener((tabId) => {
  forgetPage(tabId);
  forgetPlaying(tabId);
  forgetSimulation(tabId).catch(report);
});

/** After an installation, an update or a start of the browser: nothing is simulated in any tab. */
function begin(): void {
  registerScripts().catch(report);
  makeContextMenu().catch(report);
  giveBackLeftOver(null).catch(report);
  removeLeftOverlays().catch(report);
}

browser.runtime.onInstalled.addListener(({ reason }) => {
  begin();
  if (reason === 'install') welcomeTester().catch(report);
  if (reason === 'update') noteUpdate().then(everythingChanged).catch(report);
});
browser.runtime.onStartup.addListener(begin);
