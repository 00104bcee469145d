import type { ComponentChildren } from 'preact';

interface NoticeProps {
  readonly tone: 'plain' | 'waiting' | 'bad';
  readonly children: ComponentChildren;
}

/** A sentence about the whole view, with what can be done about it. */
export const Notice = ({ tone, children }: NoticeProps) => (
  <div class={`notice ${tone}`}>{children}</div>
);
