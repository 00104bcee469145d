import { type FilledInvite, type Invite, recordOf } from '../../../model/invite.ts';
import { recordedSentence } from '../../../model/recordedInvite.ts';
import { type MessageKey, type Text, text } from '../../../model/text.ts';
import type { Outcome } from '../../../model/timeline.ts';
import type { IgnoredReason } from '../../../model/watch/watched.ts';
import * as natives from '../natives.ts';
import { waitReally } from '../time/wait.ts';
import { chatIsOpen, hasWidgetFrame, visibleInvite } from './inviteOnPage.ts';
import { findSdk, startProactiveChat } from './sdk.ts';
import type { Widget } from './widget.ts';

/** The widget withdraws an invite that nobody answers after 60 s; a little less here, for timers that are early. */
const WIDGET_TIMEOUT = 60_000 - 1_500;
/** How long an invite may take to appear before it counts as ignored, in ms. */
const APPEARS_WITHIN = 15_000;
/** The same, when there is a known reason for the widget to ignore it. */
const IGNORED_WITHIN = 1_500;
/** How long after an invite is gone its chat may start, in ms. */
const CHAT_STARTS_WITHIN = 2_000;
/** How often the page is looked at, in ms. */
const LOOK_EVERY = 100;

const IGNORED = {
  'chat active': 'blockedChatActive',
  'invite pending': 'blockedInvitePending',
} as const satisfies Readonly<Record<IgnoredReason, MessageKey>>;

/** Hears what becomes of an invite; when it has been passed to the SDK, or recorded instead, also what it was. */
export type Tell = (outcome: Outcome, text: Text, invite?: Invite) => void;

/** An invite that the widget was given and that has not been seen yet. */
interface Expected {
  readonly message: string;
  readonly tell: Tell;
  readonly since: number;
  /** Why the widget will ignore it, if we know of a reason. */
  readonly reason: Text | null;
}

/** An invite that was seen. */
interface Shown {
  readonly pane: string;
  /** What it says: all that was seen of it, if the invite is not ours. */
  readonly message: string;
  readonly tell: Tell;
  readonly since: number;
  /** Whether it was seen in the hosted widget's frame. */
  readonly isInFrame: boolean;
  goneAt: number | null;
}

/** A message in so few words that a line of the timeline holds it. */
export const outline = (message: string): string =>
  message.length > 80 ? `${message.slice(0, 79)}…` : message;

/**
 * The invites of a document: ours and the site's own. The SDK answers nothing and no event tells of an
 * invite, so what becomes of one is taken from what can be seen in the page.
 */
export class Invites {
  readonly #widget: Widget;
  readonly #tellOfSite: Tell;
  #expected: readonly Expected[] = [];
  #shown: Shown | null = null;
  #watches = false;
  #looking = false;
  /** In a dry run no invite goes to the widget. */
  isDryRun = false;

  /** `tellOfSite` hears of the invites that nobody offered through us. */
  constructor(widget: Widget, tellOfSite: Tell) {
    this.#widget = widget;
    this.#tellOfSite = tellOfSite;
  }

