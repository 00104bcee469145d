import { say } from '../../texts.ts';
import { openAsPage, openPanel } from '../openPlaces.ts';
import { place } from '../place.ts';

/** The other places where the UI can be shown. */
export const Places = ({ tabId }: { readonly tabId: number }) => (
  <>
    {place !== 'page' && (
      <button type="button" class="link-button" onClick={() => void openAsPage(tabId)}>
        {say('uiOpenAsPage')}
      </button>
    )}
    {place === 'popup' && (
      <button type="button" onClick={() => void openPanel()}>
        {say('uiOpenPanel')}
      </button>
    )}
  </>
);
