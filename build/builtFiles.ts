import type { build, Rolldown } from 'vite';

type BuiltFile = Rolldown.OutputChunk | Rolldown.OutputAsset;

const isBuiltFile = (value: unknown): value is BuiltFile =>
  typeof value === 'object' &&
  value !== null &&
  'type' in value &&
  (value.type === 'chunk' || value.type === 'asset');

/** The files that a build gave which wrote none. */
export const builtFiles = (result: Awaited<ReturnType<typeof build>>): readonly BuiltFile[] =>
  (Array.isArray(result) ? result : [result])
    .flatMap((one): readonly unknown[] => ('output' in one ? one.output : []))
    .filter(isBuiltFile);

/** The script that a build of `what` gave which wrote no files. Throws if it gave none. */
export function builtScript(result: Awaited<ReturnType<typeof build>>, what: string): string {
  const script = builtFiles(result).find((file) => file.type === 'chunk');
  if (!script) throw new Error(`Bundling ${what} gave no script.`);
  return script.code;
}
