import { iso1A2Code } from '@rapideditor/country-coder';
import type { Country } from '../model/facts.ts';

const names = new Intl.DisplayNames('en', { type: 'region' });

/** The country or territory at a position in degrees, found offline; `outside` on the high seas. */
export function countryAt(latitude: number, longitude: number): Country | 'outside' {
  const code = iso1A2Code([longitude, latitude], { level: 'territory' });
  return code === null ? 'outside' : { name: names.of(code) ?? code, code };
}
