import type { Story } from '../../messages/overlay.ts';
import { type Condition, describeCondition } from '../../model/conditions/index.ts';
import { presentedScenario } from '../../model/presentation.ts';
import type { Scenario } from '../../model/scenarios/scenario.ts';
import {
  decidingSentence,
  progressOf,
  type ScenarioStatus,
  statusOf,
} from '../../model/scenarios/status.ts';
import { timeFor } from '../../model/simulation.ts';
import { outcomes } from '../../model/timeline.ts';
import { timeZoneOf } from '../../model/visitor/visitor.ts';
import { overrideChips } from '../../overrideChips.ts';
import { statusText, statusWords, type Tone, verdictWords } from '../../statusWords.ts';
import { conditionWords, say, scenarioName, words } from '../../texts.ts';
import type { Part } from './draw.ts';

const element = (tag: 'p' | 'span' | 'li', className: string, content: string): Part => ({
  tag,
  attributes: { class: className },
  content,
});

/** Something and how it stands, at either end of a line. */
const titled = (className: string, title: string, state: Part | null): Part => ({
  tag: 'div',
  attributes: { class: 'titled' },
  content: [element('span', className, title), ...(state ? [state] : [])],
});

const pill = (tone: Tone, content: string): Part => element('span', `pill ${tone}`, content);

const statusPill = (status: ScenarioStatus): Part =>
  pill(statusWords[status.word].tone, statusText(status));

/** Who the visitor is made to be, in a few words each, and what else is not as for a real one. */
function chipsOf({ simulation, invites, report: { widget } }: Story): readonly string[] {
  const overrides = overrideChips(simulation.visitor).map((chip) => chip.text);
  const isStandIn = widget.state === 'ready' && widget.isStandIn === true;
  return [
    ...(overrides.length > 0 ? overrides : [say('overlayRealVisitor')]),
    ...(invites === 'dry run' ? [say('uiDryRunChip')] : []),
    ...(isStandIn ? [say('uiStandIn')] : []),
  ];
}

/** What the visitor's clock shows; nothing while that is the real one. */
function clockPart({ simulation }: Story, now: number): readonly Part[] {
  if (!simulation.visitor.clock) return [];
  const timeZone = timeZoneOf(simulation.visitor);
  const format = new Intl.DateTimeFormat(undefined, {
    dateStyle: 'medium',
    timeStyle: 'medium',
    ...(timeZone !== null && { timeZone }),
  });
  return [element('p', 'clock', say('overlayClock', format.format(timeFor(simulation, now))))];
}

const visitorPart = (story: Story, now: number): Part => ({
  tag: 'div',
  attributes: { 'data-part': 'visitor' },
  content: [
    {
      tag: 'ul',
      attributes: { class: 'chips', 'aria-label': say('uiVisitor') },
      content: chipsOf(story).map((chip) => element('li', 'chip', chip)),
    },
    ...clockPart(story, now),
  ],
});

/** A condition: what it asks for, how far that is, and why it does not hold. While the scenario is off, only the first. */
function conditionPart(condition: Condition, index: number, { watched }: ScenarioStatus): Part {
  const needs = words(describeCondition(condition));
  const verdict = watched?.verdict.verdicts[index];
  if (!watched || !verdict) return { tag: 'li', content: [titled('needs', needs, null)] };
  const { key, tone } = verdictWords[verdict.state];
  const progress = progressOf(verdict, watched.facts);
  const state = progress
    ? say('uiProgress', Math.floor(progress.done / 1000), progress.needed / 1000)
    : say(key);
  const bar: readonly Part[] = progress
    ? [
        {
          tag: 'progress',
          attributes: {
            'aria-hidden': 'true',
            max: String(progress.needed),
            value: String(progress.done),
          },
        },
      ]
    : [];
  const why = verdict.state === 'met' || progress ? [] : [element('p', 'why', words(verdict.text))];
  return {
    tag: 'li',
    attributes: { 'data-verdict': verdict.state },
    content: [titled('needs', needs, element('span', `state ${tone}`, state)), ...bar, ...why],
  };
}

/** The presented scenario with all its conditions. */
function presentedPart(scenario: Scenario | null, status: ScenarioStatus | null): Part {
  const content =
    scenario && status
      ? [
          titled('title', scenarioName(scenario), statusPill(status)),
          {
            tag: 'ul',
            content: scenario.conditions.map((condition, index) =>
              conditionPart(condition, index, status),
            ),
          } satisfies Part,
        ]
      : [element('p', 'why', say('uiNoScenarios'))];
  return { tag: 'div', attributes: { 'data-part': 'presented' }, content };
}

/** The other enabled scenarios, each with what decides where it stands. */
function othersPart(
  others: readonly Scenario[],
  statusFor: (scenario: Scenario) => ScenarioStatus,
  more: number,
): Part {
  const items = others.map((scenario): Part => {
    const status = statusFor(scenario);
    const sentence = status.watched
      ? words(decidingSentence(status.watched.verdict))
      : conditionWords(scenario);
    return {
      tag: 'li',
      content: [
        titled('title', scenarioName(scenario), statusPill(status)),
        element('p', 'why', sentence),
      ],
    };
  });
  const rest = more > 0 ? [element('li', 'why', say('overlayMore', more))] : [];
  const all = [...items, ...rest];
  return {
    tag: 'div',
    attributes: { 'data-part': 'others' },
    content: all.length > 0 ? [{ tag: 'ul', content: all }] : [],
  };
}

const INVITE_WORDS = ['qualified', ...outcomes] as const;

/** What has become of the latest invite of the page; a screen reader is told when that changes. */
function invitePart({ latest }: Story): Part {
  const word = INVITE_WORDS.find((one) => one === latest?.event.kind);
  const state = word ? pill(statusWords[word].tone, say(statusWords[word].key)) : null;
  return {
    tag: 'div',
    attributes: { 'data-part': 'invite', role: 'status' },
    content: [
      titled('title', say('uiInvite'), state),
      latest
        ? element('p', 'told', words(latest.event.text))
        : element('p', 'why', say('overlayNoInvite')),
      ...(latest?.by ? [element('p', 'why', latest.by)] : []),
    ],
  };
}

/** Everything that the overlay tells at `now`, in ms since 1970: always as many parts, in the same order. */
export function overlayParts(story: Story, now: number): readonly Part[] {
  const { simulation, scenarios, report, more } = story;
  const statusFor = (scenario: Scenario): ScenarioStatus =>
    statusOf(
      scenario,
      simulation.scenarioIds.includes(scenario.id),
      report,
      now,
      simulation.visitor.clock?.speed,
    );
  const presented = presentedScenario(scenarios, simulation);
  const others = scenarios.filter((scenario) => scenario !== presented);
  return [
    visitorPart(story, now),
    presentedPart(presented, presented && statusFor(presented)),
    othersPart(others, statusFor, more),
    invitePart(story),
  ];
}
