import { type InputUse, inputNames, type Watched } from '../../model/watch/watched.ts';
import { say } from '../../texts.ts';
import { INPUT_LABELS, placeWords, sampleWords } from '../siteCode.ts';

/** What a use says in the list: what was used with what, and what came of it. */
const useWords = ({ what, argument, value, times }: InputUse): string =>
  [
    argument ? `${what}(${sampleWords(argument)})` : what,
    ...(value ? [sampleWords(value)] : []),
    ...(times > 1 ? [`${times} ×`] : []),
  ].join(' · ');

const Uses = ({ uses }: { readonly uses: readonly InputUse[] }) => (
  <ul class="site-lines">
    {uses.map((use) => (
      <li
        class="code-line"
        key={`${use.what} ${use.argument?.text} ${use.by?.file} ${use.by?.line} ${use.by?.column}`}
      >
        <span class="place" title={use.by ? `${use.by.file}:${use.by.line}` : undefined}>
          {placeWords(use.by)}
        </span>
        <span>
          <strong>{say(INPUT_LABELS[use.input])}</strong> {useWords(use)}
        </span>
      </li>
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
