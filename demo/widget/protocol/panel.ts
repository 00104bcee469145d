import { isRecord } from './records.ts';

/** What the frame shows; also the class by which the page's frame element tells it. */
export const panelNames = ['start_chat_button', 'proactive_chat_panel', 'web_chat_panel'] as const;
export type PanelName = (typeof panelNames)[number];

export interface Panel {
  name: PanelName;
  width: number;
  height: number;
  hidden: boolean;
}

export function isPanel(value: unknown): value is Panel {
  return (
    isRecord(value) &&
    panelNames.some((name) => name === value.name) &&
    typeof value.width === 'number' &&
    typeof value.height === 'number' &&
    typeof value.hidden === 'boolean'
  );
}
