import { openFrameChannel } from './frameChannel.ts';
import { publishSdk } from './publishSdk.ts';
import { createSdk } from './sdk.ts';
import { createWidgetFrame, showPanel } from './widgetFrame.ts';

const snippet = document.getElementById('Microsoft_Omnichannel_LCWidget');

if (snippet instanceof HTMLScriptElement) {
  const frame = createWidgetFrame(snippet);
  const call = openFrameChannel(frame, (report) => {
    if (report.kind === 'lcw-panel') showPanel(frame, report.panel);
    else window.dispatchEvent(new CustomEvent(`lcw:${report.name}`, { detail: report.detail }));
  });
  publishSdk(createSdk(call));
  document.body.append(frame);
}
