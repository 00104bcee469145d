import type { NamedParameter } from '../../../model/scenarios/scenario.ts';
import { documentNatives } from '../documentNatives.ts';

/** The value of one parameter, as the page has it now; null if it cannot be read. */
function read({ source }: NamedParameter): string | null {
  switch (source.from) {
    case 'typed':
      return source.value;
    case 'address':
      return new URL(location.href).searchParams.get(source.parameter);
    case 'element':
      try {
        const element = documentNatives.querySelector(document, source.selector);
        return element && documentNatives.textContent(element);
      } catch {
        // Not a CSS selector.
        return null;
      }
  }
}

/** The parameters that can be read now, trimmed, by name. */
export function readParameters(
  parameters: readonly NamedParameter[],
): Readonly<Record<string, string>> {
  const values: Record<string, string> = {};
  for (const parameter of parameters) {
    const value = read(parameter)?.trim();
    if (value) values[parameter.name] = value.slice(0, 500);
  }
  return values;
}
