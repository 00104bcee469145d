import { documentNatives } from '../documentNatives.ts';

/** The widget's frame on a page that loads the hosted script. */
export const WIDGET_FRAME_ID = 'Microsoft_Omnichannel_LCWidget_Chat_Iframe_Window';

/** The script element that pages load the hosted widget with. */
const WIDGET_SCRIPT_ID = 'Microsoft_Omnichannel_LCWidget';

/** The widget's pane with an invite, in the page or in the widget's frame, and the message in it. */
const INVITE_ID = 'oc-lcw-proactivechat';
const MESSAGE_ID = 'oc-lcw-proactivechat-bodytitle';

/** The class that the hosted frame has while it shows an invite; all that can be seen of a frame of another origin. */
const INVITE_FRAME_CLASS = 'proactive_chat_panel';

const widgetFrame = (): HTMLIFrameElement | null => {
  const frame = documentNatives.getElementById(document, WIDGET_FRAME_ID);
  return frame instanceof HTMLIFrameElement ? frame : null;
};

export const hasWidgetScript = (): boolean =>
  documentNatives.getElementById(document, WIDGET_SCRIPT_ID) !== null;

/** What the widget shows in its place while a chat is open, or on its way. */
const CHAT_IDS = ['oc-lcw-header', 'oc-lcw-loading-pane'];

/** The classes of the hosted frame while it shows a chat or the survey before one, and while it is hidden. */
const CHAT_FRAME_CLASS = 'web_chat_panel';
const HIDDEN_FRAME_CLASS = 'hide_iframe';

/** Whether the widget shows a chat, or the survey before one. */
export function chatIsOpen(): boolean {
  const frame = widgetFrame();
  if (frame) {
    const classes = documentNatives.className(frame);
    if (classes.includes(CHAT_FRAME_CLASS) && !classes.includes(HIDDEN_FRAME_CLASS)) return true;
  }
  for (const root of [document, frame && documentNatives.contentDocument(frame)]) {
    if (root && CHAT_IDS.some((id) => documentNatives.getElementById(root, id) !== null))
      return true;
  }
  return false;
}

/**
 * The invite that is visible now: its message, or '' where only the frame's class can be seen.
 * Null when no invite is visible.
 */
export function visibleInvite(): string | null {
  const frame = widgetFrame();
  for (const root of [document, frame && documentNatives.contentDocument(frame)]) {
    const pane = root && documentNatives.getElementById(root, INVITE_ID);
    if (pane)
      return (
        documentNatives.textContent(documentNatives.getElementById(root, MESSAGE_ID) ?? pane) ?? ''
      );
  }
  if (
    frame &&
    documentNatives.contentDocument(frame) === null &&
    documentNatives.className(frame).includes(INVITE_FRAME_CLASS)
  ) {
    return '';
  }
  return null;
}
