import { type Call, isCall } from '../protocol/calls.ts';
import type { Panel } from '../protocol/panel.ts';
import type { LcwEvent, Report } from '../protocol/reports.ts';

export function reportEvent(event: LcwEvent): void {
  report({ kind: 'lcw-event', ...event });
}

export function reportPanel(panel: Panel): void {
  report({ kind: 'lcw-panel', panel });
}

export function listenForCalls(onCall: (call: Call) => void): void {
  window.addEventListener('message', ({ source, origin, data }: MessageEvent<unknown>) => {
    if (source === window.parent && origin === window.origin && isCall(data)) onCall(data);
  });
}

function report(message: Report): void {
  window.parent.postMessage(message, window.origin);
}
