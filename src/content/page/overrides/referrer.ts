import { replaceGetter } from '../patches.ts';
import type { Override } from './override.ts';

/** document.referrer. The Referer header of the request is the background's. */
export const referrer: Override = ({ visitor }) => {
  const override = visitor.referrer;
  // Only the page itself was referred to: the referrer of a frame is the page around it.
  if (!override || window !== window.top) return null;
  return replaceGetter(Document.prototype, 'referrer', (native, self, args) => {
    const real: unknown = Reflect.apply(native, self, args);
    return self === document ? override.value : real;
  });
};
