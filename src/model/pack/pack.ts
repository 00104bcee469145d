import type { SavedVisitor } from '../library/library.ts';
import type { Run } from '../runs/run.ts';
import type { Scenario } from '../scenarios/scenario.ts';

export const PACK_FORMAT = 'trigger-simulator-pack';

/** The version that this build writes, and into which older ones are migrated. */
export const PACK_VERSION = 2;

/** Scenarios, saved visitors and runs in a file, to be kept, shared, and run in CI. */
export interface Pack {
  /** The address of the published JSON Schema, for editors. */
  readonly $schema?: string;
  readonly format: typeof PACK_FORMAT;
  readonly version: typeof PACK_VERSION;
  /** In the order of the library they come from. */
  readonly scenarios: readonly Scenario[];
  readonly visitors: readonly SavedVisitor[];
  readonly runs: readonly Run[];
}

/** What of a pack goes into a library. */
export type PackItems = Pick<Pack, 'scenarios' | 'visitors' | 'runs'>;

/** The longest pack that is read, in UTF-16 units. */
export const MAX_PACK_LENGTH = 5_000_000;
