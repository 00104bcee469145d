import { useEffect } from 'preact/hooks';
import { say } from '../texts.ts';
import { Announcer } from './components/Announcer.tsx';
import { Later, loadLaterViews } from './components/Later.tsx';
import { OpenProblems } from './components/OpenProblems.tsx';
import { Tabs } from './components/Tabs.tsx';
import { latestSnapshot } from './connection.ts';
import { SHOWN_MARK } from './shownMark.ts';
import { LiveQuestionDialog } from './views/LiveQuestionDialog.tsx';
import { PageNotices } from './views/PageNotices.tsx';
import { Scenarios } from './views/Scenarios.tsx';
import { SiteForbidden } from './views/SiteForbidden.tsx';
import { SiteHeader } from './views/SiteHeader.tsx';
import { SiteHidden } from './views/SiteHidden.tsx';
import { SiteOff } from './views/SiteOff.tsx';

/** The whole UI of one tab. It shows the latest snapshot and sends commands. */
export function App() {
  const snapshot = latestSnapshot.value;
  const isShown = snapshot !== null;
  useEffect(() => {
    if (!isShown) return;
    performance.mark(SHOWN_MARK);
    void loadLaterViews();
  }, [isShown]);
  if (!snapshot) return <main class="awaiting" aria-busy="true" />;
  const { site } = snapshot;
  if (site.state === 'forbidden') return <SiteForbidden />;
  if (site.state === 'hidden') return <SiteHidden />;
  return (
    // What is typed for one tab is not for the next.
    <main key={snapshot.tabId} class={site.state === 'off' ? 'site-off' : 'site-on'}>
      <SiteHeader snapshot={snapshot} site={site} />
      <OpenProblems />
      <Announcer />
      <LiveQuestionDialog />
      {site.state === 'off' ? (
        <SiteOff tabId={snapshot.tabId} site={site} widget={snapshot.widget} />
      ) : (
        <>
          <PageNotices snapshot={snapshot} />
          <Tabs
            label={say('extensionShortName')}
            tabs={[
              {
                name: 'scenarios',
                label: say('uiScenarios'),
                panel: <Scenarios snapshot={snapshot} />,
              },
              {
                name: 'visitor',
                label: say('uiVisitor'),
                panel: <Later>{({ VisitorView }) => <VisitorView snapshot={snapshot} />}</Later>,
              },
              {
                name: 'site',
                label: say('uiSite'),
                panel: <Later>{({ SiteCode }) => <SiteCode snapshot={snapshot} />}</Later>,
              },
              {
                name: 'timeline',
                label: say('uiTimeline'),
                panel: <Later>{({ Timeline }) => <Timeline snapshot={snapshot} />}</Later>,
              },
            ]}
          />
        </>
      )}
    </main>
  );
}
