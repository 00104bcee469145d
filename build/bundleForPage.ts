import { build, type Rolldown } from 'vite';

/** The global in which a script made by `bundleForPage` leaves what its entry exports. */
export const BUNDLED = 'bundled';

/** An entry and all it imports as one classic script for a page, `minify` as small as it gets. */
export async function bundleForPage(
  entry: string,
  { minify = false }: { readonly minify?: boolean } = {},
): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      write: false,
      minify,
      target: 'es2024',
      lib: { entry, formats: ['iife'], name: BUNDLED },
    },
  });
  const outputs = Array.isArray(result) ? result : [result];
  const chunk = outputs
    .flatMap((one): readonly unknown[] => ('output' in one ? one.output : []))
    .find(isChunk);
  if (!chunk) throw new Error(`Bundling ${entry} gave no script.`);
  return chunk.code;
}

const isChunk = (value: unknown): value is Rolldown.OutputChunk =>
  typeof value === 'object' && value !== null && 'type' in value && value.type === 'chunk';
