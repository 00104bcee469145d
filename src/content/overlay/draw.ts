/** An element as it is to be: its texts and attributes, all of them. */
export interface Part {
  readonly tag: keyof HTMLElementTagNameMap;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly content?: string | readonly Part[];
}

/** Makes the elements in `parent` the parts; those of the right kind stay, so that only what differs is read out anew. */
export function draw(parent: Element, parts: readonly Part[]): void {
  parts.forEach((part, index) => {
    const present = parent.children[index];
    const element =
      present?.localName === part.tag ? present : parent.ownerDocument.createElement(part.tag);
    if (present === undefined) parent.append(element);
    else if (present !== element) present.replaceWith(element);
    drawOne(element, part);
  });
  for (const left of [...parent.children].slice(parts.length)) left.remove();
}

function drawOne(element: Element, { attributes = {}, content = '' }: Part): void {
  for (const name of element.getAttributeNames())
    if (!Object.hasOwn(attributes, name)) element.removeAttribute(name);
  for (const [name, value] of Object.entries(attributes))
    if (element.getAttribute(name) !== value) element.setAttribute(name, value);
  if (typeof content === 'string') {
    if (element.textContent !== content || element.children.length > 0)
      element.textContent = content;
    return;
  }
  if (element.children.length === 0) element.textContent = '';
  draw(element, content);
}
