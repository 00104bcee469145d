import { join } from 'node:path';
import { crx } from '@crxjs/vite-plugin';
import { defineConfig, type UserConfig } from 'vite';
import { manifestFor } from './build/browserManifest.ts';
import { finishExtension } from './build/finishExtension.ts';
import { withoutStringCode } from './build/withoutStringCode.ts';
import { workerClock } from './build/workerClock.ts';

const OWN_BROWSER = {
  'webextension-polyfill': join(import.meta.dirname, 'build/firefoxBrowser.ts'),
};

/** `vite build --mode chrome` and `--mode firefox` write dist/chrome and dist/firefox, each loadable unpacked. */
export default defineConfig(async ({ mode }): Promise<UserConfig> => {
  const browser = mode === 'firefox' ? 'firefox' : 'chrome';
  return {
    plugins: [
      withoutStringCode(),
      crx({ manifest: manifestFor(browser), browser }),
      finishExtension(),
    ],
    publicDir: false,
    resolve: { alias: browser === 'firefox' ? OWN_BROWSER : {} },
    define: await workerClock(),
    build: {
      outDir: `dist/${browser}`,
      emptyOutDir: true,
      target: browser === 'firefox' ? 'firefox142' : 'chrome120',
      modulePreload: false,
      // Pages that the manifest does not name: one is only opened, and Firefox's sidebar is overlooked.
      rolldownOptions: {
        input: { panel: 'src/popup/panel.html', welcome: 'src/popup/welcome.html' },
      },
      // Whoever reviews the extension, or looks for a bug in it, can read what runs.
      minify: false,
    },
  };
});
