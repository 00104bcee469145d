import { watchGetter } from './watchGetter.ts';

export const cookies = watchGetter('cookies', Document.prototype, 'cookie');
