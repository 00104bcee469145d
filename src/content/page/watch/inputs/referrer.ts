import { watchGetter } from './watchGetter.ts';

export const referrer = watchGetter('referrer', Document.prototype, 'referrer');
