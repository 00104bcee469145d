/** Makes of a pack of one version one of the next. It may be of any content: what it has become is checked. */
export type Migration = (
  pack: Readonly<Record<string, unknown>>,
) => Readonly<Record<string, unknown>>;

/**
 * The way from each version to the next, by the version it starts from. Whoever raises `PACK_VERSION` adds a
 * line here and a test with a pack of the version before; `version` itself is written by `migrate`.
 */
export const migrations: ReadonlyMap<number, Migration> = new Map([
  // Runs came with version 2. Whatever else is called so in an older pack is refused as what it is.
  [1, (pack) => ({ runs: [], ...pack })],
]);

/** Brings a pack from its version to a later one, step by step. Throws if a step is missing. */
export function migrate(
  pack: Readonly<Record<string, unknown>>,
  from: number,
  to: number,
  steps: ReadonlyMap<number, Migration> = migrations,
): Readonly<Record<string, unknown>> {
  let migrated = pack;
  for (let version = from; version < to; version++) {
    const step = steps.get(version);
    if (!step) throw new RangeError(`No migration leads on from version ${version} of packs.`);
    migrated = { ...step(migrated), version: version + 1 };
  }
  return migrated;
}
