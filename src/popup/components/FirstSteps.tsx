import { say } from '../../texts.ts';

/** The way to the page with the first steps. */
export const FirstSteps = () => (
  <a class="link-button" href="welcome.html" target="_blank" rel="noreferrer">
    {say('uiFirstSteps')}
  </a>
);
