import { signal } from '@preact/signals';
import type { Command } from '../messages/command.ts';
import { announce } from './announcements.ts';
import { openProblems, run } from './commands.ts';

/** Something that was just done, and the command that takes it back. */
export interface Undoable {
  readonly sentence: string;
  readonly undo: Command;
}

/** What was done last; null if nothing can be taken back. */
export const undoable = signal<Undoable | null>(null);

/** Offers to take back what has been done. */
export function offerUndo(done: Undoable): void {
  undoable.value = done;
  announce(done.sentence);
}

/** Does something that can be taken back. */
export async function runUndoable(command: Command, done: Undoable): Promise<void> {
  await run(command);
  if (openProblems.value.length === 0) offerUndo(done);
}

/** Takes back what was done last. */
export async function undoLast(): Promise<void> {
  const done = undoable.value;
  undoable.value = null;
  if (done) await run(done.undo);
}