  /** Looks at the page from now on. */
  watch(): void {
    this.#watches = true;
    if (!this.#looking) this.#lookOn();
  }

  /** Stops looking, once the fate of every offered invite is known. */
  rest(): void {
    this.#watches = false;
  }

  #lookOn(): void {
    this.#look();
    this.#looking = this.#watches || this.#expected.length > 0 || this.#shown !== null;
    if (this.#looking) waitReally(LOOK_EVERY, () => this.#lookOn());
  }

  /** Hands an invite to the widget and tells what becomes of it. */
  offer(invite: FilledInvite, tell: Tell): void {
    const sdk = findSdk();
    if (!sdk || this.#widget.readyAt === null) {
      tell('blocked', text(sdk ? 'blockedNotReady' : 'blockedNoWidget'));
      return;
    }
    const reason = this.#reasonToIgnore();
    if (this.isDryRun) {
      if (reason) tell('blocked', reason);
      else {
        const record = recordOf(invite);
        tell('recorded', recordedSentence({ what: 'invite', ...record }), record);
      }
      return;
    }
    try {
      startProactiveChat(sdk, invite);
    } catch (error) {
      tell('blocked', text('blockedSdkThrew', String(error)), recordOf(invite));
      return;
    }
    tell('offered', text('offered', outline(invite.message)), recordOf(invite));
    this.#expect({ message: invite.message, tell, reason });
  }

  /** Takes note of an invite that the site has offered itself, to tell what becomes of it; of what message, if that is known. */
  expectSite(message: string | null): void {
    this.#expect({
      message: message ?? '',
      tell: this.#tellOfSite,
      reason: this.#reasonToIgnore(),
    });
  }

  #expect(invite: Omit<Expected, 'since'>): void {
    this.#expected = [...this.#expected, { ...invite, since: natives.now() }];
    // Also where nothing is watched; then only until the fate of this one is known.
    if (!this.#looking) this.#lookOn();
  }

  /** Why the widget would ignore an invite now; null if it would not. */
  ignores(): IgnoredReason | null {
    if (this.#widget.chatActive) return 'chat active';
    return visibleInvite() === null ? null : 'invite pending';
  }

  #reasonToIgnore(): Text | null {
    const ignored = this.ignores();
    return ignored && text(IGNORED[ignored]);
  }

  #look(): void {
    const pane = visibleInvite();
    this.#followShown(pane);
    if (pane !== null && this.#shown === null) this.#appeared(pane);
    this.#giveUpOnIgnored();
  }

  #appeared(pane: string): void {
    // Of two calls in one moment the widget shows the second.
    const ours = this.#expected.findLast(
      ({ message, reason }) => reason === null && (pane === '' || pane.includes(message)),
    );
    const tell = ours?.tell ?? this.#tellOfSite;
    const message = ours?.message ?? pane;
    this.#shown = {
      pane,
      message,
      tell,
      since: natives.now(),
      isInFrame: hasWidgetFrame(),
      goneAt: null,
    };
    tell('shown', text('shown', outline(message)));
    const others = this.#expected.filter((one) => one !== ours && one.reason === null);
    this.#expected = this.#expected.filter(({ reason }) => reason !== null);
    for (const other of others) other.tell('blocked', text('blockedReplaced'));
  }

  #followShown(pane: string | null): void {
    const shown = this.#shown;
    if (!shown) return;
    const now = natives.now();
    if (pane !== null && this.#isSame(shown, pane)) {
      // While it begins the widget takes its pane away for a moment, and brings it back.
      shown.goneAt = null;
      return;
    }
    shown.goneAt ??= now;
    const wasAccepted = this.#widget.chatActive || chatIsOpen();
    // The chat of an accepted invite may take a moment to start; another invite cannot.
    if (!wasAccepted && pane === null && now - shown.goneAt < CHAT_STARTS_WITHIN) return;
    this.#shown = null;
    if (wasAccepted) shown.tell('accepted', text('accepted'));
    else if (shown.isInFrame && !hasWidgetFrame()) shown.tell('dismissed', text('frameGone'));
    else if (shown.goneAt - shown.since >= WIDGET_TIMEOUT)
      shown.tell('timed out', text('timedOut'));
    else shown.tell('dismissed', text('dismissed'));
  }

  /** Whether what is seen now is still the invite that was shown, and not one that says the same and was offered since. */
  #isSame({ pane, message, goneAt }: Shown, seen: string): boolean {
    if (seen !== pane && !seen.includes(message)) return false;
    return goneAt === null || !this.#expected.some((one) => one.message === message);
  }

  #giveUpOnIgnored(): void {
    const now = natives.now();
    const waitedLong = ({ since, reason }: Expected) =>
      now - since >= (reason ? IGNORED_WITHIN : APPEARS_WITHIN);
    const ignored = this.#expected.filter(waitedLong);
    if (ignored.length === 0) return;
    this.#expected = this.#expected.filter((one) => !waitedLong(one));
    for (const { tell, reason } of ignored) {
      tell('blocked', reason ?? text('blockedNothingVisible', APPEARS_WITHIN / 1000));
    }
  }
}
