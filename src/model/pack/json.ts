import { type Text, text } from '../text.ts';

/*
 * JSON that knows where everything stands, so that whoever mends a file finds the place. It takes less than
 * JSON.parse does: no key may stand in an object twice, and nothing may be nested deeper than `MAX_DEPTH`.
 */

/** A value of a JSON text. `start` is where it begins: its number of UTF-16 units from the start of the text. */
export type JsonNode = { readonly start: number } & (
  | { readonly kind: 'value'; readonly value: string | number | boolean | null }
  | { readonly kind: 'list'; readonly items: readonly JsonNode[] }
  | { readonly kind: 'object'; readonly fields: ReadonlyMap<string, JsonField> }
);

/** A field of an object, which begins with its key. */
interface JsonField {
  readonly start: number;
  readonly node: JsonNode;
}

export interface JsonFault {
  readonly start: number;
  readonly text: Text;
}

/** A place in a text, as editors count: both from 1, columns in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export type JsonPath = readonly (string | number)[];

export const MAX_DEPTH = 32;

const SPACE = /[ \t\n\r]*/y;
/** A whole number or word, as https://www.rfc-editor.org/rfc/rfc8259 has them. */
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.+-])/y;
const WORD = /(?:true|false|null)(?!\w)/y;

class Fault extends Error {
  readonly start: number;
  readonly text: Text;

  constructor(start: number, text: Text) {
    super(text.key);
    this.start = start;
    this.text = text;
  }
}

class Reader {
  readonly #json: string;
  #at = 0;

  constructor(json: string) {
    this.#json = json;
  }

  whole(): JsonNode {
    const node = this.#value(0);
    if (this.#next() !== '') this.#refuse(text('jsonEndExpected', this.#found()));
    return node;
  }

  /** The next sign that is no space; '' at the end. */
  #next(): string {
    this.#take(SPACE);
    return this.#json.charAt(this.#at);
  }

  #take(pattern: RegExp): string | null {
    pattern.lastIndex = this.#at;
    const [found] = pattern.exec(this.#json) ?? [];
    if (found === undefined) return null;
    this.#at += found.length;
    return found;
  }

  #takeSign(sign: string): boolean {
    if (this.#next() !== sign) return false;
    this.#at++;
    return true;
  }

  /** What stands here, in a few signs. */
  #found(): string {
    const [found = ''] =
      /^(?:[\w.+-]{1,20}|.)/su.exec(this.#json.slice(this.#at, this.#at + 20)) ?? [];
    return found;
  }

  #refuse(problem: Text, start = this.#at): never {
    throw new Fault(start, this.#at < this.#json.length ? problem : text('jsonEndsEarly'));
  }

  #value(depth: number): JsonNode {
    const sign = this.#next();
    const start = this.#at;
    if (depth > MAX_DEPTH) this.#refuse(text('jsonTooDeep', MAX_DEPTH));
    if (sign === '{') return { kind: 'object', start, fields: this.#fields(depth) };
    if (sign === '[') return { kind: 'list', start, items: this.#items(depth) };
    if (sign === '"') return { kind: 'value', start, value: this.#string() };
    const found = this.#take(NUMBER) ?? this.#take(WORD);
    if (found === null) this.#refuse(text('jsonValueExpected', this.#found()));
    return { kind: 'value', start, value: JSON.parse(found) };
  }

  #isEscaped(at: number): boolean {
    let first = at;
    while (this.#json.charAt(first - 1) === '\\') first--;
    return (at - first) % 2 === 1;
  }

  #string(): string {
    const start = this.#at;
    let end = start;
    do end = this.#json.indexOf('"', end + 1);
    while (end >= 0 && this.#isEscaped(end));
    try {
      const found = String(JSON.parse(this.#json.slice(start, end < 0 ? undefined : end + 1)));
      this.#at = end + 1;
      return found;
    } catch {
      throw new Fault(start, text('jsonBadText'));
    }
  }

  #items(depth: number): readonly JsonNode[] {
    this.#takeSign('[');
    const items: JsonNode[] = [];
    if (this.#takeSign(']')) return items;
    for (;;) {
      items.push(this.#value(depth + 1));
      if (this.#takeSign(']')) return items;
      if (!this.#takeSign(',')) this.#refuse(text('jsonCommaOrExpected', ']', this.#found()));
    }
  }

  #fields(depth: number): ReadonlyMap<string, JsonField> {
    this.#takeSign('{');
    const fields = new Map<string, JsonField>();
    if (this.#takeSign('}')) return fields;
    for (;;) {
      if (this.#next() !== '"') this.#refuse(text('jsonKeyExpected', this.#found()));
      const start = this.#at;
      const key = this.#string();
      if (fields.has(key)) throw new Fault(start, text('jsonKeyTwice', key));
      if (!this.#takeSign(':')) this.#refuse(text('jsonColonExpected', this.#found()));
      fields.set(key, { start, node: this.#value(depth + 1) });
      if (this.#takeSign('}')) return fields;
      if (!this.#takeSign(',')) this.#refuse(text('jsonCommaOrExpected', '}', this.#found()));
    }
  }
}

/** Reads a JSON text, or says where it is none and what was expected there. */
export function readJson(json: string): { node: JsonNode } | { fault: JsonFault } {
  try {
    return { node: new Reader(json).whole() };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return { fault: { start: error.start, text: error.text } };
  }
}

/** The value that a JSON text stands for. A key such as `__proto__` makes a field like any other. */
export function dataOf(node: JsonNode): unknown {
  switch (node.kind) {
    case 'value':
      return node.value;
    case 'list':
      return node.items.map(dataOf);
    case 'object':
      return Object.fromEntries(
        Array.from(node.fields, ([key, field]) => [key, dataOf(field.node)]),
      );
  }
}

/** Where a part stands; of one that is not there, what would hold it. */
export function startOf(node: JsonNode, [key, ...path]: JsonPath): number {
  if (key === undefined || node.kind === 'value') return node.start;
  if (node.kind === 'list') {
    const item = node.items[Number(key)];
    return item ? startOf(item, path) : node.start;
  }
  const field = node.fields.get(String(key));
  if (!field) return node.start;
  return path.length === 0 ? field.start : startOf(field.node, path);
}

/** The line and column of a place in a text. */
export function positionOf(json: string, start: number): Position {
  const lines = json.slice(0, start).split(/\r\n|\r|\n/);
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}
