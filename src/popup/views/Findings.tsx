import type { Finding } from '../../model/findings/rule.ts';
import { say, words } from '../../texts.ts';
import { CodePlaceName, placeKey } from '../components/CodeLine.tsx';

/** The faults that were found: the cause, where it shows, and what to do. */
export function Findings({ findings }: { readonly findings: readonly Finding[] }) {
  return (
    <section class="card site-section findings" aria-label={say('uiFindings')}>
      <h2>{say('uiFindings')}</h2>
      {findings.length === 0 && <p class="muted">{say('uiNoFindings')}</p>}
      <ul class="site-lines">
        {findings.map(({ rule, cause, mend, evidence }) => (
          <li key={rule} class="finding" data-rule={rule}>
            <p class="finding-cause">{words(cause)}</p>
            <ul class="site-lines">
              {evidence.map(({ at, value }) => (
                <li class="code-line" key={`${placeKey(at)} ${value}`}>
                  {at && <CodePlaceName at={at} />}
                  {value !== '' && <code>{value}</code>}
                </li>
              ))}
            </ul>
            <p class="mend">{words(mend)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
