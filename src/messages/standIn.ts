import type { MessageKey } from '../model/text.ts';
import { isObject, isText } from './guards.ts';

/** The element in which the stand-in widget is, and by which a page can be told to have one. */
export const STAND_IN_ID = 'trigger-simulator-stand-in';

/** The event with which the stand-in gets its words, for no extension API is there where it runs. */
export const STAND_IN_WORDS = 'trigger-simulator-stand-in-words';

/** The words of the stand-in, by their keys. */
export const standInKeys = {
  label: 'standInLabel',
  open: 'standInOpen',
  start: 'standInStart',
  close: 'standInClose',
  minimize: 'standInMinimize',
  survey: 'standInSurvey',
  submit: 'standInSubmit',
  chat: 'standInChat',
  refused: 'standInRefused',
} as const satisfies Readonly<Record<string, MessageKey>>;

export type StandInWords = { readonly [K in keyof typeof standInKeys]: string };

const isWords = (value: unknown): value is StandInWords =>
  isObject(value) && Object.keys(standInKeys).every((name) => isText(value[name]));

/** Words as they were sent, as JSON; null for anything else. */
export function parseWords(json: unknown): StandInWords | null {
  if (typeof json !== 'string') return null;
  try {
    const value: unknown = JSON.parse(json);
    return isWords(value) ? value : null;
  } catch {
    return null;
  }
}
