import { BroadcastService } from '@microsoft/omnichannel-chat-components';
import type { Call } from '../protocol/calls.ts';
import { agentAvailability } from './agentAvailability.ts';
import { reportEvent } from './pageChannel.ts';
import { remember } from './received.ts';

/** Hands a call of the page to the widget, which listens for events of the same name. */
export function passCall({ method, payload }: Call): void {
  if (method === 'GetAgentAvailability') {
    reportEvent({ name: 'getAgentAvailability', detail: agentAvailability });
    return;
  }
  remember(method, payload);
  BroadcastService.postMessage({ eventName: method, payload });
}
