import { isRecord } from './records.ts';

/** What the page may ask of the frame; the first four bear the names of the widget's own events. */
export const callMethods = [
  'SetCustomContext',
  'StartProactiveChat',
  'StartChat',
  'InitiateEndChat',
  'GetAgentAvailability',
] as const;
export type CallMethod = (typeof callMethods)[number];

export interface Call {
  kind: 'lcw-call';
  method: CallMethod;
  payload: unknown;
}

export function isCall(value: unknown): value is Call {
  return (
    isRecord(value) &&
    value.kind === 'lcw-call' &&
    callMethods.some((method) => method === value.method)
  );
}
