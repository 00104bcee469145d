import type * as v from 'valibot';
import { type Text, text } from '../text.ts';
import type { JsonPath } from './json.ts';

/** What a schema found wrong, and where. */
export interface FormProblem {
  readonly path: JsonPath;
  readonly text: Text;
}

const pathOf = (issue: v.BaseIssue<unknown>): JsonPath =>
  (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));

function textOf(issue: v.BaseIssue<unknown>): Text {
  const name = String(issue.path?.at(-1)?.key ?? '');
  switch (issue.type) {
    case 'strict_object':
      if (issue.expected === 'never') return text('packUnknownField', name);
      break;
    case 'regex':
      return text('packBadText', issue.received);
    case 'max_length':
      return Array.isArray(issue.input)
        ? text('problemTooMany', String(issue.requirement))
        : text('problemTooLong', String(issue.requirement), issue.received);
    case 'min_length':
      return text('problemEmpty');
    case 'finite':
      return text('problemNotANumber');
  }
  // The only check of ours tells lists from objects.
  const expected = issue.type === 'check' ? 'Object' : (issue.expected ?? 'another value');
  return issue.received === 'undefined'
    ? text('packMissing', name)
    : text('packExpected', expected, issue.received);
}

/** What a schema found wrong, in words. Of several forms that a value could have, the first is told of. */
export function formProblem(issue: v.BaseIssue<unknown>): FormProblem {
  const path = pathOf(issue);
  const [nested] =
    issue.type === 'union' && issue.received === 'Object' ? (issue.issues ?? []) : [];
  if (!nested) return { path, text: textOf(issue) };
  const inner = formProblem(nested);
  return { path: [...path, ...inner.path], text: inner.text };
}
