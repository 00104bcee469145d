import * as v from 'valibot';
import { libraryChangeSchema, savedVisitorSchema } from '../model/library/schema.ts';
import { runSchema } from '../model/runs/schema.ts';
import { scenarioSchema } from '../model/scenarios/schema.ts';
import { inviteModes } from '../model/simulation.ts';
import type { Text } from '../model/text.ts';
import { visitorSchema } from '../model/visitor/schema.ts';
import { textSchema } from './observation.ts';
import { LONGEST_SKIP } from './page.ts';
import { someSettingsSchema } from './settings.ts';

const tabId = v.pipe(v.number(), v.integer());
const scenarioId = v.string();

/** What the popup asks the background to do. */
export const commandSchema = v.variant('command', [
  /** Told before the browser asks the tester, whose answer may close the popup. */
  v.strictObject({ command: v.literal('want site'), tabId }),
  /** Told when the tester has said yes, if the popup is still there. */
  v.strictObject({ command: v.literal('enable site'), tabId }),
  v.strictObject({ command: v.literal('disable site'), tabId }),
  v.strictObject({ command: v.literal('reload'), tabId }),
  v.strictObject({
    command: v.literal('enable scenario'),
    tabId,
    scenarioId,
    enabled: v.boolean(),
  }),
  v.strictObject({ command: v.literal('fire'), tabId, scenarioId }),
  v.strictObject({ command: v.literal('put in stand-in'), tabId }),
  v.strictObject({
    command: v.literal('set invites'),
    tabId,
    invites: v.picklist(inviteModes),
  }),
  /** Puts the overlay on the pages of a tab, or takes it off. */
  v.strictObject({ command: v.literal('set overlay'), tabId, isOn: v.boolean() }),
  /** Chooses the scenario that the overlay and the presenter's keys are about. */
  v.strictObject({ command: v.literal('present'), tabId, scenarioId }),
  /** Watches the site's own code in a tab, and loads the page anew so that nothing is missed; or not any more. */
  v.strictObject({ command: v.literal('watch site'), tabId, isWatched: v.boolean() }),
  /** Marks the site of a tab as one where real agents answer, or takes the mark away. */
  v.strictObject({ command: v.literal('mark production'), tabId, isProduction: v.boolean() }),
  v.strictObject({ command: v.literal('save scenario'), scenario: scenarioSchema }),
  v.strictObject({ command: v.literal('remove scenario'), scenarioId }),
  /** Makes one built-in again what it was, or all that were edited or removed. */
  v.strictObject({ command: v.literal('reset built-ins'), scenarioId: v.nullable(scenarioId) }),
  v.strictObject({
    command: v.literal('order scenarios'),
    scenarioIds: v.pipe(v.array(scenarioId), v.readonly()),
  }),
  v.strictObject({ command: v.literal('save visitor'), saved: savedVisitorSchema }),
  v.strictObject({ command: v.literal('remove visitor'), visitorId: v.string() }),
  v.strictObject({ command: v.literal('save run'), run: runSchema }),
  v.strictObject({ command: v.literal('remove run'), runId: v.string() }),
  /** Begins to play a saved run in a tab; the snapshots tell how it goes on and ends. */
  v.strictObject({ command: v.literal('play run'), tabId, runId: v.string() }),
  /** Ends the run that is played in a tab where it stands. */
  v.strictObject({ command: v.literal('stop run'), tabId }),
  /** Imports what the tester has chosen of a pack, or takes an import back. */
  v.strictObject({ command: v.literal('import pack'), change: libraryChangeSchema }),
  v.strictObject({ command: v.literal('set visitor'), tabId, visitor: visitorSchema }),
  v.strictObject({
    command: v.literal('skip'),
    tabId,
    ms: v.pipe(v.number(), v.minValue(1), v.maxValue(LONGEST_SKIP)),
    toNextTimer: v.exactOptional(v.literal(true)),
  }),
  v.strictObject({ command: v.literal('leave page'), tabId }),
  v.strictObject({ command: v.literal('clear timeline'), tabId }),
  /** Whether the timelines of all tabs are kept over navigation. */
  v.strictObject({ command: v.literal('change settings'), settings: someSettingsSchema }),
]);

export type Command = v.InferOutput<typeof commandSchema>;

/** Something that keeps a command from being done. `path` names the field at fault, if one is. */
export interface CommandProblem {
  readonly path?: string;
  readonly text: Text;
}

/** The problems of a command; empty if it has been done. */
export type CommandAnswer = readonly CommandProblem[];

export const commandAnswerSchema: v.GenericSchema<unknown, CommandAnswer> = v.array(
  v.strictObject({ path: v.exactOptional(v.string()), text: textSchema }),
);

/** The port that a popup opens for the tab it shows; snapshots come through it. */
export const PORT_PREFIX = 'tab:';
