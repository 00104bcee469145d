import * as natives from '../../natives.ts';
import { replaceMethod, undoAll } from '../../patches.ts';
import { serviceAddress } from '../serviceAddress.ts';
import type { WatchLog } from '../watchLog.ts';
import { watchNatives } from '../watchNatives.ts';
import type { Input } from './input.ts';

/** fetch: what it gives is as it was, told of on the way. */
const watchFetch = (log: WatchLog) =>
  replaceMethod(globalThis, 'fetch', (native, self, args) => {
    const answer: unknown = natives.apply(native, self, args);
    const address = serviceAddress(args[0]);
    const use = address && log.use('location service', { what: 'fetch', argument: address });
    if (!use || !(answer instanceof natives.Promise)) return answer;
    return watchNatives.afterwards(
      answer,
      (response) => {
        use.read(response instanceof Response ? watchNatives.responseStatus(response) : null);
        return response;
      },
      (error) => {
        use.read('failed');
        throw error;
      },
    );
  });

const watchXhr = (log: WatchLog) => {
  // As the page is told it now: the answer may be that of an override.
  const status = natives.getOwnPropertyDescriptor(XMLHttpRequest.prototype, 'status')?.get;
  return replaceMethod(XMLHttpRequest.prototype, 'open', (native, self, args) => {
    const opened: unknown = natives.apply(native, self, args);
    const address = serviceAddress(args[1]);
    const use = address && log.use('location service', { what: 'open', argument: address });
    if (use && self instanceof XMLHttpRequest) {
      const ended = () => {
        natives.removeEventListener(self, 'loadend', ended);
        use.read((status && natives.apply(status, self, [])) || 'failed');
      };
      natives.addEventListener(self, 'loadend', ended);
    }
    return opened;
  });
};

/** Services on the web that tell where somebody is. Of those that a script element asks nobody can tell by whose code. */
export const locationServices: Input = (log) => undoAll([watchFetch(log), watchXhr(log)]);
