import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { type InviteMode, inviteModeOn } from '../model/simulation.ts';
import { createQueue } from './queue.ts';
import { hostOf } from './sites.ts';
import type { TabRecord } from './tabs.ts';

const KEY = 'productionHosts';
const storedSchema = v.array(v.string());
const inTurn = createQueue();

/** The hosts that the tester has marked as ones where real agents answer; read once, for nobody else changes them. */
let hosts: Promise<ReadonlySet<string>> | null = null;

async function read(): Promise<ReadonlySet<string>> {
  const stored = v.safeParse(storedSchema, (await browser.storage.local.get(KEY))[KEY]);
  return new Set(stored.success ? stored.output : []);
}

function known(): Promise<ReadonlySet<string>> {
  if (!hosts) {
    hosts = read();
    // What could not be read now may be read the next time.
    hosts.catch(() => {
      hosts = null;
    });
  }
  return hosts;
}

/** Whether the site of a host permission is marked as production; no site is not. */
export const isProduction = async (site: string | null): Promise<boolean> =>
  site !== null && (await known()).has(hostOf(site));

/** Marks the site of a host permission as production, or takes the mark away; stored when it is done. */
export const markProduction = (site: string, isMarked: boolean): Promise<void> =>
  inTurn(async () => {
    const host = hostOf(site);
    const others = [...(await known())].filter((other) => other !== host);
    const after = isMarked ? [...others, host] : others;
    await browser.storage.local.set({ [KEY]: after });
    hosts = Promise.resolve(new Set(after));
  });

/** What becomes of invites in a tab. */
export const invitesIn = async ({
  site,
  simulation,
}: Pick<TabRecord, 'site' | 'simulation'>): Promise<InviteMode> =>
  inviteModeOn(simulation.invites, site, await isProduction(site));
