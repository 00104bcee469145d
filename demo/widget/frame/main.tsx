import './localFonts.ts';
import { getWidgetCacheId } from '@microsoft/omnichannel-chat-widget';
import { createRoot } from 'react-dom/client';
import { broadcastEvents } from './broadcastEvents.ts';
import { listenForBroadcasts } from './broadcasts.ts';
import { createChatSdk } from './chatSdk.ts';
import { forgetIdleState } from './idleState.ts';
import { listenForCalls, reportEvent } from './pageChannel.ts';
import { passCall } from './passCall.ts';
import { StagingWidget } from './StagingWidget.tsx';
import { readSettings } from './settings.ts';
import { createStateReporter } from './stateReporter.ts';

const settings = readSettings();
const runtimeId = crypto.randomUUID();
// The name under which the widget stores its state, and by which it publishes it.
const stateId = getWidgetCacheId(settings.orgId, settings.widgetId, '');
const reportState = createStateReporter(stateId, runtimeId);

forgetIdleState(stateId);
listenForBroadcasts((broadcast) => {
  broadcastEvents(broadcast).forEach(reportEvent);
  reportState(broadcast);
});

const container = document.getElementById('widget');
if (container === null) throw new Error('The frame has no place for the widget');
createRoot(container).render(
  <StagingWidget
    chatSdk={createChatSdk(settings)}
    runtimeId={runtimeId}
    hideChatButton={settings.hideChatButton}
    onReady={() => {
      listenForCalls(passCall);
      reportEvent({ name: 'ready' });
    }}
  />,
);
