import type { Playing } from '../model/runs/run.ts';

/*
 * Which run is played in which tab, or was played there last. It lives as long as the background and the
 * tab: a run that is interrupted is played again, not gone on with.
 */

const playing = new Map<number, Playing>();

export const playingIn = (tabId: number): Playing | null => playing.get(tabId) ?? null;

export const isPlaying = (tabId: number): boolean => playingIn(tabId)?.state === 'playing';

export const keepPlaying = (tabId: number, now: Playing): void => void playing.set(tabId, now);

/** Stops the run that is played in a tab; what it waits for ends with it. */
export function stopPlaying(tabId: number): void {
  const now = playing.get(tabId);
  if (now?.state === 'playing') playing.set(tabId, { runId: now.runId, state: 'stopped' });
}

/** For a tab that has been closed. */
export const forgetPlaying = (tabId: number): void => void playing.delete(tabId);
