import { signal } from '@preact/signals';
import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { type Command, type CommandAnswer, commandAnswerSchema } from '../messages/command.ts';
import { text } from '../model/text.ts';

/** What kept the last command from being done, as far as no field shows it. */
export const openProblems = signal<CommandAnswer>([]);

/** Sends a command; the answer is what keeps it from being done. */
export async function send(command: Command): Promise<CommandAnswer> {
  openProblems.value = [];
  try {
    return v.parse(commandAnswerSchema, await browser.runtime.sendMessage(command));
  } catch (error) {
    console.error(`The command "${command.command}" failed.`, error);
    return [{ text: text('uiCommandFailed') }];
  }
}

/** Sends a command that has no fields of its own: whatever keeps it from being done is shown above all views. */
export async function run(command: Command): Promise<void> {
  openProblems.value = await send(command);
}
