/** An invite as the widget is told of it. */
export interface StandInInvite {
  /** Null for the widget's own text. */
  readonly message: string | null;
  readonly showPrechat: boolean;
  readonly inNewWindow: boolean;
}

/** What the widget shows. */
export type Pane =
  | { readonly kind: 'button' }
  | { readonly kind: 'invite'; readonly message: string }
  | { readonly kind: 'survey' }
  | { readonly kind: 'chat' }
  | { readonly kind: 'minimized' };

/** The window events of the widget that the stand-in has, without their `lcw:`. */
export type StandInEvent = 'startChat' | 'closeChat' | 'onClose' | 'onMinimize' | 'onMaximize';

export interface ConversationRim {
  show(pane: Pane): void;
  tell(event: StandInEvent): void;
  /** Calls back when an invite has waited long enough for an answer; gives the way to stop waiting. */
  waitForAnswer(callback: () => void): () => void;
  /** Says that an invite was ignored, where the widget says so: in the console. */
  ignored(): void;
}

/** The widget shows this when it is given no message. */
const DEFAULT_MESSAGE = 'Hi! Have any questions? I am here to help.';

/**
 * The states of a widget and what leads from one to another, as the real one has been seen to behave: an
 * invite shows only if nothing else does, is withdrawn when nobody answers, and one that was accepted in a new
 * window keeps later ones away until the page is loaded anew.
 */
export class Conversation {
  readonly #rim: ConversationRim;
  #pane: Pane = { kind: 'button' };
  #invite: StandInInvite | null = null;
  #isPoppedOut = false;
  #stopWaiting: () => void = () => {};
  /** The last of the invites that came in this turn. */
  #next: StandInInvite | null = null;

  constructor(rim: ConversationRim) {
    this.#rim = rim;
    rim.show(this.#pane);
  }

  /** Shows an invite, if it can be shown; of several in one turn the last. */
  offer(invite: StandInInvite): void {
    const isFirst = this.#next === null;
    this.#next = invite;
    if (!isFirst) return;
    void Promise.resolve().then(() => {
      const next = this.#next;
      this.#next = null;
      if (next) this.#offerNow(next);
    });
  }

  #offerNow(invite: StandInInvite): void {
    if (this.#pane.kind !== 'button' || this.#isPoppedOut) {
      this.#rim.ignored();
      return;
    }
    this.#invite = invite;
    this.#show({ kind: 'invite', message: invite.message ?? DEFAULT_MESSAGE });
    this.#stopWaiting = this.#rim.waitForAnswer(() => this.dismiss());
  }

  /** The visitor, or the end of the waiting, takes the invite away. */
  dismiss(): void {
    if (this.#pane.kind !== 'invite') return;
    this.#endInvite();
    this.#show({ kind: 'button' });
  }

  /** The visitor accepts the invite. */
  accept(): void {
    const invite = this.#invite;
    if (this.#pane.kind !== 'invite' || !invite) return;
    this.#endInvite();
    if (invite.inNewWindow) {
      this.#isPoppedOut = true;
      this.#show({ kind: 'button' });
    } else if (invite.showPrechat) {
      this.#show({ kind: 'survey' });
    } else {
      this.startChat();
    }
  }

  /** Starts a chat, or opens the one that is running. */
  startChat(): void {
    if (this.#pane.kind === 'chat') return;
    const wasMinimized = this.#pane.kind === 'minimized';
    this.#endInvite();
    this.#show({ kind: 'chat' });
    this.#rim.tell(wasMinimized ? 'onMaximize' : 'startChat');
  }

  minimize(): void {
    if (this.#pane.kind !== 'chat') return;
    this.#show({ kind: 'minimized' });
    this.#rim.tell('onMinimize');
  }

  /** Ends a chat, or the survey before one. */
  closeChat(): void {
    if (this.#pane.kind === 'button' || this.#pane.kind === 'invite') return;
    this.#show({ kind: 'button' });
    this.#rim.tell('onClose');
    this.#rim.tell('closeChat');
  }

  #endInvite(): void {
    this.#stopWaiting();
    this.#stopWaiting = () => {};
    this.#invite = null;
  }

  #show(pane: Pane): void {
    this.#pane = pane;
    this.#rim.show(pane);
  }
}
