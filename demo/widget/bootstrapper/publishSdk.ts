import { isRecord } from '../protocol/records.ts';
import type { LiveChatSdk } from './sdk.ts';

/** Puts the SDK where pages look for it, beside whatever else they keep under `Microsoft`. */
export function publishSdk(sdk: LiveChatSdk): void {
  const widgetNamespace = ['Microsoft', 'Omnichannel', 'LiveChatWidget'].reduce(namespace, window);
  Reflect.set(widgetNamespace, 'SDK', sdk);
}

function namespace(parent: object, name: string): object {
  const existing: unknown = Reflect.get(parent, name);
  if (isRecord(existing)) return existing;
  const created = {};
  Reflect.set(parent, name, created);
  return created;
}
