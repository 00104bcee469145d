import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runnerImport } from 'vite';

/* Writes the JSON Schema of packs anew. */

/** @type {{ module: typeof import('../build/packJsonSchema.ts') }} */
const { module } = await runnerImport('./build/packJsonSchema.ts', {
  configFile: false,
  logLevel: 'error',
});
const path = join(import.meta.dirname, '..', 'pack.schema.json');
await writeFile(path, module.packJsonSchemaText());
console.log(`Written to ${path}`);
