import type { CallMethod } from '../protocol/calls.ts';

interface ReceivedCall {
  method: CallMethod;
  payload: unknown;
}

declare global {
  interface Window {
    /** All that the widget was told by this page, in order; for tests. */
    received: ReceivedCall[];
  }
}

window.received = [];

export function remember(method: CallMethod, payload: unknown): void {
  window.received.push({ method, payload: structuredClone(payload) });
}
