/*
 * As much of a document as watching looks at, in place before the page world is loaded. Import it first.
 */

/** A script of the page. */
export class TestScript {
  readonly #text: string;
  readonly #address: string;

  constructor(text: string, address = '') {
    this.#text = text;
    this.#address = address;
  }
  get text(): string {
    return this.#text;
  }
  get src(): string {
    return this.#address;
  }
}

let current: TestScript | null = null;

/** Lets a script run, or none. */
export function run(script: TestScript | null): void {
  current = script;
}

class TestDocument {
  readonly baseURI = 'https://shop.example/products.html';
  get currentScript(): TestScript | null {
    return current;
  }
}

class TestRequest {}

/** A violation of the page's content security policy. */
export class TestViolation extends Event {
  readonly sourceFile = '';
  readonly lineNumber = 0;
  readonly columnNumber = 0;
  readonly blockedURI: string;
  readonly disposition: string;
  readonly effectiveDirective = 'connect-src';

  constructor(blockedURI: string, disposition: string) {
    super('securitypolicyviolation');
    this.blockedURI = blockedURI;
    this.disposition = disposition;
  }
}

/** An exception that nobody has caught. */
export class TestError extends Event {
  readonly error: unknown;
  readonly message: string;
  readonly filename = 'https://shop.example/products.html';
  readonly lineno = 3;
  readonly colno = 5;

  constructor(error: unknown) {
    super('error');
    this.error = error;
    this.message = `Uncaught ${error}`;
  }
}

class TestRejection extends Event {}

/** What listens to the page. */
export const pageEvents = new EventTarget();

Object.assign(globalThis, {
  self: globalThis,
  Document: TestDocument,
  document: new TestDocument(),
  location: { href: 'https://shop.example/products.html' },
  HTMLScriptElement: TestScript,
  XMLHttpRequest: TestRequest,
  SecurityPolicyViolationEvent: TestViolation,
  ErrorEvent: TestError,
  PromiseRejectionEvent: TestRejection,
});
