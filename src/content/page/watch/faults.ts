import { SDK_ERROR } from '../../../model/watch/sdkError.ts';
import type { CodePlace, NeverRan, PageFault, Refusal } from '../../../model/watch/watched.ts';
import * as natives from '../natives.ts';
import { type Undo, undoAll } from '../patches.ts';
import { fileOf, placeOf } from './callers.ts';
import { listen } from './listen.ts';
import { sample, thrown } from './sample.ts';
import { serviceAddress } from './serviceAddress.ts';
import { isRunningSeen, isWidgetFile, mentionsSdk } from './sources.ts';
import type { WatchLog } from './watchLog.ts';
import { watchNatives } from './watchNatives.ts';

/** What goes wrong in a page without anybody catching it. */
export class Faults {
  readonly faults: PageFault[] = [];
  readonly refusals: Refusal[] = [];
  readonly lostScripts: string[] = [];
  readonly #log: WatchLog;
  readonly #isReady: () => boolean;

  constructor(log: WatchLog, isReady: () => boolean) {
    this.#log = log;
    this.#isReady = isReady;
  }

  /** Listens; gives the way to stop. */
  watch(): Undo {
    return undoAll([
      listen('error', (event) => this.#failed(event), true),
      listen('unhandledrejection', (event) => this.#rejected(event), true),
      listen('securitypolicyviolation', (event) => this.#refused(event), true),
    ]);
  }

  #failed(event: Event): void {
    if (event instanceof ErrorEvent) {
      const { error, message, filename, lineno, colno } = event;
      const at = placeWhere(filename, lineno, colno);
      this.#note(error, message, at ?? placeOf(error), neverRan(error));
      return;
    }
    const target = watchNatives.eventTarget(event);
    if (!(target instanceof HTMLScriptElement)) return;
    const address = watchNatives.scriptAddress(target);
    if (isWidgetFile(address)) this.#log.note(this.lostScripts, short(address));
  }

  #rejected(event: Event): void {
    if (!(event instanceof PromiseRejectionEvent)) return;
    const { reason } = event;
    this.#note(reason, thrown(reason), placeOf(reason), null);
  }

  #note(error: unknown, message: string, by: CodePlace | null, never: NeverRan | null): void {
    if (by && isWidgetFile(by.file)) return;
    const isInTrigger =
      this.#log.sources.noteFault(by) || (by !== null && this.#log.sources.includes(by));
    const mentions = natives.matches(SDK_ERROR, message) || mentionsSdk(message);
    this.#log.note(this.faults, {
      name: nameOf(error),
      message: short(message),
      by,
      isTrigger: isInTrigger || mentions,
      isReady: this.#isReady(),
      neverRan: never,
      at: natives.dateNow(),
    });
  }

  #refused(event: Event): void {
    // A policy that only reports lets everything through.
    if (!(event instanceof SecurityPolicyViolationEvent) || event.disposition === 'report') return;
    const { effectiveDirective, blockedURI, sourceFile, lineNumber, columnNumber } = event;
    if (!isWidgetFile(blockedURI) && serviceAddress(blockedURI) === null) return;
    this.#log.note(this.refusals, {
      directive: short(effectiveDirective),
      blocked: short(blockedURI),
      by: placeWhere(sourceFile, lineNumber, columnNumber),
    });
  }
}

/** A place in a script of the page; null for one that is in none, or in ours. */
const placeWhere = (file: string, line: number, column: number): CodePlace | null =>
  natives.matches(/^(?:https?|file|blob|data):/, file)
    ? { file: fileOf(file), line, column }
    : null;

const short = (text: string): string => sample(text).text;

/** Whether an error is that of a script which cannot be read as code; one that running code has made, as with JSON.parse, has a trace. */
function neverRan(error: unknown): NeverRan | null {
  if (nameOf(error) !== 'SyntaxError' || placeOf(error)) return null;
  return isRunningSeen() ? 'seen' : 'unseen';
}

/** The name of an error's kind; '' for what is no error. */
function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  try {
    return short(error.name);
  } catch {
    return '';
  }
}
