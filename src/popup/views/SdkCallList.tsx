import type { Watched } from '../../model/watch/watched.ts';
import { say } from '../../texts.ts';
import { CodeLine } from '../components/CodeLine.tsx';
import { callWords, contextWords } from '../siteCode.ts';

/** What the site has done with the widget's SDK, and what its context provider gave, as it happened. */
export function SdkCallList({ watched }: { readonly watched: Watched }) {
  const lines = [
    ...watched.sdkUses.map((use) => ({ at: use.at, by: use.by, text: callWords(use) })),
    ...watched.contexts.map(({ at, by, ending }) => ({ at, by, text: contextWords(ending) })),
  ].sort((one, other) => one.at - other.at);
  return (
    <section class="card site-section sdk-calls" aria-label={say('uiCalls')}>
      <h2>{say('uiCalls')}</h2>
      {lines.length === 0 && <p class="muted">{say('uiNoCalls')}</p>}
      <ol class="site-lines">
        {lines.map(({ at, by, text }, index) => (
          // Calls are only ever added at the end.
          <CodeLine key={`${index} ${at}`} at={by}>
            <code>{text}</code>
          </CodeLine>
        ))}
      </ol>
    </section>
  );
}
