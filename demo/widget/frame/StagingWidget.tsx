import { LiveChatWidget } from '@microsoft/omnichannel-chat-widget';
import { type ComponentProps, useEffect } from 'react';
import type { ChatSdk } from './chatSdk.ts';
import { frameMargin } from './currentPanel.ts';

type WidgetProps = ComponentProps<typeof LiveChatWidget>;

const chatConfig: NonNullable<WidgetProps['chatConfig']> = {
  ChatWidgetLanguage: { msdyn_localeid: '1033' },
  DataMaskingInfo: null,
  LiveChatConfigAuthSettings: null,
  LiveChatVersion: 2,
  LiveWSAndLiveChatEngJoin: {
    msdyn_callingoptions: '192350000', // no voice or video
    msdyn_conversationmode: '192350000', // not persistent
    msdyn_postconversationsurveyenable: 'false',
    OutOfOperatingHours: 'False',
  },
  allowedFileExtensions: '',
  maxUploadFileSize: '0',
};

const styleProps: NonNullable<WidgetProps['styleProps']> = {
  generalStyles: { position: 'absolute', inset: frameMargin, width: 'auto', height: 'auto' },
};

const surveyProps: NonNullable<WidgetProps['preChatSurveyPaneProps']> = {
  styleProps: { generalStyleProps: { width: '100%', height: '100%' } },
};

interface StagingWidgetProps {
  chatSdk: ChatSdk;
  runtimeId: string;
  hideChatButton: boolean;
  onReady: () => void;
}

export function StagingWidget({ chatSdk, runtimeId, hideChatButton, onReady }: StagingWidgetProps) {
  // A parent's effects run after its children's: by now the widget has subscribed to its events.
  useEffect(onReady, [onReady]);
  return (
    <LiveChatWidget
      chatSDK={chatSdk}
      chatConfig={chatConfig}
      styleProps={styleProps}
      preChatSurveyPaneProps={surveyProps}
      controlProps={{ hideChatButton }}
      telemetryConfig={{
        telemetryDisabled: true,
        disableConsoleLog: true,
        chatWidgetVersion: '',
        chatComponentVersion: '',
        OCChatSDKVersion: '',
        LCWRuntimeId: runtimeId,
      }}
    />
  );
}
