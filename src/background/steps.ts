/** Waits for steps that do not need each other. Throws what failed when all have ended. */
export async function allOf(steps: readonly Promise<unknown>[]): Promise<void> {
  const ended = await Promise.allSettled(steps);
  const errors = ended.flatMap((step) => (step.status === 'rejected' ? [step.reason] : []));
  if (errors.length > 0) throw new AggregateError(errors, errors.map(String).join('; '));
}
