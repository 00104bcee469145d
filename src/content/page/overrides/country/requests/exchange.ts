import * as natives from '../../../natives.ts';
import type { Dial } from '../../../time/dial.ts';
import { type StopWaiting, wait } from '../../../time/wait.ts';
import type { HttpAnswer } from './answers.ts';
import { requestNatives } from './requestNatives.ts';

type ReadyState = 0 | 1 | 2 | 3 | 4;

/**
 * An XMLHttpRequest that was sent to a location service and is answered by us, as in
 * https://xhr.spec.whatwg.org/. The object itself stays opened and is never sent: what the page reads of
 * it, and what it hears, comes from here.
 */
export class Exchange {
  readonly #xhr: XMLHttpRequest;
  readonly #dial: Dial;
  readonly #isHead: boolean;
  /** Null once there is a network error instead. */
  #answer: HttpAnswer | null;
  #readyState: ReadyState = 1;
  #wait: StopWaiting | null = null;
  /** The response as the type that the page wants it in, made once. */
  #typed: { readonly value: unknown } | null = null;
  #isOver = false;

  constructor(xhr: XMLHttpRequest, answer: HttpAnswer, isHead: boolean, dial: Dial) {
    this.#xhr = xhr;
    this.#answer = answer;
    this.#isHead = isHead;
    this.#dial = dial;
  }

  get readyState(): ReadyState {
    return this.#readyState;
  }

  get status(): number {
    return this.#received?.status ?? 0;
  }

  get statusText(): string {
    return this.#received?.statusText ?? '';
  }

  get responseUrl(): string {
    return this.#received?.url ?? '';
  }

  header(name: string): string | null {
    const wanted = name.toLowerCase();
    return this.#received?.headers.find(([known]) => known === wanted)?.[1] ?? null;
  }

  headers(): string {
    return (this.#received?.headers ?? []).map(([name, value]) => `${name}: ${value}\r\n`).join('');
  }

  get text(): string {
    return this.#readyState >= 3 ? this.#body : '';
  }

  /** The body in the form that the page has asked for. */
  response(): unknown {
    const type = requestNatives.responseType(this.#xhr);
    if (type === '' || type === 'text') return this.text;
    if (this.#readyState !== 4 || !this.#answer) return null;
    this.#typed ??= { value: bodyAs(type, this.text, this.#type) };
    return this.#typed.value;
  }

  /** https://xhr.spec.whatwg.org/#dom-xmlhttprequest-responsexml */
  responseXml(): Document | null {
    if (requestNatives.responseType(this.#xhr) === 'document') {
      const document = this.response();
      return document instanceof Document ? document : null;
    }
    if (this.#readyState !== 4 || !this.#answer || this.#type !== 'text/xml') return null;
    this.#typed ??= { value: documentFrom(this.text, this.#type) };
    return this.#typed.value instanceof Document ? this.#typed.value : null;
  }

  /** https://xhr.spec.whatwg.org/#the-send()-method */
  send(isAsync: boolean): void {
    if (!isAsync) {
      // Nobody can wait on the dial without freezing the page, so this answer comes at once.
      this.#go(4);
      this.#finish('load');
      return;
    }
    this.#progress('loadstart', 0);
    if (this.#isOver || !this.#answer) return;
    const { afterMs } = this.#answer;
    const timeout = requestNatives.requestTimeout(this.#xhr);
    const isTooLate = timeout > 0 && timeout < afterMs;
    this.#wait = wait(this.#dial, isTooLate ? timeout : afterMs, () =>
      isTooLate ? this.#fail('timeout') : this.#deliver(),
    );
  }

  /** https://xhr.spec.whatwg.org/#the-abort()-method */
  abort(): void {
    if (this.#readyState !== 4) this.#fail('abort');
    this.#answer = null;
    if (!this.#isOver) this.#readyState = 0;
  }

  /** The object is opened anew: what was to come of this exchange never does. */
  leave(): void {
    this.#isOver = true;
    this.#stopWaiting();
  }

  /** The answer, as far as it has come. */
  get #received(): HttpAnswer | null {
    return this.#readyState >= 2 ? this.#answer : null;
  }

  get #body(): string {
    return this.#isHead ? '' : (this.#answer?.body ?? '');
  }

  /** The media type of the answer, without parameters. */
  get #type(): string {
    return this.header('content-type')?.replace(/;.*/s, '') ?? '';
  }

  #stopWaiting(): void {
    this.#wait?.();
    this.#wait = null;
  }

  /** Any listener may abort or open anew: then nothing more comes. */
  #deliver(): void {
    this.#wait = null;
    const size = bytesOf(this.#body).length;
    this.#go(2);
    if (!this.#isHead) {
      this.#go(3);
      this.#progress('progress', size);
    }
    this.#go(4);
    this.#finish('load', size);
  }

  #fail(type: 'abort' | 'timeout'): void {
    this.#stopWaiting();
    this.#answer = null;
    this.#typed = null;
    this.#readyState = 4;
    this.#fire(new natives.Event('readystatechange'));
    if (this.#isOver) return;
    this.#fire(progressEvent(type, 0));
    if (!this.#isOver) this.#fire(progressEvent('loadend', 0));
  }

  #go(readyState: ReadyState): void {
    if (this.#isOver || !this.#answer) return;
    this.#readyState = readyState;
    this.#fire(new natives.Event('readystatechange'));
  }

  #progress(type: string, loaded: number): void {
    if (!this.#isOver && this.#answer) this.#fire(progressEvent(type, loaded));
  }

  #finish(type: 'load', loaded = bytesOf(this.text).length): void {
    this.#progress(type, loaded);
    this.#progress('loadend', loaded);
  }

  #fire(event: Event): void {
    natives.dispatchEvent(this.#xhr, event);
  }
}

const bytesOf = (text: string): Uint8Array => new requestNatives.TextEncoder().encode(text);

/** Services compress their answers, so how long one will be is not known before. */
const progressEvent = (type: string, loaded: number): ProgressEvent =>
  new natives.ProgressEvent(type, { lengthComputable: false, loaded, total: 0 });

/** https://xhr.spec.whatwg.org/#dom-xmlhttprequest-response */
function bodyAs(
  type: Exclude<XMLHttpRequestResponseType, '' | 'text'>,
  body: string,
  mediaType: string,
): unknown {
  switch (type) {
    case 'json':
      try {
        return requestNatives.parseJson(body);
      } catch {
        return null;
      }
    case 'blob':
      return new requestNatives.Blob([body], { type: mediaType });
    case 'arraybuffer':
      return bytesOf(body).buffer;
    case 'document':
      return mediaType === 'text/xml' ? documentFrom(body, mediaType) : null;
  }
}

/** Null for what is not well-formed, as in https://xhr.spec.whatwg.org/#document-response */
function documentFrom(body: string, type: 'text/xml'): Document | null {
  const document = new requestNatives.DOMParser().parseFromString(body, type);
  return document.querySelector('parsererror') ? null : document;
}
