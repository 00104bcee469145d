/*
 * Tells the comments and texts of JavaScript from the rest of it, in one pass over it: whatever a page has
 * written, this takes no longer than its length.
 */

/** What a piece of a program is; a text is what stands between quotes, in a template, or in a regular expression. */
type Kind = 'code' | 'text' | 'comment';

/** A piece of a program, from an index to before another. */
export interface Piece {
  readonly kind: Kind;
  readonly from: number;
  readonly to: number;
}

/** Words after which a slash begins a regular expression. */
const BEFORE_EXPRESSION =
  /(?:^|[^\w$.])(?:return|typeof|case|in|of|delete|void|throw|else|do|await|yield)$/;

class Reader {
  readonly pieces: Piece[] = [];
  readonly #text: string;
  #at = 0;
  #codeFrom = 0;
  /** The last sign of code that is no space; -1 before the first. */
  #lastSign = -1;
  /** How many braces are open in each template that is under way. */
  readonly #templates: number[] = [];
  /** Up to here no slash begins a regular expression: one that was tried has no end in its line. */
  #noExpressionBefore = 0;

  constructor(text: string) {
    this.#text = text;
  }

  read(): readonly Piece[] {
    while (this.#at < this.#text.length) this.#step();
    this.#endCode(this.#text.length);
    return this.pieces;
  }

  #step(): void {
    const text = this.#text;
    const at = this.#at;
    const sign = text.charAt(at);
    if (text.startsWith('//', at) || text.startsWith('<!--', at))
      this.#note('comment', at, this.#lineEnd(at));
    else if (text.startsWith('/*', at)) this.#note('comment', at, this.#after('*/', at + 2));
    else if (sign === "'" || sign === '"') this.#quoted(sign);
    else if (sign === '`' || this.#endsTemplateCode(sign)) this.#template(at + 1);
    else if (sign === '/' && this.#beginsExpression()) this.#expression();
    else {
      if (sign.trim() !== '') this.#lastSign = at;
      this.#at++;
    }
  }

  /** Counts the braces of the code in a template; gives whether a sign ends it. */
  #endsTemplateCode(sign: string): boolean {
    const last = this.#templates.length - 1;
    const open = this.#templates[last];
    if (open === undefined || (sign !== '{' && sign !== '}')) return false;
    if (sign === '}' && open === 0) {
      this.#templates.pop();
      return true;
    }
    this.#templates[last] = open + (sign === '{' ? 1 : -1);
    return false;
  }

  #lineEnd(from: number): number {
    const end = this.#text.indexOf('\n', from);
    return end < 0 ? this.#text.length : end;
  }

  #after(mark: string, from: number): number {
    const found = this.#text.indexOf(mark, from);
    return found < 0 ? this.#text.length : found + mark.length;
  }

  #endCode(to: number): void {
    if (to > this.#codeFrom) this.pieces.push({ kind: 'code', from: this.#codeFrom, to });
  }

  #note(kind: Kind, from: number, to: number): void {
    this.#endCode(from);
    if (to > from) this.pieces.push({ kind, from, to });
    this.#at = to;
    this.#codeFrom = to;
  }

  /** A text in quotes; without an end it ends with its line. */
  #quoted(quote: string): void {
    const from = this.#at + 1;
    let to = from;
    while (to < this.#text.length) {
      const sign = this.#text.charAt(to);
      if (sign === quote || sign === '\n') break;
      to += sign === '\\' ? 2 : 1;
    }
    this.#note('text', from, Math.min(to, this.#text.length));
    if (this.#text.charAt(this.#at) === quote) this.#lastSign = this.#at++;
  }

  /** The text of a template, to its end or to the code in it. */
  #template(from: number): void {
    let to = from;
    while (to < this.#text.length) {
      const sign = this.#text.charAt(to);
      if (sign === '`' || this.#text.startsWith('${', to)) break;
      to += sign === '\\' ? 2 : 1;
    }
    this.#note('text', from, Math.min(to, this.#text.length));
    if (this.#text.charAt(this.#at) === '$') {
      this.#templates.push(0);
      this.#lastSign = this.#at + 1;
      this.#at += 2;
    } else if (this.#at < this.#text.length) this.#lastSign = this.#at++;
  }

  /** Whether a slash here can begin a regular expression: where a value is expected. */
  #beginsExpression(): boolean {
    if (this.#at < this.#noExpressionBefore) return false;
    if (this.#lastSign < 0) return true;
    if ('(,=:[!&|?{};+-*%~^<>'.includes(this.#text.charAt(this.#lastSign))) return true;
    const before = this.#text.slice(Math.max(0, this.#lastSign - 10), this.#lastSign + 1);
    return BEFORE_EXPRESSION.test(before);
  }

  #expression(): void {
    const end = this.#lineEnd(this.#at);
    let isInClass = false;
    let to = this.#at + 1;
    while (to < end) {
      const sign = this.#text.charAt(to);
      if (sign === '/' && !isInClass) break;
      if (sign === '[') isInClass = true;
      else if (sign === ']') isInClass = false;
      to += sign === '\\' ? 2 : 1;
    }
    if (to >= end) {
      this.#noExpressionBefore = end;
      this.#lastSign = this.#at++;
      return;
    }
    this.#note('text', this.#at + 1, to);
    this.#lastSign = this.#at++;
  }
}

/** The pieces of a program, one after the other, without a gap. */
export const piecesOf = (text: string): readonly Piece[] => new Reader(text).read();
