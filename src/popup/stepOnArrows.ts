import type { TargetedKeyboardEvent } from 'preact';
import { stepMoment } from './stepMoment.ts';

const STEPS: Readonly<Record<string, 1 | -1>> = { ArrowUp: 1, ArrowDown: -1 };

/** Lets the arrow keys step the part at the caret of a field with a date and time, and selects that part. */
export function stepOnArrows(event: TargetedKeyboardEvent<HTMLInputElement>): void {
  const by = STEPS[event.key];
  if (by === undefined || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const field = event.currentTarget;
  const stepped = stepMoment(field.value, field.selectionEnd ?? field.value.length, by);
  if (!stepped) return;
  event.preventDefault();
  field.value = stepped.written;
  field.setSelectionRange(stepped.start, stepped.end);
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
}
