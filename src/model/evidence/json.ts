import { type Evidence, evidenceTime } from './evidence.ts';

/** The form of the file, raised when it changes. */
const VERSION = 1;

/** Evidence as JSON: the same as in memory, with its instants as ISO 8601. */
export function evidenceJson(evidence: Evidence): string {
  const dated = <T extends { readonly at: number; readonly visitorAt: number }>(one: T) => ({
    ...one,
    at: evidenceTime(one.at),
    visitorAt: evidenceTime(one.visitorAt),
  });
  const content = {
    version: VERSION,
    ...evidence,
    at: evidenceTime(evidence.at),
    invites: evidence.invites.map(dated),
    timeline: evidence.timeline.map(dated),
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}
