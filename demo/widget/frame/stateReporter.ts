import { ConversationState } from '@microsoft/omnichannel-chat-widget';
import type { Broadcast } from './broadcasts.ts';
import { currentPanel } from './currentPanel.ts';
import { reportEvent, reportPanel } from './pageChannel.ts';
import { stateEvents } from './stateEvents.ts';
import { ownState, type WidgetState } from './widgetState.ts';

/** Follows the states that the widget publishes, and tells the page its panels and the events that they mean. */
export function createStateReporter(
  stateId: string,
  runtimeId: string,
): (broadcast: Broadcast) => void {
  let before: WidgetState | null = null;
  let restored = false;

  return ({ eventName, payload }) => {
    if (eventName === 'ChatRetrievedFromCache') restored = true;
    if (eventName !== stateId) return;
    const state = ownState(payload, runtimeId);
    if (state === null) return;
    reportPanel(currentPanel(state));
    if (before !== null) stateEvents(before, state, restored).forEach(reportEvent);
    if (state.conversation === ConversationState.Closed) restored = false;
    before = state;
  };
}
