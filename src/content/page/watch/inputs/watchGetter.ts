import type { InputName } from '../../../../model/watch/watched.ts';
import * as natives from '../../natives.ts';
import { replaceGetter } from '../../patches.ts';
import type { Input } from './input.ts';

/** An input that is read as a property. */
export const watchGetter =
  (input: InputName, owner: object, what: string): Input =>
  (log) =>
    replaceGetter(owner, what, (native, self, args) => {
      const value: unknown = natives.apply(native, self, args);
      log.use(input, { what })?.read(value);
      return value;
    });
