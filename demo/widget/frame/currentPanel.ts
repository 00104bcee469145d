import { ConversationState } from '@microsoft/omnichannel-chat-widget';
import type { Panel, PanelName } from '../protocol/panel.ts';
import type { WidgetState } from './widgetState.ts';

/** Room around the widget for its shadow. */
export const frameMargin = 12;

const chatWindow = { width: 376, height: 600 };
const elementOf = {
  start_chat_button: 'oc-lcw-chat-button',
  proactive_chat_panel: 'oc-lcw-proactivechat',
} as const;

/** The panel that the widget shows in this state, with the room that it takes. */
export function currentPanel(state: WidgetState): Panel {
  const name = panelName(state);
  const size =
    name === 'web_chat_panel'
      ? chatWindow
      : document.getElementById(elementOf[name])?.getBoundingClientRect();
  return {
    name,
    width: Math.ceil(size?.width ?? 0) + 2 * frameMargin,
    height: Math.ceil(size?.height ?? 0) + 2 * frameMargin,
    hidden: size === undefined,
  };
}

function panelName({ conversation, minimized }: WidgetState): PanelName {
  if (minimized || conversation === ConversationState.Closed) return 'start_chat_button';
  return conversation === ConversationState.ProactiveChat
    ? 'proactive_chat_panel'
    : 'web_chat_panel';
}
