import { followSnapshots } from './connection.ts';
import { followShownTab } from './place.ts';

/*
 * Asks for the first snapshot: imported before the views, so that the background gathers it while those
 * are evaluated.
 */

followSnapshots();
void followShownTab();
