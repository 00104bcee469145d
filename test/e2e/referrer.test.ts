import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventually } from '../../driver/simulator.ts';
import { SecureSite } from './secureSite.ts';
import { inBothBrowsers, type Tab } from './withExtension.ts';

const FAQ = 'www.contoso.com/FAQ';

/** Reveals what its first script saw. */
const REVEAL = '<script>window.firstSaw = document.referrer</script>';

inBothBrowsers(
  ({ newTab, enableSite, simulator }) => {
    let site: SecureSite;
    /** Where pages lead to that have moved in the course of a test. */
    const moved = new Map<string, string>();
    /** Pages that lead on by script before anything else. */
    const leadingOn = new Map<string, string>();

    beforeAll(async () => {
      site = await SecureSite.start((path) => {
        const location = moved.get(path);
        const next = leadingOn.get(path);
        if (location) return { location };
        return {
          html: next ? `<script>location.href = '${next}'</script>` : `${REVEAL}<p>${path}`,
        };
      });
      await enableSite(`${site.origin}/`);
    });

    afterAll(() => site?.close());

    /** What the page at a path sees, and what its last request said. */
    async function seenAt(tab: Tab, path: string) {
      const seen = await eventually(`the page ${path}`, () =>
        tab.page
          .evaluate(
            `location.pathname + location.search === ${JSON.stringify(path)} && document.readyState === 'complete'
            ? JSON.stringify([window.firstSaw, document.referrer]) : null`,
          )
          .catch(() => null),
      );
      const [first, referrer] = JSON.parse(String(seen));
      expect(first).toBe(referrer);
      return { referrer, header: site.last(path)?.referer };
    }

    const follow = (tab: Tab, path: string) =>
      tab.page.evaluate(`(() => {
      const link = document.body.appendChild(document.createElement('a'));
      link.href = ${JSON.stringify(path)};
      link.click();
    })()`);

    const page = (path: string) => site.origin + path;
    const both = (referrer: string) => ({ referrer, header: referrer || undefined });

    /** Waits until the background has seen the page at a path arrive. */
    const arrived = (tab: Tab, path: string) =>
      tab.report(`the page ${path}`, ({ facts }) => facts.address.startsWith(page(path)));

    async function land(tab: Tab, path: string, value: string): Promise<void> {
      await tab.page.goto(page(path));
      await arrived(tab, path);
      await tab.become({ referrer: { value } });
    }

    test('the landing page has the referrer, and the next ones the page before them', async () => {
      const tab = await newTab();
      await land(tab, '/landing?a=B^|*', FAQ);
      expect(await seenAt(tab, '/landing?a=B^|*')).toEqual(both(FAQ));
      await follow(tab, '/next');
      expect(await seenAt(tab, '/next')).toEqual(both(page('/landing?a=B^|*')));
      await arrived(tab, '/next');
      await tab.page.reload();
      expect(await seenAt(tab, '/next')).toEqual(both(page('/landing?a=B^|*')));
      // A link to the landing page is none to follow from outside.
      await follow(tab, '/landing?a=B^|*');
      expect(await seenAt(tab, '/landing?a=B^|*')).toEqual(both(page('/next')));
    });

    test('a reload of the landing page keeps it, with and without fragment', async () => {
      const tab = await newTab();
      await land(tab, '/landing#top', FAQ);
      for (let load = 0; load < 2; load++) {
        expect(await seenAt(tab, '/landing')).toEqual(both(FAQ));
        await arrived(tab, '/landing');
        await tab.page.reload();
      }
      await tab.page.evaluate(`location.hash = ''; history.replaceState(null, '', '/landing')`);
      await tab.page.reload();
      expect(await seenAt(tab, '/landing')).toEqual(both(FAQ));
    });

    test('so does going back to it', async () => {
      const tab = await newTab();
      await land(tab, '/landing', FAQ);
      await arrived(tab, '/landing');
      await follow(tab, '/next');
      await arrived(tab, '/next');
      // Not `goBack`, which waits for a load that the back/forward cache does without.
      await tab.page.evaluate('setTimeout(() => history.back())');
      expect((await seenAt(tab, '/landing')).referrer).toBe(FAQ);
      await arrived(tab, '/landing');
      await tab.page.reload();
      expect(await seenAt(tab, '/landing')).toEqual(both(FAQ));
    });

    test('a landing page that redirects is where it leads to', async () => {
      const tab = await newTab();
      await tab.page.goto(page('/moving'));
      await arrived(tab, '/moving');
      moved.set('/moving', '/moved');
      await tab.become({ referrer: { value: FAQ } });
      expect(await seenAt(tab, '/moved')).toEqual(both(FAQ));
      expect(site.last('/moving')?.referer).toBe(FAQ);
      await arrived(tab, '/moved');
      await tab.page.reload();
      expect(await seenAt(tab, '/moved')).toEqual(both(FAQ));
      await follow(tab, '/next');
      expect(await seenAt(tab, '/next')).toEqual(both(page('/moved')));
      moved.clear();
    });

    test('a landing page whose script leads on is the referrer of where it leads to', async () => {
      const tab = await newTab();
      await tab.page.goto(page('/gate'));
      await arrived(tab, '/gate');
      leadingOn.set('/gate', '/behind');
      await tab.become({ referrer: { value: FAQ } });
      expect((await seenAt(tab, '/behind')).referrer).toBe(page('/gate'));
      leadingOn.clear();
    });

    test('until Reset every page has it', async () => {
      const tab = await newTab();
      await tab.page.goto(page('/landing'));
      await arrived(tab, '/landing');
      await tab.become({ referrer: { value: 'https://search.example/', until: 'reset' } });
      await follow(tab, '/next');
      expect(await seenAt(tab, '/next')).toEqual(both('https://search.example/'));
      await arrived(tab, '/next');
      await tab.become({});
      await tab.page.goto(page('/landing'));
      expect(await seenAt(tab, '/landing')).toEqual(both(''));
    });

    test('a direct visit has none, where there really is one', async () => {
      const tab = await newTab();
      await tab.page.goto(page('/landing'));
      await follow(tab, '/next');
      expect(await seenAt(tab, '/next')).toEqual(both(page('/landing')));
      await arrived(tab, '/next');
      await tab.become({ referrer: { value: '' } });
      expect(await seenAt(tab, '/next')).toEqual(both(''));
      await tab.become({});
      await tab.report('the real visitor', ({ epoch }) => epoch === 0);
      expect(await seenAt(tab, '/next')).toEqual(both(page('/landing')));
    });

    test('all the same while the background is stopped', async () => {
      const tab = await newTab();
      await land(tab, '/landing', FAQ);
      await arrived(tab, '/landing');
      await simulator().stopBackground();
      await tab.page.reload();
      expect(await seenAt(tab, '/landing')).toEqual(both(FAQ));
      await simulator().stopBackground();
      await follow(tab, '/next');
      expect(await seenAt(tab, '/next')).toEqual(both(page('/landing')));
      await arrived(tab, '/next');
      await simulator().stopBackground();
      await follow(tab, '/landing');
      expect(await seenAt(tab, '/landing')).toEqual(both(page('/next')));
    });
  },
  { enable: false },
);
