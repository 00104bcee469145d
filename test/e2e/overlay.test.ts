import type { Page } from 'puppeteer-core';
import * as v from 'valibot';
import { expect, inject, test } from 'vitest';
import { inClosedRoot } from '../../driver/closedRoot.ts';
import { pressShortcut } from '../../driver/pressShortcut.ts';
import { eventually } from '../../driver/simulator.ts';
import { inviteToShow } from '../../driver/widget.ts';
import { OVERLAY_ID } from '../../src/messages/overlay.ts';
import { faultsOf } from './axe.ts';
import { show } from './popupForm.ts';
import { tracesIn } from './traces.ts';
import { inBothBrowsers, type Tab } from './withExtension.ts';

const HOST = `#${OVERLAY_ID}`;
const SWITCH = '.present [role=switch]';

const boxSchema = v.object({ x: v.number(), y: v.number(), width: v.number(), height: v.number() });
type Box = v.InferOutput<typeof boxSchema>;

inBothBrowsers(
  ({ newTab, simulator, newTabWithPopup }) => {
    const inOverlay = (tab: Tab, source: string) =>
      inClosedRoot(simulator(), tab.page, HOST, source);

    const set = (tab: Tab, isOn: boolean) => tab.command({ command: 'set overlay', isOn });

    /** The words of one of the overlay's parts, once they fit. */
    const told = (tab: Tab, part: string, fits: (words: string) => boolean) =>
      eventually(`the overlay to tell of the ${part}`, async () => {
        const source = `(root) => root.querySelector('[data-part=${part}]')?.innerText ?? null`;
        const words = await inOverlay(tab, source);
        return typeof words === 'string' && fits(words) ? words : null;
      });

    const isThere = (page: Page) =>
      page.evaluate(`document.getElementById('${OVERLAY_ID}') !== null`).catch(() => null);

    const gone = (page: Page) =>
      eventually('the overlay to be gone', async () =>
        (await isThere(page)) === false ? true : null,
      );

    const boxOf = async (tab: Tab, selector: string): Promise<Box> =>
      v.parse(
        boxSchema,
        await inOverlay(
          tab,
          `(root) => {
            const { x, y, width, height } = root.querySelector('${selector}').getBoundingClientRect();
            return { x, y, width, height };
          }`,
        ),
      );

    async function click(tab: Tab, selector: string): Promise<void> {
      const { x, y, width, height } = await boxOf(tab, selector);
      await tab.page.mouse.click(x + width / 2, y + height / 2);
    }

    /** The overlay, once it is where it is to be. */
    const at = (tab: Tab, fits: (box: Box) => boolean) =>
      eventually('the overlay to be there', async () => {
        const box = await boxOf(tab, 'section');
        return fits(box) ? box : null;
      });

    test('it is on no page until it is switched on in the popup, and goes without a trace', async () => {
      const tab = await newTabWithPopup();
      await tab.goTo('/faq?widget=none');
      await tab.enable('waitTime');
      await tab.report('the page');
      const before = await tracesIn(tab.page, '127.0.0.1');
      const layout =
        'JSON.stringify([...document.querySelectorAll("*")].map((one) => one.getBoundingClientRect()))';
      const placed = await tab.page.evaluate(layout);
      expect(await isThere(tab.page)).toBe(false);

      await show(tab.popup, 'scenarios');
      await tab.popup.locator('[data-action=present]').click();
      await tab.popup.locator(SWITCH).click();
      await tab.popup.waitForSelector('[data-chip=overlay]');
      await tab.page.bringToFront();
      await told(tab, 'visitor', (words) => words.includes('The real visitor'));
      // The page sees one element more, at the end, and nothing moves.
      expect(await tab.page.evaluate(`document.body.lastElementChild.id === '${OVERLAY_ID}'`)).toBe(
        true,
      );
      expect(
        await tab.page.evaluate(
          `(() => { const { shadowRoot, children, attributes } = document.getElementById('${OVERLAY_ID}');
            return JSON.stringify([shadowRoot, children.length, [...attributes].map(({ name }) => name)]); })()`,
        ),
      ).toBe('[null,0,["id"]]');
      const during = String(await tab.page.evaluate(layout));
      expect(during.startsWith(String(placed).slice(0, -1))).toBe(true);

      await tab.popup.bringToFront();
      await tab.popup.locator(SWITCH).click();
      await gone(tab.page);
      await tab.page.bringToFront();
      expect(await tracesIn(tab.page, '127.0.0.1')).toEqual(before);
    });

    test('it tells who the visitor is, how far the conditions are, and what becomes of the invite', async () => {
      const tab = await newTab();
      await tab.goTo('/product');
      await tab.become({
        // A clock that stands does not stop the telling.
        clock: { at: '2026-12-24T18:00:00Z', timeZone: 'UTC', speed: 0 },
        referrer: { value: 'https://www.contoso.com/FAQ', until: 'reset' },
      });
      await tab.widgetReady();
      await tab.enable('waitTime', 'repeatVisits');
      await set(tab, true);
      await tab.page.bringToFront();
      const visitor = await told(tab, 'visitor', (words) => words.includes('contoso'));
      expect(visitor).toMatch(/On the visitor’s clock: .*24.*2026/);
      const [first, later] = [/(\d+) of 20 s/, /waiting \d+ s/];
      const early = await told(tab, 'presented', (words) => later.test(words));
      expect(early).toContain('20 s on the page');
      const passed = (words: string) => Number(first.exec(words)?.[1] ?? Number.NaN);
      await told(tab, 'presented', (words) => passed(words) > passed(early));
      expect(await told(tab, 'others', () => true)).toContain('Returns to the page');
      expect(await told(tab, 'invite', () => true)).toContain('No invite yet');

      await tab.command({ command: 'skip', ms: 20_000 });
      await tab.outcome('waitTime', 'shown');
      const invite = await told(tab, 'invite', (words) => words.includes('Invite shown'));
      expect(invite).toContain('Stays on the page');
      await told(tab, 'presented', (words) => words.includes('shown'));
      await inviteToShow(tab.page);
    });

    test('it stays over navigation where it was moved to, and ends with Reset', async () => {
      const tab = await newTab();
      await tab.goTo('/faq?widget=none');
      await tab.become({ clock: { at: null } });
      await set(tab, true);
      await tab.page.bringToFront();
      await told(tab, 'visitor', () => true);
      const began = await at(tab, ({ width }) => width > 0);
      expect(began.x).toBe(20);
      expect(Math.round(began.y + began.height)).toBe(780);

      const isFocused = () => tab.page.evaluate(`document.activeElement?.id === '${OVERLAY_ID}'`);
      for (let presses = 0; presses < 50 && !(await isFocused()); presses++)
        await tab.page.keyboard.press('Tab');
      expect(await isFocused()).toBe(true);
      await tab.page.keyboard.press('ArrowUp');
      await tab.page.keyboard.press('ArrowRight');
      await at(tab, ({ x, y }) => x === began.x + 10 && Math.abs(y - began.y + 10) < 1);
      await tab.page.keyboard.down('Shift');
      await tab.page.keyboard.press('ArrowRight');
      await tab.page.keyboard.up('Shift');
      await at(tab, ({ x }) => x === began.x + 110);
      await tab.page.keyboard.press('Home');
      await at(tab, ({ x }) => x === began.x);

      const handle = await boxOf(tab, '.handle');
      const [x, y] = [handle.x + 40, handle.y + 10];
      await tab.page.mouse.move(x, y);
      await tab.page.mouse.down();
      await tab.page.mouse.move(x + 300, y - 200, { steps: 5 });
      await tab.page.mouse.up();
      await at(tab, (box) => Math.abs(box.x - began.x - 300) < 2);
      // Never out of the window.
      await tab.page.mouse.down();
      await tab.page.mouse.move(x + 300, 2, { steps: 5 });
      await tab.page.mouse.up();
      const top = await at(tab, (box) => box.y === 0);
      await eventually('the place to be kept', async () => {
        const { simulation } = await tab.snapshot();
        return simulation.presentation?.place?.y === 0 ? true : null;
      });

      await tab.goTo('/community?widget=none');
      await told(tab, 'visitor', () => true);
      await at(tab, (box) => box.x === top.x && box.y === 0);

      await tab.become({});
      await tab.report('the real visitor', ({ epoch }) => epoch === 0);
      await gone(tab.page);
      expect((await tab.snapshot()).simulation.presentation?.overlay).toBe(false);
      await tab.goTo('/faq?widget=none');
      await tab.report('the page');
      expect(await isThere(tab.page)).toBe(false);
    });

    test('its own button takes it off', async () => {
      const tab = await newTab();
      await tab.goTo('/faq?widget=none');
      await tab.report('the page');
      await set(tab, true);
      await tab.page.bringToFront();
      await told(tab, 'visitor', () => true);
      await click(tab, '.close');
      await gone(tab.page);
      expect((await tab.snapshot()).simulation.presentation?.overlay).toBe(false);
    });

    test('a page with a strict policy and Trusted Types has it, with its styles, and reports nothing', async () => {
      const tab = await newTab();
      await tab.goTo('/product?widget=none&csp=strict');
      await tab.report('the page');
      await tab.page.evaluate(
        `window.violations = []; document.addEventListener('securitypolicyviolation', ({ violatedDirective }) => violations.push(violatedDirective))`,
      );
      await set(tab, true);
      await tab.page.bringToFront();
      await told(tab, 'visitor', () => true);
      expect((await boxOf(tab, 'section')).width).toBe(340);
      // It goes on.
      await tab.command({ command: 'fire', scenarioId: 'waitTime' });
      await told(tab, 'invite', (words) => words.includes('blocked'));
      expect(await tab.page.evaluate('violations.join()')).toBe('');
    });

    test('a page cannot style it away, stop its ticking, or hear what is done to it', async () => {
      const tab = await newTab();
      await tab.goTo('/product');
      await tab.widgetReady();
      await tab.enable('waitTime');
      await set(tab, true);
      await tab.page.bringToFront();
      await told(tab, 'visitor', () => true);
      await tab.page.evaluate(`(() => {
        const host = document.getElementById('${OVERLAY_ID}');
        host.style.setProperty('display', 'none', 'important');
        host.style.setProperty('opacity', '0', 'important');
        document.documentElement.style.fontSize = '60px';
        document.body.style.transform = 'translateX(100px)';
        for (let id = 0; id < 100000; id++) { clearTimeout(id); cancelAnimationFrame(id); }
        Date.now = () => 0;
        window.heard = [];
        for (const name of ['click', 'pointerdown', 'mousedown', 'keydown', 'keyup'])
          document.addEventListener(name, () => heard.push(name));
      })()`);
      const seconds = /(\d+) of 20 s/;
      const read = (words: string) => Number(seconds.exec(words)?.[1] ?? Number.NaN);
      const before = await told(tab, 'presented', (words) => seconds.test(words));
      await told(tab, 'presented', (words) => read(words) > read(before));
      const box = await boxOf(tab, 'section');
      expect([box.x, box.width]).toEqual([20, 340]);
      await click(tab, '.handle');
      await tab.page.keyboard.press('ArrowRight');
      await at(tab, ({ x }) => x === 30);
      expect(await tab.page.evaluate('heard.join()')).toBe('');
    });

    test('the pointer that comes onto it has not left the page, and leaves the page from it', async () => {
      const tab = await newTab();
      await tab.goTo('/own/cart');
      await tab.become({ clock: { at: null } });
      await tab.widgetReady();
      await tab.enable('exitIntent');
      await set(tab, true);
      await tab.command({ command: 'skip', ms: 16_000 });
      await tab.page.bringToFront();
      await told(tab, 'visitor', () => true);
      await tab.page.evaluate(
        `window.left = 0; document.body.addEventListener('mouseleave', () => left++)`,
      );
      const { x, y, width, height } = await at(tab, (box) => box.width > 0);
      await tab.page.mouse.move(x + width + 100, y + height / 2);
      await tab.page.mouse.move(x + width / 2, y + height / 2, { steps: 4 });
      await told(tab, 'presented', (words) => words.includes('armed'));
      expect(await tab.page.evaluate('left')).toBe(0);
      const { timeline, report } = await tab.snapshot();
      expect(timeline.filter(({ kind }) => kind === 'pointer left')).toEqual([]);
      expect(report?.facts.pointerLeftAt).toBeNull();

      // From the overlay, at the top of the window, straight out of it.
      await tab.page.mouse.move(x + 40, y + 10);
      await tab.page.mouse.down();
      await tab.page.mouse.move(290, 2, { steps: 5 });
      await tab.page.mouse.up();
      await at(tab, (box) => box.y === 0);
      await simulator().leavePage(tab.page);
      await tab.event('the pointer to have left', ({ kind }) => kind === 'pointer left');
    });

    test('keys present the next scenario and fire it; the overlay and the button tell which', async () => {
      const tab = await newTabWithPopup();
      await tab.goTo('/product');
      await tab.widgetReady();
      await set(tab, true);
      await tab.page.bringToFront();
      await told(tab, 'presented', (words) => words.includes('Stays on the page'));
      await pressShortcut(simulator(), 'present-next', tab.tabId);
      await told(tab, 'presented', (words) => words.includes('Returns to the page'));
      const title = String(
        await tab.popup.evaluate(
          `(globalThis.browser ?? chrome).action.getTitle({ tabId: ${tab.tabId} })`,
        ),
      );
      expect(title).toContain('Presented: Returns to the page');
      await pressShortcut(simulator(), 'fire-presented', tab.tabId);
      await tab.outcome('repeatVisits', 'shown');
      await told(tab, 'invite', (words) => words.includes('Invite shown'));
    });

    test('on a production site that is live the key fires nothing, and the button says why', async () => {
      const tab = await newTabWithPopup();
      await tab.goTo('/product');
      await tab.widgetReady();
      try {
        await tab.command({ command: 'mark production', isProduction: true });
        await tab.command({ command: 'set invites', invites: 'live' });
        await tab.page.bringToFront();
        await pressShortcut(simulator(), 'fire-presented', tab.tabId);
        await eventually('the button to say so', async () => {
          const title = await tab.popup.evaluate(
            `(globalThis.browser ?? chrome).action.getTitle({ tabId: ${tab.tabId} })`,
          );
          return String(title).includes('production site') ? true : null;
        });
        expect((await tab.snapshot()).report?.outcomes).toEqual({});
      } finally {
        await tab.command({ command: 'mark production', isProduction: false });
      }
    });

    test('it ends with a simulation whose time has come', async () => {
      const tab = await newTabWithPopup();
      await tab.goTo('/faq?widget=none');
      await tab.report('the page');
      await set(tab, true);
      await tab.page.bringToFront();
      await told(tab, 'visitor', () => true);
      expect((await tab.snapshot()).endsAt).toBeGreaterThan(Date.now());
      await tab.popup.evaluate(
        `(globalThis.browser ?? chrome).alarms.create('expiry:${tab.tabId}', { when: Date.now() })`,
      );
      await gone(tab.page);
    });

    test('it is told what is new by a background that was stopped meanwhile, and taken away by it', async () => {
      const tab = await newTab();
      await tab.goTo('/product?widget=none');
      await tab.report('the page');
      await set(tab, true);
      await tab.page.bringToFront();
      await told(tab, 'presented', (words) => words.includes('no widget') || words.includes('off'));
      await simulator().stopBackground();
      await tab.enable('repeatVisits');
      await tab.command({ command: 'present', scenarioId: 'repeatVisits' });
      await told(tab, 'presented', (words) => words.includes('Returns to the page'));
      await simulator().stopBackground();
      await set(tab, false);
      await gone(tab.page);
    });

    test('an update of the extension leaves none behind', async () => {
      const tab = await newTab();
      await tab.goTo('/faq?widget=none');
      await tab.report('the page');
      await set(tab, true);
      await tab.page.bringToFront();
      await told(tab, 'visitor', () => true);
      await simulator().updateExtension();
      await gone(tab.page);
    });

    test('axe finds nothing in it', async () => {
      const tab = await newTab();
      await tab.goTo('/product');
      await tab.become({ referrer: { value: 'https://www.contoso.com/FAQ', until: 'reset' } });
      await tab.widgetReady();
      await tab.enable('waitTime', 'repeatVisits', 'referrer');
      await set(tab, true);
      await tab.page.bringToFront();
      await told(tab, 'others', (words) => words.includes('Returns'));
      // Axe does not see into a closed root, so it looks at the same elements and styles in a page of their own.
      const html = String(
        await inOverlay(tab, `(root) => root.querySelector('section').outerHTML`),
      );
      const sheet = await inOverlay(tab, `(root) => root.querySelector('style').textContent`);
      expect(sheet).toContain('--surface');
      const copy = await newTab();
      await copy.page.goto(`${inject('origin')}/no-such-page`);
      await copy.page.setContent(
        `<!doctype html><html lang="en"><title>Copy</title><main><h1>Copy</h1></main><div id="copy"></div>`,
      );
      await copy.page.evaluate(
        `(() => {
          const root = document.getElementById('copy').attachShadow({ mode: 'open' });
          const parsed = new DOMParser().parseFromString(${JSON.stringify(html)}, 'text/html');
          root.append(...parsed.body.querySelectorAll('section'));
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(${JSON.stringify(sheet)});
          root.adoptedStyleSheets = [sheet];
          root.querySelector('section').showPopover();
        })()`,
      );
      expect(await faultsOf(simulator(), copy.page)).toEqual([]);
    });
  },
  { preferences: { 'ui.prefersReducedMotion': 1 } },
);
