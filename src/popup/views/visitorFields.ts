import type { problemAt } from '../fieldProblems.ts';
import type { VisitorDraft } from '../visitorDraft.ts';

/** The visitor that is being typed, as the card of one override gets it. */
export interface VisitorFields {
  readonly draft: VisitorDraft;
  readonly problemOf: (path: string) => ReturnType<typeof problemAt>;
  readonly onChange: (changed: Partial<VisitorDraft>) => void;
}
