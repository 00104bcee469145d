import type { RecordedInvite } from '../../model/recordedInvite.ts';
import { say } from '../../texts.ts';
import { InviteBubble } from './InviteBubble.tsx';

/** What was recorded in a dry run, as the widget would have shown it, with all that it would have got. */
export function RecordedPreview({
  recorded,
  title,
}: {
  readonly recorded: RecordedInvite;
  readonly title: string;
}) {
  const { what, message, showPrechat, inNewWindow, context } = recorded;
  return (
    <section class="preview recorded" aria-label={title} data-recorded={recorded.cause}>
      <p class="muted">{title}</p>
      {what === 'chat' ? (
        <p>{say('uiRecordedChat')}</p>
      ) : (
        <InviteBubble message={message ?? say('uiRecordedOwnText')} />
      )}
      {showPrechat && <p>{say('uiWithPrechat')}</p>}
      {inNewWindow && <p>{say('uiWithNewWindow')}</p>}
      {context.length > 0 && (
        <dl class="recorded-context" aria-label={say('uiRecordedContext')}>
          {context.map(({ key, value }) => (
            <div key={key}>
              <dt>{key}</dt>
              <dd>{String(value)}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}
