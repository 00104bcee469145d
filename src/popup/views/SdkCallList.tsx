import type { CodePlace, Watched } from '../../model/watch/watched.ts';
import { say } from '../../texts.ts';
import { CodeLine } from '../components/CodeLine.tsx';
import { callWords, contextWords, eventWords } from '../siteCode.ts';

interface Line {
  readonly at: number;
  readonly text: string;
  /** Where the site has done it; absent for what the widget does. */
  readonly by?: CodePlace | null;
}

/** What the site has done with the widget's SDK, the contexts it gave, and the events of the widget, as it happened. */
export function SdkCallList({ watched }: { readonly watched: Watched }) {
  const lines: readonly Line[] = [
    ...watched.events.map((event) => ({ at: event.at, text: eventWords(event) })),
    ...watched.sdkUses.map((use) => ({ at: use.at, by: use.by, text: callWords(use) })),
    ...watched.contexts.map(({ at, by, ending }) => ({ at, by, text: contextWords(ending) })),
  ].sort((one, other) => one.at - other.at);
  return (
    <section class="card site-section sdk-calls" aria-label={say('uiCallsAndEvents')}>
      <h2>{say('uiCallsAndEvents')}</h2>
      {lines.length === 0 && <p class="muted">{say('uiNoCalls')}</p>}
      <ol class="site-lines">
        {lines.map(({ at, by, text }, index) => {
          // Lines are only ever added, most of them at the end.
          const key = `${index} ${at}`;
          return by === undefined ? (
            <li class="code-line" key={key}>
              <code>{text}</code>
            </li>
          ) : (
            <CodeLine key={key} at={by}>
              <code>{text}</code>
            </CodeLine>
          );
        })}
      </ol>
    </section>
  );
}
