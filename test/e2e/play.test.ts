import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { playPack } from '../../play/index.ts';
import { writePack } from '../../src/model/pack/write.ts';
import { builtInScenarios } from '../../src/model/scenarios/builtIn.ts';
import { RURITANIA } from '../../src/model/visitor/country.ts';

const CHECKING_IN = 'Hi! Just checking in to see if I can help answer any questions you may have.';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'play-'));
});
afterAll(() => rm(folder, { recursive: true }));

const [waitTime] = builtInScenarios;
if (!waitTime) throw new Error('There is no built-in scenario.');

/** A run of a scenario of ours that passes, one of the site's own code that passes, and one that fails. */
const pack = () => {
  const origin = inject('origin');
  return writePack({
    scenarios: [
      {
        ...waitTime,
        id: 'soon',
        name: 'Soon',
        conditions: [{ type: 'timeOnPage', seconds: 5 }],
        invite: { ...waitTime.invite, message: 'You have been here for {time on page} ms.' },
      },
    ],
    visitors: [],
    runs: [
      {
        id: 'soon',
        name: 'Stays for 5 s',
        address: `${origin}/product`,
        visitor: { clock: { at: null } },
        scenarioIds: ['soon'],
        steps: [{ do: 'skip', ms: 5000 }],
        expects: { invite: { message: 'You have been here for 5000 ms.' } },
      },
      {
        id: 'own',
        name: 'The site’s own wait',
        address: `${origin}/faq`,
        visitor: { clock: { at: null } },
        scenarioIds: [],
        steps: [
          { do: 'go to', address: `${origin}/own/product` },
          { do: 'skip', ms: 20_000 },
        ],
        expects: { invite: { message: CHECKING_IN, showPrechat: false } },
      },
      {
        id: 'region',
        name: 'From Ruritania',
        address: `${origin}/own/shipping`,
        visitor: { country: { ...RURITANIA, name: 'Graustark' } },
        scenarioIds: [],
        steps: [],
        expects: { invite: { message: 'Welcome, Graustark', showPrechat: true } },
      },
    ],
  });
};

test.each(['chrome', 'firefox'] as const)('a pack is played in %s as in CI', async (browser) => {
  const said: string[] = [];
  const report = join(folder, `${browser}.json`);
  const hasPassed = await playPack(pack(), {
    browsers: [browser],
    name: null,
    isDryRun: false,
    report,
    say: (line) => said.push(line),
  });
  expect(hasPassed).toBe(false);
  expect(said.at(-1)).toBe('2 passed, 1 failed');
  expect(said.at(-4)).toMatch(/^✓ \w+: Stays for 5 s \(/);
  expect(said.at(-3)).toMatch(/^✓ \w+: The site’s own wait \(/);
  expect(said.at(-2)).toMatch(/^✗ \w+: From Ruritania \(/);
  const { runs } = JSON.parse(await readFile(report, 'utf8'));
  expect(runs).toMatchObject([
    { name: 'Stays for 5 s', browser, differences: [] },
    { name: 'The site’s own wait', browser, differences: [] },
    { name: 'From Ruritania', browser },
  ]);
  expect(runs[2].differences[0]).toContain('Welcome, Graustark');
});

test('one run can be named, and played as a dry run', async () => {
  const said: string[] = [];
  const report = join(folder, 'one.xml');
  const options = { browsers: ['chrome'], isDryRun: true, report } as const;
  const say = (line: string) => said.push(line);
  expect(await playPack(pack(), { ...options, name: 'Stays for 5 s', say })).toBe(true);
  expect(said.at(-1)).toBe('1 passed, 0 failed');
  expect(await readFile(report, 'utf8')).toContain(
    'Recorded, not passed to the widget: “You have been here for 5000 ms.”',
  );
  await expect(playPack(pack(), { ...options, name: 'Nobody', say })).rejects.toThrow(
    'There is no run “Nobody” in this pack. Its runs: “Stays for 5 s”,',
  );
  await expect(playPack('{', { ...options, name: null, say })).rejects.toThrow(/^Line 1, column/);
});
