import { ConversationState } from '@microsoft/omnichannel-chat-widget';
import { isRecord } from '../protocol/records.ts';

/** The part of the widget's published state on which its panel and its events depend. */
export interface WidgetState {
  conversation: ConversationState;
  minimized: boolean;
}

/** Reads a published state, or null when it is that of another tab: the widget publishes to all tabs of the origin. */
export function ownState(payload: unknown, runtimeId: string): WidgetState | null {
  if (!isRecord(payload) || !isRecord(payload.appStates) || !isRecord(payload.domainStates))
    return null;
  const { telemetryInternalData } = payload.domainStates;
  if (!isRecord(telemetryInternalData) || telemetryInternalData.lcwRuntimeId !== runtimeId)
    return null;
  const { conversationState, isMinimized } = payload.appStates;
  if (typeof conversationState !== 'number' || !(conversationState in ConversationState))
    return null;
  return { conversation: conversationState, minimized: isMinimized === true };
}

const withoutWindow = [ConversationState.Closed, ConversationState.ProactiveChat];

export function hasWindow({ conversation }: WidgetState): boolean {
  return !withoutWindow.includes(conversation);
}
