import type { PageSimulation } from '../model/simulation.ts';
import { isNumber } from './guards.ts';
import { isPageSimulation } from './pageGuards.ts';

/** The metric of the Server-Timing header that carries a tab's simulation to its documents. */
export const METRIC = 'trigger-simulator';

/** The key under which a document leaves its simulation for the next one of its tab and origin. */
export const STORAGE_KEY = 'trigger-simulator';

/** What a document leaves behind for the next one, for responses that carry no header. */
export interface Handover {
  /** When it was written, in ms since 1970. */
  readonly at: number;
  readonly simulation: PageSimulation;
}

/** JSON as base64url, which fits into a quoted header value whatever the JSON says: https://datatracker.ietf.org/doc/html/rfc4648#section-5 */
export function encode(value: PageSimulation): string {
  const bytes = new TextEncoder().encode(JSON.stringify(value));
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** What `encode` wrote; null for anything else. */
export function decode(encoded: string): PageSimulation | null {
  try {
    const binary = atob(encoded.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return isPageSimulation(value) ? value : null;
  } catch {
    return null;
  }
}

/** A handover as its document wrote it; null for anything else. */
export function parseHandover(json: string): Handover | null {
  try {
    const value: unknown = JSON.parse(json);
    if (typeof value !== 'object' || value === null) return null;
    if (!('at' in value) || !isNumber(value.at)) return null;
    if (!('simulation' in value) || !isPageSimulation(value.simulation)) return null;
    return { at: value.at, simulation: value.simulation };
  } catch {
    return null;
  }
}
