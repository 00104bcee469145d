import type { ScenarioStatus, StatusWord } from './model/scenarios/status.ts';
import type { MessageKey } from './model/text.ts';
import type { Verdict } from './model/verdict.ts';
import { duration, say } from './texts.ts';

/** `quiet` for what is neither good nor bad. */
export type Tone = 'good' | 'waiting' | 'bad' | 'quiet';

interface Word {
  readonly key: MessageKey;
  readonly tone: Tone;
}

/** What testers call the states of a scenario. */
export const statusWords: { readonly [W in StatusWord]: Word } = {
  off: { key: 'uiStateOff', tone: 'quiet' },
  'no widget': { key: 'uiStateNoWidget', tone: 'quiet' },
  'widget error': { key: 'uiStateWidgetError', tone: 'bad' },
  waiting: { key: 'uiStateWaiting', tone: 'waiting' },
  armed: { key: 'uiStateArmed', tone: 'quiet' },
  'not met': { key: 'uiStateNotMet', tone: 'bad' },
  qualified: { key: 'uiStateQualified', tone: 'good' },
  offered: { key: 'uiStateOffered', tone: 'good' },
  shown: { key: 'uiStateShown', tone: 'good' },
  accepted: { key: 'uiStateAccepted', tone: 'good' },
  dismissed: { key: 'uiStateDismissed', tone: 'quiet' },
  'timed out': { key: 'uiStateTimedOut', tone: 'quiet' },
  recorded: { key: 'uiStateRecorded', tone: 'good' },
  blocked: { key: 'uiStateBlocked', tone: 'bad' },
};

/** What testers call the states of a condition. */
export const verdictWords: { readonly [S in Verdict['state']]: Word } = {
  met: { key: 'uiStateMet', tone: 'good' },
  waiting: { key: 'uiStateWaiting', tone: 'waiting' },
  'not met': { key: 'uiStateNotMet', tone: 'bad' },
};

/** The word for where a scenario stands, with how long it still waits. */
export const statusText = ({ word, wait }: Pick<ScenarioStatus, 'word' | 'wait'>): string =>
  word === 'waiting' && wait !== null
    ? say('uiStateWaitingFor', duration(wait))
    : say(statusWords[word].key);
