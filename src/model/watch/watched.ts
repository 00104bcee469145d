import type { Outcome } from '../timeline.ts';

/*
 * What the site's own code was seen to do in a document, as plain data. All of it comes from the page, so
 * all of it is bounded, and nothing is believed beyond what the popup shows of that page.
 */

/** A place in the code of a page, as its stack traces name it. Line and column count from 1. */
export interface CodePlace {
  /** The address of the script; of a script in the HTML, that of the page. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export const sampleTypes = [
  'string',
  'number',
  'boolean',
  'undefined',
  'null',
  'function',
  'object',
  'other',
] as const;
export type SampleType = (typeof sampleTypes)[number];

/** A value of the page as it was at one moment. */
export interface Sample {
  readonly type: SampleType;
  /** The value in short: a text as it is, anything else as JavaScript would write it. */
  readonly text: string;
  /** Of an object, its own properties, as deep as somebody wanted to know. */
  readonly parts?: Readonly<Record<string, Sample>>;
}

/** What stands for a value that nobody could look at without running code of the page. */
export const UNKNOWN: Sample = { type: 'other', text: '…' };

/** Whether a value could not be looked at. */
export const isUnknown = ({ type, text }: Sample): boolean =>
  type === UNKNOWN.type && text === UNKNOWN.text;

/** The same, or whether its properties could not. */
export const hidesParts = (value: Sample): boolean =>
  isUnknown(value) || (value.type === 'object' && !value.parts);

/** The methods of the SDK: https://learn.microsoft.com/dynamics365/customer-service/develop/omnichannel-reference */
export const sdkMethods = [
  'setContextProvider',
  'getContextProvider',
  'removeContextProvider',
  'startProactiveChat',
  'startChat',
  'closeChat',
  'getAgentAvailability',
  'setAuthTokenProvider',
  'getAuthTokenProvider',
  'removeAuthTokenProvider',
] as const;
export type SdkMethod = (typeof sdkMethods)[number];

/** How a call ended. */
export type Ending = { readonly returned: Sample } | { readonly threw: string };

/** Why the widget shows nothing of an invite: https://learn.microsoft.com/dynamics365/customer-service/administer/configure-proactive-chat */
export const ignoredReasons = ['chat active', 'invite pending'] as const;
export type IgnoredReason = (typeof ignoredReasons)[number];

/** One call of the widget's SDK by the site. */
export interface SdkUse {
  readonly method: SdkMethod;
  readonly args: readonly Sample[];
  readonly by: CodePlace | null;
  readonly ending: Ending;
  /** Whether lcw:ready had come. */
  readonly isReady: boolean;
  /** Of an invite: why it will be ignored, as far as that was to be seen. */
  readonly ignored: IgnoredReason | null;
  /** Real time, in ms since 1970. */
  readonly at: number;
}

/** What the site's context provider gave when it was called, or the context that a chat was started with. */
export interface ContextGiven {
  readonly ending: Ending;
  /** Where the provider was set, or the chat was started. */
  readonly by: CodePlace | null;
  readonly at: number;
}

/** An event of the widget. */
export interface LcwEvent {
  readonly name: string;
  readonly detail: Sample;
  readonly at: number;
}

/** What a trigger can depend on, in the order that testers are told. */
export const inputNames = [
  'clock',
  'timers',
  'referrer',
  'geolocation',
  'location service',
  'cookies',
  'localStorage',
  'sessionStorage',
  'pointer leaving',
  'visibility',
] as const;
export type InputName = (typeof inputNames)[number];

/** Something that the site's code has read, or waits for. Uses that say the same from the same place are one. */
export interface InputUse {
  readonly input: InputName;
  /** What was used, such as `setTimeout` or `getItem`. */
  readonly what: string;
  /** What it was used with, such as the ms of a timer or the name of an entry; null if with nothing. */
  readonly argument: Sample | null;
  /** What was read; null if nothing was, or not yet. */
  readonly value: Sample | null;
  readonly by: CodePlace | null;
  /** Whether the code has to do with the widget, as far as is known by now. */
  readonly isTrigger: boolean;
  readonly times: number;
  /** Real time of the first use, in ms since 1970. */
  readonly at: number;
}

/** A timer that has not fired. */
export interface PendingTimer {
  /** ms of the visitor's time until it fires. */
  readonly dueIn: number;
  /** ms that it waits altogether, or each time. */
  readonly delay: number;
  readonly repeats: boolean;
  readonly by: CodePlace | null;
  readonly isTrigger: boolean;
}

export const neverRanKinds = ['seen', 'unseen'] as const;
export type NeverRan = (typeof neverRanKinds)[number];

/** An exception that nobody caught. */
export interface PageFault {
  /** The name of the error, such as TypeError; '' for what is no error. */
  readonly name: string;
  readonly message: string;
  readonly by: CodePlace | null;
  /** Whether the script at fault is known to have to do with the widget. */
  readonly isTrigger: boolean;
  readonly isReady: boolean;
  /** Of a script that cannot be read as code, so that none of it ran: whether its text was to be seen. Null for code that ran. */
  readonly neverRan: NeverRan | null;
  readonly at: number;
}

/** An event handler of a property such as `document.body.onmouseleave` that took the place of another. */
export interface HandlerReplaced {
  readonly what: string;
  readonly by: CodePlace | null;
  /** Where the handler that is lost was set. */
  readonly before: CodePlace | null;
  readonly isTrigger: boolean;
}

/** A request for the widget or a location service that the page's content security policy has refused. */
export interface Refusal {
  readonly directive: string;
  readonly blocked: string;
  readonly by: CodePlace | null;
}

/** Code that mentions the widget's SDK. */
export interface Source {
  readonly file: string;
  /** The line of the file that the text begins with; null if it could not be found out. */
  readonly firstLine: number | null;
  readonly text: string;
}

/** What became of an invite of the site. */
export interface SiteInvite {
  readonly outcome: Outcome;
  readonly at: number;
}

/** All that was seen in a document. */
export interface Watched {
  /** When this was told, in ms since 1970 of real time. */
  readonly at: number;
  /** Whether the document was watched before its first script. */
  readonly isFromStart: boolean;
  /** When the page had loaded, in ms since 1970 of real time; null before. */
  readonly loadedAt: number | null;
  readonly sdkUses: readonly SdkUse[];
  readonly contexts: readonly ContextGiven[];
  readonly events: readonly LcwEvent[];
  readonly inputs: readonly InputUse[];
  /** Those that have to do with the widget first, then the soonest. */
  readonly timers: readonly PendingTimer[];
  readonly faults: readonly PageFault[];
  readonly replaced: readonly HandlerReplaced[];
  /** The addresses of the widget's scripts that were asked for and could not be loaded. */
  readonly lostScripts: readonly string[];
  readonly refusals: readonly Refusal[];
  readonly sources: readonly Source[];
  readonly invites: readonly SiteInvite[];
  /** Whether something was left out, because there was too much of it. */
  readonly isCut: boolean;
}

/** The most of each kind of thing that is kept of a document. */
export const MOST_WATCHED = 100;
/** The most characters that are kept of the values of one call, and of one context: 100 entries have far fewer. */
export const MAX_SAMPLES = 20_000;
/** The same of all code of a document. */
export const MAX_SOURCES = 200_000;
/** The most that is kept of a text of the page. */
export const MAX_SAMPLE = 300;
/** The same of the address of a script. */
export const MAX_FILE = 1000;
/** The same of a piece of code. */
export const MAX_SOURCE = 20_000;
/** The most arguments of a call that are kept. */
export const MAX_ARGUMENTS = 10;
/** The most properties of an object that are kept; a context may have 100 entries, and one more tells that it has too many. */
export const MAX_PARTS = 101;
