import { describe, expect, test } from 'vitest';
import { FIREFOX_ID, manifestFor } from '../../../build/browserManifest.ts';
import manifest from '../../../manifest.json' with { type: 'json' };

test('Chrome gets the manifest as it is written', () => {
  expect(manifestFor('chrome')).toEqual(manifest);
});

describe('Firefox', () => {
  const firefox = manifestFor('firefox');
  const {
    background,
    minimum_chrome_version: _,
    side_panel: panel,
    permissions,
    ...common
  } = manifest;

  test('gets all that is no matter of the browser', () => {
    expect(firefox).toMatchObject(common);
  });

  test('runs the same background, as an event page', () => {
    expect(firefox).toHaveProperty('background', {
      scripts: [background.service_worker],
      type: 'module',
    });
  });

  test('is told the id of the extension, and that it collects nothing', () => {
    expect(firefox).toHaveProperty('browser_specific_settings.gecko', {
      id: FIREFOX_ID,
      strict_min_version: '142.0',
      data_collection_permissions: { required: ['none'] },
    });
  });

  test('shows the side panel’s page in its sidebar, which is not open at first', () => {
    expect(firefox).toHaveProperty('sidebar_action.default_panel', panel.default_path);
    expect(firefox).toHaveProperty('sidebar_action.open_at_install', false);
  });

  test('asks for what Chrome asks for, but the side panel', () => {
    expect(firefox).toHaveProperty(
      'permissions',
      permissions.filter((permission) => permission !== 'sidePanel'),
    );
  });

  test('is told nothing that is for Chrome', () => {
    expect(firefox).not.toHaveProperty('side_panel');
    expect(firefox).not.toHaveProperty('minimum_chrome_version');
    expect(firefox).not.toHaveProperty('background.service_worker');
  });
});

test.each(['chrome', 'firefox'] as const)(
  'Without a click of the tester the extension reaches no site: %s',
  (browser) => {
    const built = manifestFor(browser);
    expect(built).not.toHaveProperty('host_permissions');
    expect(built).not.toHaveProperty('content_scripts');
    expect(built).not.toHaveProperty('web_accessible_resources');
    expect(built).toHaveProperty('optional_host_permissions', ['*://*/*']);
  },
);
