import { expect, test } from 'vitest';
import { withoutStringCode } from '../../../build/withoutStringCode.ts';

/** What the plugin makes of a file; null if it leaves it alone. */
function transformed(path: string, code: string): unknown {
  const { transform } = withoutStringCode();
  if (typeof transform !== 'function') throw new Error('The plugin has no transform.');
  const context = {
    error(message: string) {
      throw new Error(message);
    },
  };
  return Reflect.apply(transform, context, [code, path]);
}

test.each([
  ['/node_modules/preact/dist/preact.mjs', 'e.innerHTML=t.__html', 'e.textContent=t.__html'],
  [
    '/node_modules/preact/dist/preact.module.js',
    'a(b.innerHTML=c.__html)',
    'a(b.textContent=c.__html)',
  ],
  ['C:\\node_modules\\preact\\dist\\preact.js', 'e.innerHTML=t.__html', 'e.textContent=t.__html'],
  ['/node_modules/rbush/index.js', "new Function('a', b)", "unavailable('a', b)"],
])('In %s it takes out %s', (path, code, changed) => {
  expect(transformed(path, code)).toMatchObject({ code: changed });
});

test('It leaves other files alone', () => {
  expect(transformed('/src/popup/main.tsx', 'e.innerHTML=t.__html')).toBeNull();
});

test('It tells when there is nothing left to take out', () => {
  expect(() => transformed('/node_modules/rbush/index.js', 'export {}')).toThrow('no longer has');
});
