import { say } from '../../texts.ts';
import { FirstSteps } from '../components/FirstSteps.tsx';

/** For pages on which no extension may run. */
export const SiteForbidden = () => (
  <main class="site-forbidden">
    <header>
      <h1>{say('extensionShortName')}</h1>
    </header>
    <div class="statement">
      <h2>{say('uiForbiddenTitle')}</h2>
      <p>{say('uiForbidden')}</p>
      <FirstSteps />
    </div>
  </main>
);
