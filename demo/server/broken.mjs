/**
 * The pages with one fault each: the file in site/broken, without ending, and what the fault is.
 * @type {readonly (readonly [file: string, title: string])[]}
 */
const faults = [
  ['used-before-ready', 'The chat is used before it is ready'],
  ['syntax-error', 'A script with a syntax error'],
  ['trigger-throws', 'The trigger throws'],
  ['provider-undeclared', 'The context provider reads a variable that does not exist'],
  ['provider-throws', 'The context provider throws'],
  ['context-shape', 'Context of another form'],
  ['context-too-long', 'Context with too many entries'],
  ['context-not-primitive', 'Context with a list in it'],
  ['authenticated-context', 'Context in an authenticated chat'],
  ['message-missing', 'Invite without a message'],
  ['prechat-left-out', 'Invite that does not say whether the survey comes first'],
  ['several-invites', 'Two invites at once'],
  ['invite-during-chat', 'Invite during a chat'],
  ['delay-not-number', 'Delay that is no number'],
  ['referrer-never-equal', 'Referrer that no browser sends'],
  ['visits-off-by-one', 'Visits counted off by one'],
  ['counter-never-reset', 'Counter that is never reset'],
  ['visits-hard-coded', 'Number of visits written in the code'],
  ['handler-replaced', 'Handler that takes the place of another'],
  ['geolocation-no-fallback', 'No way on without a position'],
  ['location-service-retired', 'Location service that was shut down'],
  ['location-service-fails', 'Location service that does not answer'],
  ['policy-blocks', 'Location service that the page’s policy forbids'],
  ['widget-error', 'Chat that reports an error'],
  ['widget-not-loaded', 'Chat that cannot be loaded'],
  ['ready-never-came', 'Chat that never gets ready'],
  ['alert-in-trigger', 'Trigger with an alert'],
];

/** @type {ReadonlyMap<string, import('./pages.mjs').Page>} */
export const brokenPages = new Map(
  faults.map(([file, title]) => [
    `/broken/${file}`,
    {
      fragment: 'broken',
      title,
      broken: file,
      ...(file === 'policy-blocks' && { forbidsLocationServices: true }),
      ...(file === 'widget-not-loaded' && { widgetFolder: '/assets/missing' }),
      ...(file === 'ready-never-came' && { widgetFolder: '/assets/silent' }),
    },
  ]),
);

/** The links of the gallery. */
export const brokenLinks = faults
  .map(([file, title]) => `<li><a href="/broken/${file}">${title}</a></li>`)
  .join('');
