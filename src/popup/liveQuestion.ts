import { signal } from '@preact/signals';
import type { Snapshot } from '../messages/snapshot.ts';
import type { MessageKey } from '../model/text.ts';

/** What is done on a production site only when the tester has said yes. */
export interface LiveQuestion {
  readonly host: string;
  /** What will happen. */
  readonly consequence: MessageKey;
  act(): void;
}

/** What the tester is being asked; null for nothing. */
export const liveQuestion = signal<LiveQuestion | null>(null);

type Shown = Pick<Snapshot, 'site' | 'isProduction' | 'invites'>;

/** Does what makes a dry run live, after asking where real agents answer. */
export function makeLive({ site, isProduction }: Shown, consequence: MessageKey, act: () => void) {
  if (isProduction && 'host' in site) liveQuestion.value = { host: site.host, consequence, act };
  else act();
}

/** Does what may bring an invite to the widget, after asking where it would reach a real agent. */
export function actLive(shown: Shown, consequence: MessageKey, act: () => void): void {
  if (shown.invites === 'live') makeLive(shown, consequence, act);
  else act();
}
