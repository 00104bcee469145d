/** @type {Record<string, string>} */
const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** @param {string} text */
export function escapeHtml(text) {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/**
 * Puts values where a template has {{name}}.
 * @param {string} template
 * @param {Record<string, string>} values
 */
export function fillIn(template, values) {
  return template.replace(/\{\{(\w+)\}\}/g, (_, name) => {
    const value = values[name];
    if (value === undefined) throw new Error(`The template names an unknown value: ${name}`);
    return value;
  });
}

/**
 * @param {string} address
 * @param {string} nonce
 */
export const linkedScript = (address, nonce) =>
  `<script nonce="${nonce}" src="${address}"></script>\n`;

/**
 * @param {string} source
 * @param {string} nonce
 * @param {Record<string, string>} [attributes]
 */
export function inlineScript(source, nonce, attributes = {}) {
  const written = Object.entries({ nonce, ...attributes }).map(
    ([name, value]) => ` ${name}="${value}"`,
  );
  return `<script${written.join('')}>\n${source}</script>\n`;
}
