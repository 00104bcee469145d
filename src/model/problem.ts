import type { Text } from './text.ts';

/** What is wrong with one field. `path` names it, such as `invite.context.2.key` or `country.latitude`. */
export interface Problem {
  readonly path: string;
  readonly text: Text;
}
