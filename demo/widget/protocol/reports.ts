import { isPanel, type Panel } from './panel.ts';
import { isRecord } from './records.ts';

/** Window events of the widget, without their `lcw:` prefix. */
export const lcwEventNames = [
  'ready',
  'error',
  'startChat',
  'closeChat',
  'chatQueued',
  'chatRetrieved',
  'onClose',
  'onMinimize',
  'onMaximize',
  'onMessageReceived',
  'onMessageSent',
  'threadUpdate',
  'getAgentAvailability',
] as const;
export type LcwEventName = (typeof lcwEventNames)[number];

export interface LcwEvent {
  name: LcwEventName;
  detail?: unknown;
}

/** What the frame tells the page: that an event happened, or which panel it shows. */
export type Report = ({ kind: 'lcw-event' } & LcwEvent) | { kind: 'lcw-panel'; panel: Panel };

export function isReport(value: unknown): value is Report {
  if (!isRecord(value)) return false;
  if (value.kind === 'lcw-event') return lcwEventNames.some((name) => name === value.name);
  return value.kind === 'lcw-panel' && isPanel(value.panel);
}
