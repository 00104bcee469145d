import type { Facts } from '../../src/model/facts.ts';
import type { Invite } from '../../src/model/invite.ts';
import type { Run } from '../../src/model/runs/run.ts';
import type { Scenario } from '../../src/model/scenarios/scenario.ts';
import type { PageSimulation, Simulation } from '../../src/model/simulation.ts';
import type { Visitor } from '../../src/model/visitor/visitor.ts';
import type { NumberedVisit } from '../../src/model/visitor/visits.ts';

/** A first, direct visit of a page whose widget has just become ready, on Christmas Eve. */
export const facts = (known: Partial<Facts> = {}): Facts => ({
  clock: Date.UTC(2026, 11, 24, 18),
  sinceReady: 0,
  address: 'https://shop.example/support?caseId=CAS-1',
  referrer: '',
  visits: 1,
  country: 'not asked',
  pointerLeftAt: null,
  parameters: {},
  ...known,
});

export const invite = (parts: Partial<Invite> = {}): Invite => ({
  message: 'May I help?',
  showPrechat: false,
  inNewWindow: false,
  context: [],
  ...parts,
});

/** A scenario without fault, of one condition. */
export const scenario = (parts: Partial<Scenario> = {}): Scenario => ({
  id: 'sample',
  conditions: [{ type: 'timeOnPage', seconds: 20 }],
  parameters: [],
  invite: invite(),
  repeat: 'once per page load',
  resetsVisits: false,
  ...parts,
});

/** A visitor with every override on, and without fault. */
export const fullVisitor: Required<Visitor> & { readonly visits: NumberedVisit } = {
  clock: { at: '2026-12-24T18:00:00Z', speed: 2, timeZone: 'Europe/Berlin' },
  country: {
    name: 'Ruritania',
    code: null,
    latitude: 47.1,
    longitude: 19.5,
    geolocation: { answer: 'denied', afterMs: 1000 },
    services: { answer: 'error 429', afterMs: 2000 },
    cdnHeaders: false,
    language: 'de-AT',
    timeZone: 'Europe/Vienna',
  },
  referrer: { value: 'https://www.contoso.com/FAQ', until: 'reset' },
  visits: { number: 3, store: 'cookie', name: 'timesPageVisited', addsOne: false },
};

/** A run without fault: a product page, its 20 s, and an invite. */
export const run = (parts: Partial<Run> = {}): Run => ({
  id: 'stays',
  name: 'Stays',
  address: 'https://shop.example/product',
  visitor: {},
  scenarioIds: ['waitTime'],
  steps: [{ do: 'skip', ms: 20_000 }],
  expects: { invite: { message: 'May I help?' } },
  ...parts,
});

/** A run with a value in every field that there is. */
export const fullRun: Run = run({
  visitor: fullVisitor,
  steps: [
    { do: 'skip', ms: 20_000 },
    { do: 'leave page' },
    { do: 'go to', address: 'http://shop.example/cart?of=1#top' },
  ],
  expects: {
    invite: {
      message: 'May I help?',
      showPrechat: true,
      context: [
        { key: 'Page URL', value: 'https://shop.example/cart' },
        { key: 'visits', value: 3 },
        { key: 'VIP', value: false },
      ],
    },
  },
});

export const simulation = (parts: Partial<Simulation> = {}): Simulation => ({
  epoch: 1,
  visitor: {},
  clockReading: null,
  scenarioIds: [],
  ...parts,
});

/** A simulation as pages get it, with a value in every field that there is. */
export const pageSimulation = (parts: Partial<PageSimulation> = {}): PageSimulation => ({
  epoch: 1,
  visitor: fullVisitor,
  clockReading: { shows: 5000, at: 0 },
  landing: { address: 'https://shop.example/support', isShown: true },
  scenarios: [fullScenario],
  invites: 'dry run',
  ...parts,
});

/** A scenario with a value in every field that there is. */
export const fullScenario: Scenario = scenario({
  name: 'Sample',
  conditions: [
    { type: 'timeOnPage', seconds: 20 },
    { type: 'parameter', name: 'case id' },
  ],
  parameters: [
    { name: 'case id', source: { from: 'address', parameter: 'caseId' } },
    { name: 'tier', source: { from: 'typed', value: 'gold' } },
    { name: 'heading', source: { from: 'element', selector: 'h1' } },
  ],
  invite: invite({
    message: 'Is it about {case id}?',
    context: [{ key: 'Page URL', value: '{page url}', isDisplayable: true }],
  }),
});
