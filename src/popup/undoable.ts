import { signal } from '@preact/signals';
import type { Command, CommandAnswer } from '../messages/command.ts';
import { announce } from './announcements.ts';
import { openProblems, run, send } from './commands.ts';

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

/**
 * Saves something, and says so; `undo` brings back what it replaces, null if that is nothing. The answer is
 * what keeps it from being saved.
 */
export async function saveUndoable(
  save: Command,
  sentence: string,
  undo: Command | null,
): Promise<CommandAnswer> {
  const problems = await send(save);
  if (problems.length > 0) return problems;
  if (undo) offerUndo({ sentence, undo });
  else announce(sentence);
  return problems;
}

/** Takes back what was done last. */
export async function undoLast(): Promise<void> {
  const done = undoable.value;
  undoable.value = null;
  if (done) await run(done.undo);
}
