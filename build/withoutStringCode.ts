import type { Plugin } from 'vite';

/**
 * Code of libraries that would make HTML or functions from strings, in paths that nothing of ours takes.
 * An extension may not run such functions, and its reviewers ask about both, so they are taken out.
 */
const UNUSED: readonly {
  readonly library: RegExp;
  readonly code: RegExp;
  readonly instead: string;
}[] = [
  // Preact's dangerouslySetInnerHTML.
  {
    library: /\/preact\/dist\/preact\.(m?js|module\.js)$/,
    code: /([\w$]+)\.innerHTML=([\w$]+)\.__html/g,
    instead: '$1.textContent=$2.__html',
  },
  // rbush's accessors from format strings; country-coder uses its default ones.
  { library: /\/rbush\/index\.js$/, code: /new Function\(/g, instead: 'unavailable(' },
];

/** Throws if a library has changed so that there is nothing to take out any more. */
export function withoutStringCode(): Plugin {
  return {
    name: 'without-string-code',
    transform(code, id) {
      const unused = UNUSED.find(({ library }) => library.test(id.replaceAll('\\', '/')));
      if (!unused) return null;
      const changed = code.replace(unused.code, unused.instead);
      if (changed === code)
        this.error(`${id} no longer has ${unused.code}: look again whether it is safe.`);
      return { code: changed, map: null };
    },
  };
}
