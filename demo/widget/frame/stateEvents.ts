import { ConversationState } from '@microsoft/omnichannel-chat-widget';
import type { LcwEvent } from '../protocol/reports.ts';
import { hasWindow, type WidgetState } from './widgetState.ts';

/**
 * The window events that a change of the widget's state means. A chat that was restored after a reload becomes active
 * too, but does not start.
 */
export function stateEvents(
  before: WidgetState,
  after: WidgetState,
  restored: boolean,
): LcwEvent[] {
  const events: LcwEvent[] = [];
  const became = (state: ConversationState) =>
    after.conversation === state && before.conversation !== state;
  if (became(ConversationState.Active) && !restored) events.push({ name: 'startChat' });
  if (after.minimized && !before.minimized) events.push({ name: 'onMinimize' });
  if (before.minimized && !after.minimized) events.push({ name: 'onMaximize' });
  if (became(ConversationState.Closed) && hasWindow(before))
    events.push({ name: 'onClose' }, { name: 'closeChat' });
  return events;
}
