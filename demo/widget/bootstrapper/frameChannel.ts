import type { CallMethod } from '../protocol/calls.ts';
import { isReport, type Report } from '../protocol/reports.ts';

export type SendCall = (method: CallMethod, payload: unknown) => void;

/** Connects page and frame. Calls made while nobody listens in the frame are lost, as in the hosted widget. */
export function openFrameChannel(
  frame: HTMLIFrameElement,
  onReport: (report: Report) => void,
): SendCall {
  window.addEventListener('message', ({ source, origin, data }: MessageEvent<unknown>) => {
    const fromFrame = source !== null && source === frame.contentWindow && origin === window.origin;
    if (fromFrame && isReport(data)) onReport(data);
  });
  return (method, payload) =>
    frame.contentWindow?.postMessage({ kind: 'lcw-call', method, payload }, window.origin);
}
