/** The number that a person has typed; NaN for anything else, also for nothing. */
export function numberFrom(typed: string): number {
  return /^[+-]?\d+(\.\d+)?$/.test(typed.trim()) ? Number(typed) : Number.NaN;
}
