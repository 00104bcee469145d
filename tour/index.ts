export { openForTrying } from './open.ts';
export { playTour } from './tour.ts';
