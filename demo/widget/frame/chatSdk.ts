import {
  getMockChatSDKIfApplicable,
  type LiveChatWidget,
  LiveChatWidgetMockType,
} from '@microsoft/omnichannel-chat-widget';
import type { ComponentProps } from 'react';
import { preChatSurvey } from './preChatSurvey.ts';
import type { WidgetSettings } from './settings.ts';

export type ChatSdk = ComponentProps<typeof LiveChatWidget>['chatSDK'];

/** Marks the message by which a visitor learns that the chat waits for an agent. */
export const queuePositionTag = 'queueposition';

interface DemoAdapter {
  activityObserver?: { next(activity: object): void };
}
interface DemoChatSdk {
  createChatAdapter(): DemoAdapter;
  startChat(options?: { liveChatContext?: object }): Promise<void>;
}

/** The vendor's demo chat, which talks to nobody, completed by the answers that a real service would give. */
export function createChatSdk({
  widgetId,
  orgId,
  orgUrl,
  preChatSurvey: hasSurvey,
}: WidgetSettings): ChatSdk {
  const demo: ChatSdk & DemoChatSdk = getMockChatSDKIfApplicable(null, {
    type: LiveChatWidgetMockType.Demo,
  });
  const { startChat, createChatAdapter } = demo;
  let queued = false;
  return Object.assign(demo, {
    omnichannelConfig: { widgetId, orgId, orgUrl },
    startChat(options: { liveChatContext?: object } = {}) {
      queued = options.liveChatContext === undefined;
      return startChat.call(demo);
    },
    createChatAdapter() {
      const adapter = createChatAdapter.call(demo);
      if (queued) setTimeout(() => adapter.activityObserver?.next(queueMessage()), 1500);
      return adapter;
    },
    getPreChatSurvey: () => (hasSurvey ? preChatSurvey : ''),
    // The widget calls this on every start, though the demo lacks it.
    onAgentEndSession: () => undefined,
    // Without a token that names chat and visitor, the widget announces no messages.
    getChatToken: () => ({ chatId: 'demo-chat', visitorId: 'demo-visitor' }),
    getCurrentLiveChatContext: () => ({
      chatToken: { chatId: 'demo-chat' },
      requestId: 'demo-request',
    }),
    // Without a state here, the widget takes a running chat for ended when the page is reloaded.
    getConversationDetails: () => ({
      state: 'Active',
      conversationId: 'demo-conversation',
      canRenderPostChat: 'false',
    }),
  });
}

function queueMessage(): object {
  return {
    id: crypto.randomUUID(),
    type: 'message',
    from: { id: 'queue', name: 'Contoso', role: 'bot' },
    text: 'You are next in line.',
    channelData: { tags: ['system', queuePositionTag] },
    timestamp: new Date().toISOString(),
  };
}
