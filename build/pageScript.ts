import * as v from 'valibot';
import { build } from 'vite';
import { PACK_FORMAT } from '../src/model/pack/pack.ts';
import { scenarioProblems } from '../src/model/scenarios/problems.ts';
import { scenarioSchema } from '../src/model/scenarios/schema.ts';
import { visitorSchema } from '../src/model/visitor/schema.ts';
import { visitorProblems } from '../src/model/visitor/visitor.ts';
import { inEnglish } from './inEnglish.ts';
import { packFrom } from './packFrom.ts';
import { workerClock } from './workerClock.ts';

const simulationFileSchema = v.strictObject({
  visitor: v.optional(visitorSchema, {}),
  scenarios: v.optional(v.array(scenarioSchema), []),
});

type ScriptedSimulation = v.InferOutput<typeof simulationFileSchema>;

/**
 * The page world as one self-contained script, with the simulation of a file built in, or with a visitor of
 * a pack: its only one, or the one named. Raises an Error that names the field if the file holds anything else.
 */
export async function pageScript(json: string, visitorName: string | null = null): Promise<string> {
  const simulation = checked(
    json.includes(PACK_FORMAT) ? visitorOf(json, visitorName) : parseSimulation(json),
  );
  const output = await build({
    configFile: false,
    logLevel: 'silent',
    publicDir: false,
    define: { SIMULATION: JSON.stringify(simulation), ...(await workerClock()) },
    build: {
      write: false,
      target: 'es2024',
      lib: { entry: 'src/content/page/automation.iife.ts', formats: ['iife'], name: 'script' },
    },
  });
  const [result] = Array.isArray(output) ? output : [];
  const [chunk] = result?.output ?? [];
  if (chunk?.type !== 'chunk') throw new Error('The page script could not be built.');
  return chunk.code;
}

/** The simulation of a saved visitor. A pack's scenarios are for the site's testers: none is enabled. */
function visitorOf(json: string, name: string | null): ScriptedSimulation {
  const { visitors } = packFrom(json);
  const [found, ...more] = visitors.filter((saved) => name === null || saved.name === name);
  if (!found || more.length > 0) {
    const names = visitors.map((saved) => `“${saved.name}”`).join(', ') || 'none';
    throw new Error(
      `Which visitor of the pack? Name one with --visitor "NAME". Its visitors: ${names}.`,
    );
  }
  return { visitor: found.visitor, scenarios: [] };
}

function parseSimulation(json: string): ScriptedSimulation {
  const parsed = v.safeParse(simulationFileSchema, readJson(json));
  if (!parsed.success) {
    const [issue] = parsed.issues;
    throw new Error(`${v.getDotPath(issue) ?? 'The file'}: ${issue.message}.`);
  }
  return parsed.output;
}

/** Raises an Error for a simulation that makes no sense, or that a page script cannot do. */
function checked(simulation: ScriptedSimulation): ScriptedSimulation {
  const { visitor, scenarios } = simulation;
  const problems = [
    ...visitorProblems(visitor).map((problem) => ({ ...problem, path: `visitor.${problem.path}` })),
    ...scenarios.flatMap((scenario, index) =>
      scenarioProblems(scenario).map((problem) => ({
        ...problem,
        path: `scenarios.${index}.${problem.path}`,
      })),
    ),
  ];
  const [problem] = problems;
  if (problem) throw new Error(`${problem.path}: ${inEnglish(problem.text)}`);
  if (visitor.visits) {
    throw new Error(
      'visitor.visits: a script in the page is too late for the counter of a site. Set its cookie or storage with your driver before the page is loaded.',
    );
  }
  return simulation;
}

function readJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    throw new Error(`The file is not JSON: ${error instanceof Error ? error.message : error}`);
  }
}
