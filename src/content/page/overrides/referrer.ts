import { hasReferrer } from '../../../model/visitor/landing.ts';
import * as natives from '../natives.ts';
import { replaceGetter } from '../patches.ts';
import type { Override } from './override.ts';

/* As they are before the first script of the page. */
const realReferrer = document.referrer;
const [entry] = performance.getEntriesByType('navigation');
const navigation = entry instanceof PerformanceNavigationTiming ? entry.type : 'navigate';

/** document.referrer. The Referer header of the request is the background's. */
export const referrer: Override = ({ visitor, landing }) => {
  const override = visitor.referrer;
  // Only the page itself was referred to: the referrer of a frame is the page around it.
  if (!override || window !== window.top) return null;
  const arrival = { address: location.href, navigation };
  if (!hasReferrer(override, landing, arrival, realReferrer)) return null;
  return replaceGetter(Document.prototype, 'referrer', (native, self, args) => {
    const real: unknown = natives.apply(native, self, args);
    return self === document ? override.value : real;
  });
};
