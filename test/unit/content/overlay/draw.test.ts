// @vitest-environment jsdom
import { beforeEach, expect, test } from 'vitest';
import { draw, type Part } from '../../../../src/content/overlay/draw.ts';

let parent: Element;

beforeEach(() => {
  parent = document.createElement('div');
});

const list = (...items: readonly string[]): Part => ({
  tag: 'ul',
  attributes: { class: 'items' },
  content: items.map((content) => ({ tag: 'li', content })),
});

test('Makes the elements that it is told', () => {
  draw(parent, [{ tag: 'p', content: 'One' }, list('a', 'b')]);
  expect(parent.innerHTML).toBe('<p>One</p><ul class="items"><li>a</li><li>b</li></ul>');
});

test('Keeps the elements that stay, and touches only what differs', async () => {
  draw(parent, [list('a', 'b')]);
  const [first, second] = parent.querySelectorAll('li');
  const changes: MutationRecord[] = [];
  const observer = new MutationObserver((records) => changes.push(...records));
  observer.observe(parent, { subtree: true, childList: true, attributes: true });
  draw(parent, [list('a', 'c')]);
  await Promise.resolve();
  expect([...parent.querySelectorAll('li')]).toEqual([first, second]);
  expect(second?.textContent).toBe('c');
  expect(changes.map(({ target }) => target)).toEqual([second]);
});

test('Takes away what is no more, attributes too', () => {
  draw(parent, [list('a', 'b'), { tag: 'p', attributes: { role: 'status' }, content: 'x' }]);
  draw(parent, [list('a'), { tag: 'p' }]);
  expect(parent.innerHTML).toBe('<ul class="items"><li>a</li></ul><p></p>');
});

test('Puts another kind of element, or a text, in the place of one', () => {
  draw(parent, [list('a')]);
  draw(parent, [{ tag: 'ul', content: 'a' }]);
  expect(parent.innerHTML).toBe('<ul>a</ul>');
  draw(parent, [list('b')]);
  expect(parent.innerHTML).toBe('<ul class="items"><li>b</li></ul>');
  draw(parent, [{ tag: 'p', content: 'b' }]);
  expect(parent.innerHTML).toBe('<p>b</p>');
});

test('Texts are no markup', () => {
  draw(parent, [{ tag: 'p', content: '<b>bold</b>' }]);
  expect(parent.querySelector('b')).toBeNull();
});
