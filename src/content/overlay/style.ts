import theme from '../../theme.css?inline';

/** The colours are the popup's; sizes are in pixels, because all others are the page's. */
export const STYLE = `
  ${theme.replaceAll(':root', ':host')}

  /* Nothing that the page says of its elements holds for this one. */
  :host {
    all: initial !important;
    color-scheme: light dark !important;
    position: fixed !important;
    inset: 0 auto auto 0 !important;
    width: 0 !important;
    height: 0 !important;
  }

  *, *::before { box-sizing: border-box; }
  p, ul { margin: 0; padding: 0; }
  ul { display: grid; gap: 8px; list-style: none; }

  section {
    position: fixed;
    /* Opposite the widget, which is on the right in every language. */
    inset: auto auto 20px 20px;
    width: 340px;
    max-width: calc(100vw - 8px);
    max-height: calc(100vh - 8px);
    margin: 0;
    padding: 0 0 12px;
    overflow: auto;
    border: 1px solid var(--line-strong);
    border-radius: 12px;
    background: var(--surface);
    color: var(--text);
    font: 15px/1.4 -apple-system, BlinkMacSystemFont, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", system-ui, sans-serif;
    text-align: start;
    overflow-wrap: anywhere;
    box-shadow: 0 8px 30px rgb(0 0 0 / 28%);
  }

  header {
    position: sticky;
    top: 0;
    display: flex;
    border-bottom: 1px solid var(--line);
    background: var(--sunken);
  }
  button {
    min-height: 32px;
    padding: 4px 12px;
    border: 0;
    border-radius: 11px;
    background: none;
    color: inherit;
    font: inherit;
  }
  .handle {
    flex: 1;
    font-size: 13.5px;
    font-weight: 600;
    text-align: start;
    cursor: move;
    touch-action: none;
  }
  .close { min-width: 40px; cursor: pointer; }
  .close:hover { background: var(--line); }
  button:focus-visible, section:focus-visible { outline: 2px solid var(--accent); outline-offset: -3px; }

  [data-part] { display: grid; gap: 8px; padding: 10px 14px 0; }
  [data-part] + [data-part]:not(:empty) { margin-top: 10px; border-top: 1px solid var(--line); }
  [data-part]:empty { display: none; }
  [data-part="invite"] { gap: 4px; }

  .chips { display: flex; flex-wrap: wrap; gap: 6px; }
  .chip, .pill {
    padding: 1px 10px;
    border: 1px solid transparent;
    border-radius: 999px;
    font-size: 13.5px;
  }
  .chip { background: var(--accent-soft); color: var(--accent-text); }
  .clock { color: var(--muted); font-size: 13.5px; font-variant-numeric: tabular-nums; }

  .titled { display: flex; align-items: baseline; justify-content: space-between; gap: 10px; }
  .title { font-weight: 600; }
  .pill, .state { flex: none; font-size: 13.5px; font-variant-numeric: tabular-nums; white-space: nowrap; }
  .why { color: var(--muted); font-size: 13.5px; }
  .told { font-weight: 500; }

  .good { color: var(--good); }
  .waiting { color: var(--waiting); }
  .bad { color: var(--bad); }
  .pill.good { background: var(--good-soft); }
  .pill.waiting { background: var(--waiting-soft); }
  .pill.bad { background: var(--bad-soft); }
  .pill.quiet { border-color: var(--line); background: var(--sunken); }

  progress {
    display: block;
    width: 100%;
    height: 4px;
    margin-top: 4px;
    border: 0;
    border-radius: 2px;
    background: var(--line);
    appearance: none;
  }
  progress::-webkit-progress-bar { border-radius: 2px; background: var(--line); }
  progress::-webkit-progress-value { border-radius: 2px; background: var(--waiting); }
  progress::-moz-progress-bar { border-radius: 2px; background: var(--waiting); }

  @media (forced-colors: active) {
    .chip, .pill { border-color: currentColor; }
    progress { border: 1px solid CanvasText; }
    progress::-webkit-progress-value { background: Highlight; forced-color-adjust: none; }
    progress::-moz-progress-bar { background: Highlight; forced-color-adjust: none; }
  }
`;
