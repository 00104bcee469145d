import { buildExtension, buildStagingSite, setUp } from './setUp.mjs';

/* Takes the pictures of the README anew. */

await setUp();
await buildExtension();
await buildStagingSite();
const { loadTour } = await import('./loadTour.mjs');
const { takeScreenshots } = await loadTour();
await takeScreenshots();
