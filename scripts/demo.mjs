import { parseArgs } from 'node:util';
import { buildExtension, buildStagingSite, setUp } from './setUp.mjs';

const USAGE = `npm run demo -- [--tour] [--chrome] [--firefox]

Opens the staging site in a browser with the extension.
  --firefox   in Firefox instead of Chrome, Chromium or Edge
  --chrome    in Chrome, Chromium or Edge
  --tour      plays all seven scenarios by itself, without a window, in both browsers or the one named;
              also what happens where there is no display`;

/** The command line, or null if it was not understood. */
function commandLine() {
  try {
    return parseArgs({
      options: {
        tour: { type: 'boolean' },
        chrome: { type: 'boolean' },
        firefox: { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${USAGE}`);
    return null;
  }
}

const hasDisplay = () =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

async function main() {
  const options = commandLine();
  if (!options) return 2;
  await setUp();
  await buildExtension();
  await buildStagingSite();

  // Only now is there anything to load it with.
  const { loadTour } = await import('./loadTour.mjs');
  const tour = await loadTour();
  const named = /** @type {const} */ (['chrome', 'firefox']).filter((name) => options[name]);
  if (options.tour || !hasDisplay()) {
    return (await tour.playTour(named.length > 0 ? named : ['chrome', 'firefox'])) ? 0 : 1;
  }
  await tour.openForTrying(named[0] ?? 'chrome');
  return 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
