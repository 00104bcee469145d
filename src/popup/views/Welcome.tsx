import type { ShortcutName } from '../../messages/shortcuts.ts';
import type { MessageKey } from '../../model/text.ts';
import { say } from '../../texts.ts';
import { shortcutKeys } from '../shortcutKeys.ts';

const STEPS: readonly { readonly title: MessageKey; readonly text: MessageKey }[] = [
  { title: 'welcomeEnable', text: 'welcomeEnableText' },
  { title: 'welcomeChoose', text: 'welcomeChooseText' },
  { title: 'welcomeSee', text: 'welcomeSeeText' },
];

const SHORTCUTS: { readonly [S in ShortcutName]: MessageKey } = {
  'skip-minute': 'shortcutSkipMinute',
  'skip-to-next-timer': 'shortcutSkipToNextTimer',
  'skip-to-trigger': 'shortcutSkipToTrigger',
  'fire-presented': 'shortcutFirePresented',
  'present-next': 'shortcutPresentNext',
};

/** What a tester has to know before the first page: shown once, after the installation. */
export const Welcome = () => (
  <main class="welcome">
    <h1>{say('welcomeTitle')}</h1>
    <ol>
      {STEPS.map(({ title, text }) => (
        <li key={title} class="card">
          <h2>{say(title)}</h2>
          <p>{say(text)}</p>
        </li>
      ))}
    </ol>
    <p class="muted">{say('welcomePrivacy')}</p>
    <dl>
      {Object.entries(SHORTCUTS).flatMap(([name, what]) => {
        const key = Object.entries(shortcutKeys.value).find(([known]) => known === name)?.[1];
        return key === undefined
          ? []
          : [
              <div key={name}>
                <dt>
                  <kbd>{key}</kbd>
                </dt>
                <dd>{say(what)}</dd>
              </div>,
            ];
      })}
    </dl>
  </main>
);
