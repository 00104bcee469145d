/** How long a browser may take until it reads what is saved, in ms: it may first ask the tester where to. */
const READ_WITHIN = 600_000;

/** Hands a text to the browser to be saved as a file, as a link for download does. */
export function saveFile(name: string, type: string, content: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), READ_WITHIN);
}

/** A file name that any system takes: `trigger-simulator shop.example 2026-12-24T18-00-00Z.json`. */
export function fileName(address: string, at: number, extension: string): string {
  const host = URL.canParse(address) ? new URL(address).hostname.replaceAll(/[^\w.-]/g, '') : '';
  const instant = new Date(at)
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replaceAll(':', '-');
  return `trigger-simulator ${host} ${instant}.${extension}`.replace(/ {2,}/g, ' ');
}
