import type { ManifestV3Export } from '@crxjs/vite-plugin';
import manifest from '../manifest.json' with { type: 'json' };

export type BrowserName = 'chrome' | 'firefox';

/** The extension's id in Firefox. */
export const FIREFOX_ID = 'trigger-simulator@trigger-simulator.example';

/**
 * The manifest of one browser, derived from manifest.json, which is written for Chrome.
 * Firefox runs the background as an event page and asks for an id and a statement on data collection:
 * https://extensionworkshop.com/documentation/develop/manifest-v3-migration-guide/
 */
export function manifestFor(browser: BrowserName): ManifestV3Export {
  if (browser === 'chrome') return manifest as ManifestV3Export;
  const { minimum_chrome_version: _, ...common } = manifest;
  return {
    ...common,
    background: { scripts: [manifest.background.service_worker], type: 'module' },
    browser_specific_settings: {
      gecko: {
        id: FIREFOX_ID,
        strict_min_version: '142.0',
        data_collection_permissions: { required: ['none'] },
      },
    },
  } as unknown as ManifestV3Export;
}
