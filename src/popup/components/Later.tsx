import { signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';

type LaterViews = typeof import('../laterViews.ts');

const laterViews = signal<LaterViews | null>(null);

/** Loads the views that the UI does not begin with. */
export async function loadLaterViews(): Promise<void> {
  laterViews.value = await import('../laterViews.ts');
}

/** Shows one of the views that the UI does not begin with; nothing for the moment until they are loaded. */
export const Later = ({
  children,
}: {
  readonly children: (views: LaterViews) => ComponentChildren;
}) => laterViews.value && children(laterViews.value);
