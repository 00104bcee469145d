import { STAND_IN_ID } from '../../../messages/standIn.ts';
import { documentNatives } from '../documentNatives.ts';

/** The widget's frame on a page that loads the hosted script. */
export const WIDGET_FRAME_ID = 'Microsoft_Omnichannel_LCWidget_Chat_Iframe_Window';

/** The script element that pages load the hosted widget with. */
const WIDGET_SCRIPT_ID = 'Microsoft_Omnichannel_LCWidget';

/** The widget's pane with an invite, in the page or in the widget's frame, and the message in it. */
const INVITE_ID = 'oc-lcw-proactivechat';
const MESSAGE_ID = 'oc-lcw-proactivechat-bodytitle';

/** The class that the hosted frame has while it shows an invite; of a frame of another origin nothing else can be seen. */
const INVITE_FRAME_CLASS = 'proactive_chat_panel';

const widgetFrame = (): HTMLIFrameElement | null => {
  const frame = documentNatives.getElementById(document, WIDGET_FRAME_ID);
  return frame instanceof HTMLIFrameElement ? frame : null;
};

/** Whether the hosted widget's frame is in the page. */
export const hasWidgetFrame = (): boolean => widgetFrame() !== null;

export const hasWidgetScript = (): boolean =>
  documentNatives.getElementById(document, WIDGET_SCRIPT_ID) !== null;

/** Whether the widget is our stand-in. */
export const isStandIn = (): boolean =>
  documentNatives.getElementById(document, STAND_IN_ID) !== null;

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

const saysInvite = (classes: string): boolean =>
  classes.includes(INVITE_FRAME_CLASS) && !classes.includes(HIDDEN_FRAME_CLASS);

/**
 * The document of the widget's frame, once that has made room for an invite: the pane is there some time
 * before anybody can see it or click in it. A frame without classes never says so.
 */
function frameWithRoom(frame: HTMLIFrameElement): Document | null {
  const classes = documentNatives.className(frame);
  return classes === '' || saysInvite(classes) ? documentNatives.contentDocument(frame) : null;
}

/**
 * The invite that is visible now: its message, or '' where only the frame's class can be seen.
 * Null when no invite is visible.
 */
export function visibleInvite(): string | null {
  const frame = widgetFrame();
  for (const root of [document, frame && frameWithRoom(frame)]) {
    const pane = root && documentNatives.getElementById(root, INVITE_ID);
    if (pane)
      return (
        documentNatives.textContent(documentNatives.getElementById(root, MESSAGE_ID) ?? pane) ?? ''
      );
  }
  const isOutOfSight = frame && documentNatives.contentDocument(frame) === null;
  return isOutOfSight && saysInvite(documentNatives.className(frame)) ? '' : null;
}
