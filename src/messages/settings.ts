import * as v from 'valibot';

/** The minutes after which a simulation that nobody touches can be made to end; null for never. */
export const expiries = [5, 30, 120, 480, null] as const;
export type Expiry = (typeof expiries)[number];

/** What the tester has chosen for every tab. */
export interface Settings {
  /** Whether a timeline goes on when its tab goes to another page; if not, it begins anew with each. */
  readonly timelineKept: boolean;
  readonly expiryMinutes: Expiry;
}

export const initialSettings: Settings = { timelineKept: true, expiryMinutes: 30 };

const timelineKept = v.boolean();
const expiryMinutes = v.picklist(expiries.filter((minutes) => minutes !== null));

export const settingsSchema = v.strictObject({
  timelineKept,
  expiryMinutes: v.nullable(expiryMinutes),
}) satisfies v.GenericSchema<unknown, Settings>;

/** Some of the settings, as they are changed or were stored by another version. */
export const someSettingsSchema: v.GenericSchema<unknown, Partial<Settings>> = v.strictObject({
  timelineKept: v.exactOptional(timelineKept),
  expiryMinutes: v.exactOptional(v.nullable(expiryMinutes)),
});
