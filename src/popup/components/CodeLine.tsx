import type { ComponentChildren } from 'preact';
import type { CodePlace } from '../../model/watch/watched.ts';
import { placeWords } from '../siteCode.ts';

interface AtPlace {
  readonly at: CodePlace | null;
}

/** A place in the site's code; its whole address is its tooltip. */
export const CodePlaceName = ({ at }: AtPlace) => (
  <span class="place" title={at ? `${at.file}:${at.line}:${at.column}` : undefined}>
    {placeWords(at)}
  </span>
);

/** A line about a place in the site's code, which is named first. */
export const CodeLine = ({ at, children }: AtPlace & { readonly children: ComponentChildren }) => (
  <li class="code-line">
    <CodePlaceName at={at} />
    {children}
  </li>
);

/** What tells the places of a list apart. */
export const placeKey = (at: CodePlace | null): string => `${at?.file} ${at?.line} ${at?.column}`;
