/** The style of evidence as a web page. Its policy allows this one to the letter. */
export const EVIDENCE_STYLE = `
body { max-width: 1000px; margin: 24px auto; padding: 0 16px; font: 15px/1.5 system-ui, sans-serif; }
h1, h2, h3 { line-height: 1.25; }
h2 { margin-top: 32px; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 4px 16px; }
dt { color: GrayText; }
dd, dt { margin: 0; min-width: 0; overflow-wrap: anywhere; white-space: pre-wrap; }
img { max-width: 100%; border: 1px solid GrayText; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: 4px 12px 4px 0; border-bottom: 1px solid GrayText; text-align: start; vertical-align: top; overflow-wrap: anywhere; }
time, code { font-family: ui-monospace, monospace; font-size: 13px; }
`;

/** The SHA-256 of the style, as https://www.w3.org/TR/CSP3/#grammardef-hash-source writes it; a test keeps it right. */
export const EVIDENCE_STYLE_HASH = 'sha256-r8sVlkCP7L+OK0OYWuCUsd5pz7ndLCIPnOMzGsuaNds=';
