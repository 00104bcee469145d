import type { ContextEntry, ContextValue, Invite } from '../invite.ts';
import type { Scenario } from './scenario.ts';

/** A context entry that agents see. */
const shown = (key: string, value: ContextValue): ContextEntry => ({
  key,
  value,
  isDisplayable: true,
});

const PROACTIVE_CHAT = shown('Proactive Chat', 'True');
const PAGE_URL = shown('Page URL', '{page url}');
const CHECKING_IN = 'Hi! Just checking in to see if I can help answer any questions you may have.';

const inviteOf = (message: string, ...context: readonly ContextEntry[]): Invite => ({
  message,
  showPrechat: false,
  inNewWindow: false,
  context: [PROACTIVE_CHAT, ...context],
});

const DEFAULTS = { parameters: [], repeat: 'once per page load', resetsVisits: false } as const;

/**
 * The seven scenarios of Microsoft's documentation, with its messages, context entries and delays:
 * https://learn.microsoft.com/dynamics365/customer-service/develop/start-proactive-chat
 */
export const builtInScenarios: readonly Scenario[] = [
  {
    ...DEFAULTS,
    id: 'waitTime',
    conditions: [{ type: 'timeOnPage', seconds: 20 }],
    invite: inviteOf(CHECKING_IN, shown('Time On Page', '{time on page}'), PAGE_URL),
  },
  {
    ...DEFAULTS,
    id: 'repeatVisits',
    conditions: [
      { type: 'visits', moreThan: 2 },
      { type: 'timeOnPage', seconds: 5 },
    ],
    invite: inviteOf(
      'Hi! Do you have a question on Surface device? I am here to help.',
      shown('No. of visits', '{visits}'),
      shown('Forums', 'Surface Devices'),
    ),
    resetsVisits: true,
  },
  {
    ...DEFAULTS,
    id: 'caseStatus',
    conditions: [
      { type: 'pageAddress', pattern: '*/support*' },
      { type: 'timeOnPage', seconds: 10 },
      { type: 'parameter', name: 'case id' },
    ],
    parameters: [{ name: 'case id', source: { from: 'address', parameter: 'caseId' } }],
    invite: inviteOf(
      'Hi! How are you doing today? The status of the case: {case id} is in progress. Would you like to get more details?',
      shown('Case Id', '{case id}'),
    ),
  },
  {
    ...DEFAULTS,
    id: 'exitIntent',
    conditions: [{ type: 'exitIntent', armedAfterSeconds: 15 }],
    invite: inviteOf(CHECKING_IN, PAGE_URL),
  },
  {
    ...DEFAULTS,
    id: 'referrer',
    conditions: [
      { type: 'referrer', equals: 'www.contoso.com/FAQ' },
      { type: 'timeOnPage', seconds: 15 },
    ],
    invite: inviteOf(CHECKING_IN, PAGE_URL, shown('Last Page URL', '{referrer}')),
  },
  {
    ...DEFAULTS,
    id: 'country',
    conditions: [{ type: 'country', equals: 'Ruritania' }],
    invite: inviteOf(CHECKING_IN, shown('Country', '{country}'), PAGE_URL),
  },
  {
    ...DEFAULTS,
    id: 'dateWindow',
    conditions: [
      { type: 'dateWindow', start: '2019-01-01T00:00:00Z', end: '2100-01-01T00:00:00Z' },
    ],
    invite: inviteOf(CHECKING_IN, PAGE_URL),
  },
];
