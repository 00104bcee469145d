import { MAX_CONTEXT_ENTRIES, MAX_RECORDED_TEXT } from '../invite.ts';
import { MAX_ITEMS } from '../library/library.ts';
import type { Problem } from '../problem.ts';
import { type Text, text } from '../text.ts';
import { LONGEST_SKIP } from '../visitor/clock.ts';
import { visitorProblems } from '../visitor/visitor.ts';
import { type ExpectedInvite, MAX_RUN_ADDRESS, MAX_STEPS, type Run, type RunStep } from './run.ts';

/** What is wrong with an address to load; null if nothing is. */
function addressProblem(address: string): Text | null {
  if (address.length > MAX_RUN_ADDRESS)
    return text('problemTooLong', MAX_RUN_ADDRESS, address.length);
  const isWeb = URL.canParse(address) && /^https?:$/.test(new URL(address).protocol);
  return isWeb ? null : text('problemRunAddress');
}

function stepProblem(step: RunStep): Problem | null {
  switch (step.do) {
    case 'skip':
      return step.ms >= 1 && step.ms <= LONGEST_SKIP
        ? null
        : { path: 'ms', text: text('problemRange', 1, LONGEST_SKIP) };
    case 'leave page':
      return null;
    case 'go to': {
      const problem = addressProblem(step.address);
      return problem && { path: 'address', text: problem };
    }
  }
}

function inviteProblems({ message, context = [] }: ExpectedInvite): readonly Problem[] {
  const problems: Problem[] = [];
  const addLength = (path: string, value: unknown, most: number) => {
    if (typeof value === 'string' && value.length > most)
      problems.push({ path, text: text('problemTooLong', most, value.length) });
  };
  addLength('message', message, MAX_RECORDED_TEXT);
  if (context.length > MAX_CONTEXT_ENTRIES)
    problems.push({ path: 'context', text: text('problemTooMany', MAX_CONTEXT_ENTRIES) });
  context.forEach(({ key, value }, index) => {
    const path = `context.${index}.key`;
    if (key.trim() === '') problems.push({ path, text: text('problemEmpty') });
    addLength(path, key, 200);
    if (context.findIndex((other) => other.key === key) < index)
      problems.push({ path, text: text('problemKeyTwice', key) });
    addLength(`context.${index}.value`, value, MAX_RECORDED_TEXT);
  });
  return problems;
}

const under = (path: string, problems: readonly Problem[]): readonly Problem[] =>
  problems.map((problem) => ({ ...problem, path: `${path}.${problem.path}` }));

const tooMany = (path: string, items: readonly unknown[], most: number): readonly Problem[] =>
  items.length > most ? [{ path, text: text('problemTooMany', most) }] : [];

/** Everything that is wrong with a run of the right form; empty if it can be played. */
export function runProblems({ address, visitor, scenarioIds, steps, expects }: Run) {
  const arrival = addressProblem(address);
  return [
    ...(arrival ? [{ path: 'address', text: arrival }] : []),
    ...under('visitor', visitorProblems(visitor)),
    ...tooMany('scenarioIds', scenarioIds, MAX_ITEMS),
    ...tooMany('steps', steps, MAX_STEPS),
    ...steps.flatMap((step, index) => {
      const problem = stepProblem(step);
      return problem ? under(`steps.${index}`, [problem]) : [];
    }),
    ...(expects.invite ? under('expects.invite', inviteProblems(expects.invite)) : []),
  ] satisfies readonly Problem[];
}
