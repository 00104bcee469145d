import type { CommandAnswer } from '../messages/command.ts';
import type { Text } from '../model/text.ts';

/** The first problem of the field with a path. */
export const problemAt = (problems: CommandAnswer, path: string): Text | null =>
  problems.find((problem) => problem.path === path)?.text ?? null;

/** Problems that no field of a form can show. */
export const problemsElsewhere = (
  problems: CommandAnswer,
  paths: readonly string[],
): CommandAnswer => problems.filter(({ path }) => path === undefined || !paths.includes(path));

/** Takes the tester to the first field at fault. */
export function focusFirstProblem(form: HTMLFormElement | null, problems: CommandAnswer): void {
  if (problems.length === 0) return;
  form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
}
