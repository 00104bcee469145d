export { openForTrying } from './open.ts';
export { takeScreenshots } from './screenshots.ts';
export { playTour } from './tour.ts';
