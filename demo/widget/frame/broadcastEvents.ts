import { isRecord } from '../protocol/records.ts';
import type { LcwEvent } from '../protocol/reports.ts';
import type { Broadcast } from './broadcasts.ts';
import { queuePositionTag } from './chatSdk.ts';

/** The window events that one of the widget's own events means. */
export function broadcastEvents({ eventName, payload }: Broadcast): LcwEvent[] {
  switch (eventName) {
    case 'ChatRetrievedFromCache':
      return [{ name: 'chatRetrieved' }];
    case 'NewMessageSent':
      return [{ name: 'onMessageSent', detail: messageOf(payload) }];
    case 'NewMessageReceived':
      return [{ name: 'onMessageReceived', detail: messageOf(payload) }, ...systemEvents(payload)];
    case 'OnWidgetError':
      return [{ name: 'error', detail: errorOf(payload) }];
    default:
      return [];
  }
}

function systemEvents(payload: unknown): LcwEvent[] {
  const { messageType, channelData } = messageOf(payload);
  if (messageType !== 'system') return [];
  return channelData.tags.includes(queuePositionTag)
    ? [{ name: 'chatQueued' }]
    : [{ name: 'threadUpdate' }];
}

function messageOf(payload: unknown) {
  const { messageType, tags } = isRecord(payload) ? payload : {};
  return {
    messageType,
    channelData: {
      tags: typeof tags === 'string' ? tags.split(',') : Array.isArray(tags) ? tags : [],
    },
  };
}

function errorOf(payload: unknown) {
  return {
    errorCode: 'WidgetError',
    errorDescription: isRecord(payload) ? payload.errorMessage : undefined,
  };
}
