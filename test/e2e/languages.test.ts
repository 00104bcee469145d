import { rm } from 'node:fs/promises';
import { afterAll, expect, test } from 'vitest';
import { inClosedRoot } from '../../driver/closedRoot.ts';
import { eventually } from '../../driver/simulator.ts';
import { OVERLAY_ID } from '../../src/messages/overlay.ts';
import { copyOfBuilt, languages, leaveOnly, RIGHT_TO_LEFT } from './languages.ts';
import { tooWide } from './layout.ts';
import { fill, show } from './popupForm.ts';
import { inBothBrowsers } from './withExtension.ts';

/** The narrowest that the popup is shown, in CSS pixels. */
const WIDTH = 360;

const folders: string[] = [];

afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

inBothBrowsers(
  ({ name, simulator, newTabWithPopup }) => {
    const folder = () => folders.find((one) => one.includes(`-${name}-`)) ?? '';

    test.each([...languages, RIGHT_TO_LEFT])(
      `in %s every view is told in it, and nothing is wider than ${WIDTH} px`,
      async (language) => {
        const messages = await leaveOnly(language, folder(), name);
        await simulator().updateExtension();
        const tab = await newTabWithPopup();
        const { popup } = tab;
        await popup.setViewport({ width: WIDTH, height: 600 });

        expect(await popup.evaluate('document.documentElement.lang')).toBe(
          messages.localeCode?.message,
        );
        expect(await popup.evaluate('document.documentElement.dir')).toBe(
          language === RIGHT_TO_LEFT ? 'rtl' : 'ltr',
        );
        expect(await popup.evaluate('innerWidth')).toBe(WIDTH);

        await tab.goTo('/product');
        await tab.widgetReady();
        await tab.enable('waitTime', 'dateWindow', 'exitIntent');
        await tab.outcome('dateWindow', 'shown');
        await show(popup, 'scenarios');
        expect(await popup.$eval('[data-tab=scenarios]', (one) => one.textContent)).toContain(
          messages.uiScenarios?.message,
        );
        for (const id of ['waitTime', 'dateWindow', 'exitIntent']) {
          const isOpen = `[data-scenario=${id}][data-open=true]`;
          if (!(await popup.$(isOpen)))
            await popup.locator(`[data-scenario=${id}] .card-title`).click();
          await popup.waitForSelector(isOpen);
        }
        expect(await tooWide(popup), 'scenarios').toEqual([]);

        const edit = `[data-scenario=waitTime] button ::-p-text(${messages.uiEdit?.message})`;
        await popup.locator(edit).click();
        await popup.waitForSelector('form.editor');
        expect(await tooWide(popup), 'editor').toEqual([]);
        await popup.locator(`button ::-p-text(${messages.uiCancel?.message})`).click();

        await show(popup, 'visitor');
        for (const [field, value] of [
          ['clock', 'running'],
          ['country', 'set'],
          ['referrer', 'set'],
          ['visits', 'nth'],
        ]) {
          await popup.locator(`label:has([name=${field}][value=${value}])`).click();
        }
        expect(await tooWide(popup), 'visitor').toEqual([]);
        // A country is known by its name in the tester's language.
        const germany = new Intl.DisplayNames(language, { type: 'region' }).of('DE') ?? '';
        await fill(popup, 'country.name', germany);
        expect(
          await popup.$eval('[name="country.latitude"]', (field) => Reflect.get(field, 'value')),
          germany,
        ).toBe('52.52');

        await tab.become({
          clock: {
            at: '2026-12-24T18:00:00Z',
            speed: 2,
            timeZone: 'America/Argentina/Buenos_Aires',
          },
          country: { name: 'Ruritania', code: null, latitude: 1, longitude: 2 },
          referrer: { value: 'https://www.contoso.com/FAQ/a-rather-long-address', until: 'reset' },
        });
        expect(await tooWide(popup), 'what is applied').toEqual([]);

        await show(popup, 'timeline');
        expect(await tooWide(popup), 'timeline').toEqual([]);

        await show(popup, 'site');
        await tab.command({ command: 'watch site', isWatched: true });
        await popup.waitForSelector('.answer-text');
        expect(await tooWide(popup), 'site').toEqual([]);

        await tab.command({ command: 'set overlay', isOn: true });
        await tab.page.bringToFront();
        const overlay = await eventually('the overlay', () =>
          inClosedRoot(
            simulator(),
            tab.page,
            `#${OVERLAY_ID}`,
            `(root) => {
              const section = root.querySelector('section');
              const { lang, dir, scrollWidth, clientWidth } = section;
              const isWider = scrollWidth > clientWidth;
              const [list] = section.querySelectorAll('.chips');
              return { lang, dir, isWider, label: list?.getAttribute('aria-label') };
            }`,
          ),
        );
        expect(overlay).toEqual({
          lang: messages.localeCode?.message,
          dir: language === RIGHT_TO_LEFT ? 'rtl' : 'ltr',
          isWider: false,
          label: messages.uiVisitor?.message,
        });
      },
    );
  },
  {
    extension: async (name) => {
      const folder = await copyOfBuilt(name);
      folders.push(folder);
      // The drivers know the buttons by their English words until the site has been enabled.
      await leaveOnly('en', folder, name);
      return folder;
    },
  },
);
