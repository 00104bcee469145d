import * as v from 'valibot';

/** Names that every object has: an id among them would be found in tables where nobody has put it. */
const INHERITED = Object.getOwnPropertyNames(Object.prototype).sort().join('|');

/** The id of a scenario, a saved visitor or a run. */
export const idSchema = v.pipe(
  v.string(),
  v.regex(new RegExp(`^(?!(?:${INHERITED})$)[\\w-]{1,64}$`)),
);
