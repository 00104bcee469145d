import { say, words } from '../../texts.ts';
import { openProblems } from '../commands.ts';
import { Icon } from './Icon.tsx';

/** What kept the last command from being done. */
export const OpenProblems = () => (
  <div class="open-problems" role="alert">
    {openProblems.value.length > 0 && (
      <div class="notice bad">
        <div>
          {openProblems.value.map(({ text }) => (
            <p key={words(text)}>{words(text)}</p>
          ))}
        </div>
        <button
          type="button"
          class="icon-button"
          aria-label={say('uiDismiss')}
          onClick={() => {
            openProblems.value = [];
          }}
        >
          <Icon name="cross" />
        </button>
      </div>
    )}
  </div>
);
