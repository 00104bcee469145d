import type { ManifestV3Export } from '@crxjs/vite-plugin';
import manifest from '../manifest.json' with { type: 'json' };

export type BrowserName = 'chrome' | 'firefox';

/** The extension's id in Firefox. */
export const FIREFOX_ID = 'trigger-simulator@trigger-simulator.example';

/**
 * The manifest of one browser, derived from manifest.json, which is written for Chrome.
 * Firefox has a sidebar for a side panel, runs the background as an event page, and asks for an id and a statement on data collection:
 * https://extensionworkshop.com/documentation/develop/manifest-v3-migration-guide/
 */
export function manifestFor(browser: BrowserName): ManifestV3Export {
  if (browser === 'chrome') return manifest as ManifestV3Export;
  const { minimum_chrome_version: _, side_panel: panel, permissions, ...common } = manifest;
  return {
    ...common,
    permissions: permissions.filter((permission) => permission !== 'sidePanel'),
    sidebar_action: {
      default_title: manifest.action.default_title,
      default_panel: panel.default_path,
      default_icon: manifest.action.default_icon,
      open_at_install: false,
    },
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
