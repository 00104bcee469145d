import type { Snapshot } from '../../messages/snapshot.ts';
import { answerOf } from '../../model/findings/answer.ts';
import { findingsOf } from '../../model/findings/index.ts';
import { visitorFor } from '../../model/findings/visitorFor.ts';
import type { Watched } from '../../model/watch/watched.ts';
import { say, words } from '../../texts.ts';
import { run } from '../commands.ts';
import { MakeTrueButton } from '../components/MakeTrueButton.tsx';
import { Notice } from '../components/Notice.tsx';
import { examinedOf } from '../siteCode.ts';
import { useTicking } from '../useTicking.ts';
import { AwaitedBySite } from './AwaitedBySite.tsx';
import { Findings } from './Findings.tsx';
import { ReadBySite } from './ReadBySite.tsx';
import { SdkCallList } from './SdkCallList.tsx';

interface SiteCodeProps {
  readonly snapshot: Snapshot;
}

/** What the site's own code does, and why it offers no invite. */
export function SiteCode({ snapshot }: SiteCodeProps) {
  const { tabId, watched, simulation, site } = snapshot;
  const isWatched = simulation.isSiteWatched === true;
  return (
    <div class="with-footer">
      <div class="cards">
        {!isWatched && (
          <Notice tone="plain">
            <p>{say('uiWatchOff')}</p>
          </Notice>
        )}
        {isWatched && !watched && <p class="nothing">{say('uiWatchNothing')}</p>}
        {watched && <Explained snapshot={snapshot} watched={watched} />}
      </div>
      <footer>
        <p class="muted">{isWatched ? say('uiWatching') : ''}</p>
        {site.state === 'on' && (
          <button
            type="button"
            class={isWatched ? undefined : 'primary'}
            data-action="watch"
            onClick={() => void run({ command: 'watch site', tabId, isWatched: !isWatched })}
          >
            {say(isWatched ? 'uiWatchEnd' : 'uiWatchBegin')}
          </button>
        )}
      </footer>
    </div>
  );
}

function Explained({ snapshot, watched }: SiteCodeProps & { readonly watched: Watched }) {
  useTicking(watched.timers.length > 0 || snapshot.widget?.state === 'loading');
  const examined = examinedOf(snapshot, watched, Date.now());
  const findings = findingsOf(examined);
  return (
    <>
      <section class="card site-section answer" aria-label={say('uiWhyNoInvite')}>
        <h2>{say('uiWhyNoInvite')}</h2>
        <p class="answer-text" role="status">
          {words(answerOf(examined, findings))}
        </p>
        <MakeTrueButton
          snapshot={snapshot}
          explanation="uiSiteMakeItTrueExplained"
          make={(arranging) => visitorFor(watched, snapshot.simulation.visitor, arranging)}
          sentenceOf={() => 'uiSiteMadeTrue'}
        />
      </section>
      <Findings findings={findings} />
      <AwaitedBySite snapshot={snapshot} watched={examined.watched} />
      <ReadBySite watched={watched} />
      <SdkCallList watched={watched} />
      {watched.isCut && <p class="muted">{say('uiWatchCut')}</p>}
    </>
  );
}
