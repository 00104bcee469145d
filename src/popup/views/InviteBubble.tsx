import { say } from '../../texts.ts';

/** An invite's message about as the widget shows it. */
export const InviteBubble = ({ message }: { readonly message: string }) => (
  <div class="bubble">
    <p>{message}</p>
    <span class="bubble-button" aria-hidden="true">
      {say('uiStartChat')}
    </span>
  </div>
);
