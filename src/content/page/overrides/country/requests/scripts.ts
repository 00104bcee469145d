import { documentNatives } from '../../../documentNatives.ts';
import * as natives from '../../../natives.ts';
import {
  replaceMethod,
  replaceSetter,
  type StandIn,
  type Undo,
  undoAll,
} from '../../../patches.ts';
import type { Dial } from '../../../time/dial.ts';
import { wait } from '../../../time/wait.ts';
import type { Answers, HttpAnswer } from './answers.ts';

// As they are before the page's first script: some pages put their own in these places.
const {
  CharacterData,
  Document,
  DocumentFragment,
  DocumentType,
  Element,
  HTMLScriptElement,
  Node,
} = globalThis;

/** https://mimesniff.spec.whatwg.org/#javascript-mime-type, as far as anybody writes them. */
const CLASSIC = /^\s*((text|application)\/(x-)?(java|ecma)script)?\s*$/i;

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/**
 * Answers script elements that ask location services, the way of JSONP, when a script of the page puts
 * them into the document. What our answer calls is called by us, so neither eval nor an inline script
 * is needed that the page's CSP would have to allow. Elements that the HTML parser makes start to load
 * before any script can see them, and are not answered.
 */
export function overrideScripts(answers: Answers, dial: Dial): Undo {
  /** Elements that have been answered: like any script they run once. */
  const started = new WeakSet<HTMLScriptElement>();

  /** The answer to a script that has not begun; null for any other element. */
  function answerTo(script: HTMLScriptElement, address: string | null): HttpAnswer | null {
    if (address === null || started.has(script)) return null;
    const isClassic = CLASSIC.test(documentNatives.getAttribute(script, 'type') ?? '');
    return isClassic && documentNatives.getAttribute(script, 'nomodule') === null
      ? answers(address)
      : null;
  }

  /** The scripts that begin when these are put into the document, with their answers. */
  function beginning(values: readonly unknown[]): ReadonlyMap<HTMLScriptElement, HttpAnswer> {
    const found = new Map<HTMLScriptElement, HttpAnswer>();
    const look = (script: HTMLScriptElement) => {
      const answer = answerTo(script, documentNatives.getAttribute(script, 'src'));
      if (answer) found.set(script, answer);
    };
    for (const value of values) {
      if (value instanceof HTMLScriptElement) {
        if (!documentNatives.isConnected(value)) look(value);
      } else if (isNode(value) && !documentNatives.isConnected(value)) {
        for (const script of scriptsIn(value))
          if (script instanceof HTMLScriptElement) look(script);
      }
    }
    return found;
  }

  /**
   * Lets the native work on scripts that must not load: it takes each for one of `nomodule`, so that it
   * counts as started and never loads, https://html.spec.whatwg.org/#prepare-the-script-element
   */
  function withoutLoading(
    scripts: ReadonlyMap<HTMLScriptElement, HttpAnswer>,
    native: () => unknown,
  ): unknown {
    for (const script of scripts.keys()) documentNatives.setAttribute(script, 'nomodule', '');
    try {
      return native();
    } finally {
      for (const [script, answer] of scripts) {
        documentNatives.removeAttribute(script, 'nomodule');
        if (documentNatives.isConnected(script)) {
          started.add(script);
          wait(dial, answer.afterMs, () => run(script, answer));
        }
      }
    }
  }

  const insert: StandIn = (native, self, args) => {
    const isIntoDocument = isNode(self) && documentNatives.isConnected(self);
    const scripts = isIntoDocument ? beginning(args) : NONE;
    const insertNatively = () => natives.apply(native, self, args);
    return scripts.size === 0 ? insertNatively() : withoutLoading(scripts, insertNatively);
  };

  /** An element that is in the document already begins when it gets its first address. */
  const setAddress =
    (addressIn: (args: readonly unknown[]) => unknown): StandIn =>
    (native, self, args) => {
      const set = () => natives.apply(native, self, args);
      if (!(self instanceof HTMLScriptElement) || !documentNatives.isConnected(self)) return set();
      const address = addressIn(args);
      const isFirst = documentNatives.getAttribute(self, 'src') === null;
      const answer = isFirst && typeof address === 'string' ? answerTo(self, address) : null;
      return answer ? withoutLoading(new Map([[self, answer]]), set) : set();
    };

  return undoAll([
    ...insertions.map(([owner, key]) => replaceMethod(owner, key, insert)),
    replaceSetter(
      HTMLScriptElement.prototype,
      'src',
      setAddress(([address]) => address),
    ),
    replaceMethod(
      Element.prototype,
      'setAttribute',
      setAddress(([name, value]) => (/^src$/i.test(String(name)) ? value : null)),
    ),
  ]);
}

const SCRIPTS = 'script[src]';
const NONE: ReadonlyMap<HTMLScriptElement, HttpAnswer> = new Map();

const isNode = (value: unknown): value is Node => isObject(value) && value instanceof Node;

function scriptsIn(node: Node): Iterable<Element> {
  if (node instanceof Element) return documentNatives.elementsIn(node, SCRIPTS);
  return node instanceof DocumentFragment ? documentNatives.elementsInFragment(node, SCRIPTS) : [];
}

const parents = [Element.prototype, Document.prototype, DocumentFragment.prototype] as const;
const children = [Element.prototype, CharacterData.prototype, DocumentType.prototype] as const;

/** The ways in which a script puts a node into the document. */
const insertions: readonly (readonly [owner: object, key: string])[] = [
  ...['appendChild', 'insertBefore', 'replaceChild'].map((key) => [Node.prototype, key] as const),
  ...parents.flatMap((owner) =>
    ['append', 'prepend', 'replaceChildren'].map((key) => [owner, key] as const),
  ),
  ...children.flatMap((owner) =>
    ['before', 'after', 'replaceWith'].map((key) => [owner, key] as const),
  ),
  [Element.prototype, 'insertAdjacentElement'],
];

/** Does what a script with this answer does, and tells the element's listeners what they would hear. */
function run(script: HTMLScriptElement, { status, call, headers }: HttpAnswer): void {
  const isScript = headers.some(([name, value]) => name === 'content-type' && /script/.test(value));
  if (status >= 400 || !isScript) {
    natives.dispatchEvent(script, new natives.Event('error'));
    return;
  }
  try {
    if (!call) throw new SyntaxError("Unexpected token '<'");
    callByName(call.name, call.value);
  } catch (error) {
    natives.reportError(error);
  }
  natives.dispatchEvent(script, new natives.Event('load'));
}

/** Calls a function of the page by its path, such as `app.located` or `handlers["1"]`. */
function callByName(path: string, value: unknown): void {
  const names = path.split(/[.[\]"']+/).filter((name) => name !== '' && name !== 'window');
  let owner: unknown;
  let found: unknown = globalThis;
  for (const name of names) {
    owner = found;
    found = isObject(owner) || typeof owner === 'function' ? Reflect.get(owner, name) : undefined;
  }
  if (typeof found !== 'function') throw new ReferenceError(`${path} is not defined`);
  natives.apply(found, owner, [value]);
}
