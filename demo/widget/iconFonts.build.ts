import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

/** Ships Fluent's icon fonts with the frame, which would otherwise fetch them from a CDN. */
export function iconFonts(): Plugin {
  const entry = createRequire(import.meta.url).resolve('@fluentui/font-icons-mdl2');
  const folder = join(dirname(entry), '../fonts');
  return {
    name: 'icon-fonts',
    apply: 'build',
    generateBundle() {
      for (const file of readdirSync(folder)) {
        this.emitFile({
          type: 'asset',
          fileName: `icons/${file}`,
          source: readFileSync(join(folder, file)),
        });
      }
    },
  };
}
