import { say } from '../../texts.ts';
import { FirstSteps } from '../components/FirstSteps.tsx';
import { place } from '../place.ts';
import { SiteForbidden } from './SiteForbidden.tsx';

/** For a page whose address nobody has let us see. A click on the toolbar button does, so in a popup there is none to be seen. */
export const SiteHidden = () =>
  place === 'popup' ? (
    <SiteForbidden />
  ) : (
    <main class="site-forbidden">
      <header>
        <h1>{say('extensionShortName')}</h1>
      </header>
      <div class="statement">
        <h2>{say('uiHiddenTitle')}</h2>
        <p>{say('uiHidden')}</p>
        <FirstSteps />
      </div>
    </main>
  );
