import type { Text } from '../../model/text.ts';
import { words } from '../../texts.ts';

/** What is wrong with a field; the field names it by `id` in its aria-describedby. */
export const Problem = ({ id, problem }: { readonly id: string; readonly problem: Text | null }) =>
  problem && (
    <p id={id} class="problem">
      {words(problem)}
    </p>
  );
