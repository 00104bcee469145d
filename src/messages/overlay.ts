import * as v from 'valibot';
import type { PageReport } from '../model/report.ts';
import type { Scenario } from '../model/scenarios/scenario.ts';
import { scenarioSchema } from '../model/scenarios/schema.ts';
import { type InviteMode, inviteModes, type Simulation } from '../model/simulation.ts';
import { placeSchema, simulationSchema } from '../model/simulationSchema.ts';
import type { TimelineEvent } from '../model/timeline.ts';
import { reportSchema, timelineEventSchema } from './observation.ts';

/** The one element by which a page can tell that the overlay is there. */
export const OVERLAY_ID = 'trigger-simulator-overlay';

/** What the overlay answers to a story: it is there, and has taken it. */
export const OVERLAY_TAKEN = 'overlay';

/** What the overlay tells an audience. */
export interface Story {
  readonly simulation: Simulation;
  readonly invites: InviteMode;
  /** The presented scenario, then others that are enabled. */
  readonly scenarios: readonly Scenario[];
  /** How many more scenarios are enabled. */
  readonly more: number;
  readonly report: PageReport;
  /** The last that has become of an invite in this page, and who brought it about, in words. */
  readonly latest: { readonly event: TimelineEvent; readonly by: string | null } | null;
}

const storySchema: v.GenericSchema<unknown, Story> = v.strictObject({
  simulation: simulationSchema,
  invites: v.picklist(inviteModes),
  scenarios: v.array(scenarioSchema),
  more: v.pipe(v.number(), v.integer(), v.minValue(0)),
  report: reportSchema,
  latest: v.nullable(v.strictObject({ event: timelineEventSchema, by: v.nullable(v.string()) })),
});

/** What the background tells the overlay: what to show, or to be gone. */
export const overlayOrderSchema = v.strictObject({
  kind: v.literal('overlay'),
  story: v.nullable(storySchema),
});
export type OverlayOrder = v.InferOutput<typeof overlayOrderSchema>;

/** What the overlay tells the background: what the presenter has done with it. */
export const overlayMessageSchema = v.variant('kind', [
  /** Null puts it back to where it began. */
  v.strictObject({ kind: v.literal('overlay moved'), place: v.nullable(placeSchema) }),
  v.strictObject({ kind: v.literal('overlay closed') }),
]);
export type OverlayMessage = v.InferOutput<typeof overlayMessageSchema>;
