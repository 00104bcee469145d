import { BroadcastService } from '@microsoft/omnichannel-chat-components';

export interface Broadcast {
  eventName: string;
  payload: unknown;
}

/** Hears the widget's events, each once: it sends some a second time half a second later. */
export function listenForBroadcasts(onBroadcast: (broadcast: Broadcast) => void): void {
  const heard = new Set<string>();
  BroadcastService.getAnyMessage().subscribe(({ eventName, eventId, payload }) => {
    if (eventId !== undefined) {
      if (heard.has(eventId)) return;
      heard.add(eventId);
    }
    onBroadcast({ eventName, payload });
  });
}
