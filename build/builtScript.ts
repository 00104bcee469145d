import type { build, Rolldown } from 'vite';

const isChunk = (value: unknown): value is Rolldown.OutputChunk =>
  typeof value === 'object' && value !== null && 'type' in value && value.type === 'chunk';

/** The script that a build of `what` gave which wrote no files. Throws if it gave none. */
export function builtScript(result: Awaited<ReturnType<typeof build>>, what: string): string {
  const outputs = Array.isArray(result) ? result : [result];
  const chunk = outputs
    .flatMap((one): readonly unknown[] => ('output' in one ? one.output : []))
    .find(isChunk);
  if (!chunk) throw new Error(`Bundling ${what} gave no script.`);
  return chunk.code;
}
