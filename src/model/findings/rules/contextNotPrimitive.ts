import { isUnknown, type SampleType } from '../../watch/watched.ts';
import { givenContexts } from '../contexts.ts';
import { foundIn, type Rule } from '../rule.ts';

const PRIMITIVE: readonly SampleType[] = ['string', 'number', 'boolean'];

/** A value of the context is none of text, number, true and false. */
export const contextNotPrimitive: Rule = {
  name: 'contextNotPrimitive',
  look: ({ watched: { contexts } }) =>
    foundIn(
      givenContexts(contexts).flatMap(({ at, context }) =>
        Object.entries(context.parts ?? {}).flatMap(([key, { parts }]) => {
          const value = parts?.value;
          return value && !isUnknown(value) && !PRIMITIVE.includes(value.type)
            ? [{ at, value: `${key}: ${value.text}` }]
            : [];
        }),
      ),
    ),
};
