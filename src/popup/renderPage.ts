import { type ComponentChild, render } from 'preact';
import { directionOf } from '../direction.ts';
import { messagesLanguage } from '../texts.ts';
import type { Place } from './place.ts';

/** Renders one of our pages into its element #app, in the tester's language and laid out for its place. */
export function renderPage(place: Place, content: ComponentChild): void {
  const root = document.getElementById('app');
  if (!root) throw new Error(`${location.pathname} has no element #app.`);
  const { documentElement } = document;
  documentElement.lang = messagesLanguage();
  documentElement.dir = directionOf(messagesLanguage());
  // A popup gets the size of what it shows; a panel and a page show as much as they have room for.
  documentElement.classList.add(`in-${place}`);
  render(content, root);
}
