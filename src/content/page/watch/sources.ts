import {
  type CodePlace,
  MAX_SOURCE,
  MAX_SOURCES,
  MOST_WATCHED,
  type Source,
} from '../../../model/watch/watched.ts';
import * as natives from '../natives.ts';
import { fileOf } from './callers.ts';
import { watchNatives } from './watchNatives.ts';

/** What code that has to do with the widget says somewhere. */
const MENTIONS = /LiveChatWidget|startProactiveChat|setContextProvider|['"`]lcw:/;

export const mentionsSdk = (text: string): boolean => natives.matches(MENTIONS, text);

/** The widget's own scripts, which are not the site's code. */
const WIDGET_FILE = /\/livechatwidget\/|LiveChatBootstrapper/i;

export const isWidgetFile = (file: string): boolean => natives.matches(WIDGET_FILE, file);

/** A script in the HTML that has to do with the widget. */
interface InlineScript {
  readonly file: string;
  readonly text: string;
  readonly lines: readonly string[];
  /** The lines of the file that it may begin with, as far as they have been narrowed down; null as long as nothing is known. */
  firstLines: readonly number[] | null;
}

/** The name that places have for scripts in the HTML. */
const pageFile = (): string => fileOf(location.href);

/** The text of the script in the HTML that is running; null if none is. */
function runningText(): string | null {
  const script = watchNatives.currentScript(document);
  if (!(script instanceof HTMLScriptElement) || watchNatives.scriptAddress(script) !== '')
    return null;
  return watchNatives.scriptText(script);
}

/** Whether the text of the script that is running is to be seen. */
export const isRunningSeen = (): boolean => runningText() !== null;

/**
 * The code of a page that has to do with the widget. Nothing is asked of the network for that: of scripts
 * in the HTML the text is there, of others only that of the functions that they hand over.
 */
export class Sources {
  readonly #inline: InlineScript[] = [];
  readonly #functions: Source[] = [];
  readonly #files = natives.ownMap<string, true>();
  #latest: { readonly text: string; readonly isTrigger: boolean } | null = null;

  /** Notes the script in the HTML that is running, if it has to do with the widget; gives whether it has. `what` is what it is doing in `place`. */
  noteRunning(place: CodePlace | null, what: string): boolean {
    const text = runningText();
    if (text === null || !this.#isTrigger(text)) return false;
    const script = this.#inlineOf(text);
    if (place && place.file === script.file) narrow(script, place.line, what);
    return true;
  }

  /** Notes the script that has an error, which never ran; gives whether it is known to have to do with the widget. */
  noteFault(place: CodePlace | null): boolean {
    const text = runningText();
    if (text === null || !mentionsSdk(text)) return false;
    this.#inlineOf(text);
    return place === null || place.file === pageFile();
  }

  /** Notes a function that the page has handed over at a place; gives whether it has to do with the widget. */
  noteFunction(value: unknown, place: CodePlace | null): boolean {
    if (typeof value !== 'function') return false;
    const text = watchNatives.textOfFunction(value);
    if (!mentionsSdk(text)) return false;
    this.#keep(text, place);
    return true;
  }

  /** Notes a function of which is known that it has to do with the widget, by where it was handed over. */
  keepFunction(value: unknown, place: CodePlace): void {
    if (typeof value === 'function') this.#keep(watchNatives.textOfFunction(value), place);
    this.noteFile(place.file);
  }

  /** Keeps the text of a function. */
  #keep(text: string, place: CodePlace | null): void {
    const file = place?.file ?? pageFile();
    const isKnown =
      this.#inline.some((script) => script.text.includes(text)) ||
      this.#functions.some((source) => source.file === file && source.text.includes(text));
    const isNative = watchNatives.indexOf(text, '[native code]') >= 0;
    if (!isKnown && !isNative && this.#functions.length < MOST_WATCHED)
      this.#functions[this.#functions.length] = { file, firstLine: null, text: cut(text) };
    this.noteFile(file);
  }

  /** Notes a script of its own that has used the widget. */
  noteFile(file: string): void {
    if (file !== pageFile()) this.#files.set(file, true);
  }

  /** Whether a place is in code that is known to have to do with the widget. */
  includes(place: CodePlace): boolean {
    if (this.#files.get(place.file)) return true;
    for (let index = 0; index < this.#inline.length; index++) {
      const script = this.#inline[index];
      if (!script || script.file !== place.file) continue;
      const { firstLines, lines } = script;
      const [first] = firstLines?.length === 1 ? firstLines : [];
      if (first !== undefined && place.line >= first && place.line < first + lines.length)
        return true;
    }
    return false;
  }

  all(): readonly Source[] {
    const inline = this.#inline.map(({ file, text, firstLines }) => ({
      file,
      firstLine: firstLines?.length === 1 ? (firstLines[0] ?? null) : null,
      text: cut(text),
    }));
    let room = MAX_SOURCES;
    return [...inline, ...this.#functions].slice(0, MOST_WATCHED).filter(({ text }) => {
      room -= text.length;
      return room >= 0;
    });
  }

  /** Whether a script in the HTML has to do with the widget: long ones are asked about often while they run. */
  #isTrigger(text: string): boolean {
    if (this.#latest?.text !== text) this.#latest = { text, isTrigger: mentionsSdk(text) };
    return this.#latest.isTrigger;
  }

  #inlineOf(text: string): InlineScript {
    const known = this.#inline.find((script) => script.text === text);
    if (known) return known;
    const lines = watchNatives.split(text, '\n');
    const script = { file: pageFile(), text, lines, firstLines: null };
    if (this.#inline.length < MOST_WATCHED) this.#inline[this.#inline.length] = script;
    return script;
  }
}

const cut = (text: string): string => watchNatives.slice(text, 0, MAX_SOURCE);

/**
 * Browsers do not tell where in the HTML a script is. Something that is done in a known line of the file
 * can only be done in those lines of the script that name it, so each leaves fewer first lines.
 */
function narrow(script: InlineScript, line: number, what: string): void {
  const possible: number[] = [];
  for (let index = 0; index < script.lines.length; index++) {
    if (watchNatives.indexOf(script.lines[index] ?? '', what) < 0) continue;
    const first = line - index;
    if (first < 1) continue;
    if (script.firstLines === null || script.firstLines.includes(first))
      possible[possible.length] = first;
  }
  if (possible.length > 0) script.firstLines = possible;
}
