import { HANDSHAKE, type Observation, type PageOrder } from '../../messages/page.ts';
import { isPageOrder } from '../../messages/pageGuards.ts';
import { readConfiguration } from './configuration.ts';
import * as natives from './natives.ts';
import { PageWorld } from './pageWorld.ts';
import { WIDGET_FRAME_ID } from './widget/inviteOnPage.ts';

/**
 * The channel to the bridge, which hands over its port right after this script and before any of the
 * page's. What is observed before waits for it.
 */
function connect() {
  let port: MessagePort | null = null;
  let obey: (order: PageOrder) => void = () => {};
  const waiting: Observation[] = [];
  const shake = (event: Event) => {
    const [handed] = event instanceof MessageEvent ? natives.messagePorts(event) : [];
    if (!handed) return;
    removeEventListener(HANDSHAKE, shake);
    port = handed;
    for (const observation of waiting.splice(0)) natives.postMessage(port, observation);
    natives.addEventListener(port, 'message', (message) => {
      const order = natives.messageData(message);
      if (isPageOrder(order)) obey(order);
    });
    natives.startPort(port);
  };
  addEventListener(HANDSHAKE, shake);
  return {
    observe(observation: Observation): void {
      if (port) natives.postMessage(port, observation);
      else waiting.push(observation);
    },
    obeyWith(receive: (order: PageOrder) => void): void {
      obey = receive;
    },
  };
}

/** The widget's own frame is never lied to: its invite must time out when the visitor's time has come, not ours. */
const isWidgetFrame = (): boolean => {
  try {
    return window.frameElement?.id === WIDGET_FRAME_ID;
  } catch {
    return false;
  }
};

if (!isWidgetFrame()) {
  const channel = connect();
  const world = new PageWorld(readConfiguration(), channel.observe);
  channel.obeyWith((order) => world.obey(order));
}
