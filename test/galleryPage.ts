/** The name of the page in the staging site's gallery that has the fault of a rule. */
export const galleryPage = (rule: string): string =>
  rule.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
