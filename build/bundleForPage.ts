import { build } from 'vite';
import { builtScript } from './builtFiles.ts';

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
  return builtScript(result, entry);
}
