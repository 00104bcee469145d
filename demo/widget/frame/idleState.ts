import { ConversationState } from '@microsoft/omnichannel-chat-widget';
import { isRecord } from '../protocol/records.ts';

/**
 * Drops what the widget stored, unless a chat is running. Else it would come back with the invite of the page before
 * for a moment, refuse invites after one that opened a window, and take the focus from the page.
 */
export function forgetIdleState(cacheId: string): void {
  const stored = localStorage.getItem(cacheId);
  if (stored !== null && storedConversation(stored) !== ConversationState.Active)
    localStorage.removeItem(cacheId);
}

function storedConversation(stored: string): unknown {
  const item: unknown = JSON.parse(stored);
  const state: unknown =
    isRecord(item) && typeof item.data === 'string' ? JSON.parse(item.data) : null;
  return isRecord(state) && isRecord(state.appStates)
    ? state.appStates.conversationState
    : undefined;
}
