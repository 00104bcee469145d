/** HTML that is safe to write: nothing but `markup` makes it. */
export class Markup {
  readonly html: string;
  constructor(html: string) {
    this.html = html;
  }
}

type Value = string | Markup | readonly Markup[];

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function htmlOf(value: Value): string {
  if (typeof value === 'string')
    return value.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
  if (value instanceof Markup) return value.html;
  return value.map(htmlOf).join('');
}

/** Writes HTML: whatever text is put into the template is only text there, in an element or a quoted attribute. */
export const markup = (template: TemplateStringsArray, ...values: readonly Value[]): Markup =>
  new Markup(String.raw({ raw: template }, ...values.map(htmlOf)));
