import * as v from 'valibot';
import { build } from 'vite';
import { scenarioProblems } from '../src/model/scenarios/problems.ts';
import { scenarioSchema } from '../src/model/scenarios/schema.ts';
import { visitorSchema } from '../src/model/visitor/schema.ts';
import { visitorProblems } from '../src/model/visitor/visitor.ts';
import { inEnglish } from './inEnglish.ts';
import { workerClock } from './workerClock.ts';

const simulationFileSchema = v.strictObject({
  visitor: v.optional(visitorSchema, {}),
  scenarios: v.optional(v.array(scenarioSchema), []),
});

/**
 * The page world as one self-contained script, with the simulation of a file built in.
 * Raises an Error that names the field if the file holds anything else.
 */
export async function pageScript(json: string): Promise<string> {
  const simulation = parseSimulation(json);
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

function parseSimulation(json: string): v.InferOutput<typeof simulationFileSchema> {
  const parsed = v.safeParse(simulationFileSchema, readJson(json));
  if (!parsed.success) {
    const [issue] = parsed.issues;
    throw new Error(`${v.getDotPath(issue) ?? 'The file'}: ${issue.message}.`);
  }
  const { visitor, scenarios } = parsed.output;
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
  return parsed.output;
}

function readJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    throw new Error(`The file is not JSON: ${error instanceof Error ? error.message : error}`);
  }
}
