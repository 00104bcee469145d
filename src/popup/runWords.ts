import type { PlayState, RunStep } from '../model/runs/run.ts';
import type { Tone } from '../statusWords.ts';
import { duration, say } from '../texts.ts';

/** A step of a run, in a few words. */
export function stepWords(step: RunStep): string {
  switch (step.do) {
    case 'skip':
      return say('uiRunSkip', duration(step.ms));
    case 'leave page':
      return say('uiRunLeave');
    case 'go to':
      return say('uiRunGoTo', step.address);
  }
}

/** Where a run stands, in a word. */
export const playWords: {
  readonly [S in PlayState['state']]: {
    readonly key: 'uiRunPlaying' | 'uiRunPassed' | 'uiRunFailed' | 'uiRunStopped';
    readonly tone: Tone;
  };
} = {
  playing: { key: 'uiRunPlaying', tone: 'waiting' },
  passed: { key: 'uiRunPassed', tone: 'good' },
  failed: { key: 'uiRunFailed', tone: 'bad' },
  stopped: { key: 'uiRunStopped', tone: 'quiet' },
};
