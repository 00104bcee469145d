import type { Panel } from '../protocol/panel.ts';

const frameId = 'Microsoft_Omnichannel_LCWidget_Chat_Iframe_Window';

export function createWidgetFrame(snippet: HTMLScriptElement): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  frame.id = frameId;
  frame.name = frameId;
  frame.title = 'Live Chat Widget';
  frame.className = 'web_chat_panel hide_iframe';
  frame.src = new URL('../frame.html', snippet.src).href;
  // The frame reads its settings from here, because it cannot know which snippet included it.
  Object.assign(frame.dataset, snippet.dataset);
  // Inline and through the CSSOM: no style sheet of the page overrides it, no content security policy forbids it.
  Object.assign(frame.style, {
    position: 'fixed',
    right: '16px',
    bottom: '16px',
    zIndex: '999999',
    maxWidth: 'calc(100vw - 16px)',
    maxHeight: 'calc(100vh - 16px)',
    border: 'none',
    background: 'transparent',
    // Else a dark page gives a frame without a dark scheme an opaque background.
    colorScheme: 'light',
    // Not `display: none`: the frame has to measure its content before it is shown.
    visibility: 'hidden',
  });
  return frame;
}

export function showPanel(frame: HTMLIFrameElement, panel: Panel): void {
  frame.className = panel.hidden ? `${panel.name} hide_iframe` : panel.name;
  frame.style.width = `${panel.width}px`;
  frame.style.height = `${panel.height}px`;
  frame.style.visibility = panel.hidden ? 'hidden' : 'visible';
}
