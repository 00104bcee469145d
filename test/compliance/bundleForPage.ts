import { build, type Rolldown } from 'vite';

/** An entry of ours and all it imports as one classic script for a page. `minify` as it would be shipped small. */
export async function bundleForPage(entry: string, minify = false): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify,
      target: 'es2023',
      lib: { entry, formats: ['iife'], name: 'bundled' },
    },
  });
  const outputs = Array.isArray(result) ? result : [result];
  const chunk = outputs
    .flatMap((one): readonly unknown[] => ('output' in one ? one.output : []))
    .find((one): one is Rolldown.OutputChunk => isChunk(one));
  if (!chunk) throw new Error(`Bundling ${entry} gave no script.`);
  return chunk.code;
}

const isChunk = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'type' in value && value.type === 'chunk';
