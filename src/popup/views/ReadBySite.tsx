import { type InputUse, inputNames, type Watched } from '../../model/watch/watched.ts';
import { list, say } from '../../texts.ts';
import { CodeLine, placeKey } from '../components/CodeLine.tsx';
import { INPUT_LABELS, sampleWords } from '../siteCode.ts';

/** What a use says in the list: what was used with what, and what came of it. */
const useWords = ({ input, what, argument, value, times }: InputUse): string =>
  list([
    ...(argument ? [`${what}(${sampleWords(argument)})`] : []),
    // What is read under the name that its input has need not be told twice.
    ...(argument || say(INPUT_LABELS[input]) === what ? [] : [what]),
    ...(value ? [sampleWords(value)] : []),
    ...(times > 1 ? [`${times} ×`] : []),
  ]);

const Uses = ({ uses }: { readonly uses: readonly InputUse[] }) => (
  <ul class="site-lines">
    {uses.map((use) => (
      <CodeLine key={`${use.what} ${use.argument?.text} ${placeKey(use.by)}`} at={use.by}>
        <span>
          <strong>{say(INPUT_LABELS[use.input])}</strong> {useWords(use)}
        </span>
      </CodeLine>
    ))}
  </ul>
);

/** Which inputs the site's code has read: those of its triggers first, other code on demand. */
export function ReadBySite({ watched }: { readonly watched: Watched }) {
  const sorted = inputNames.flatMap((name) => watched.inputs.filter(({ input }) => input === name));
  const ofTrigger = sorted.filter(({ isTrigger }) => isTrigger);
  const others = sorted.filter(({ isTrigger }) => !isTrigger);
  if (sorted.length === 0) return null;
  return (
    <section class="card site-section read" aria-label={say('uiReads')}>
      <h2>{say('uiReads')}</h2>
      <Uses uses={ofTrigger} />
      {others.length > 0 && (
        <details>
          <summary>
            {say('uiOtherCode')} ({others.length})
          </summary>
          <Uses uses={others} />
        </details>
      )}
    </section>
  );
}
