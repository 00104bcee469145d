/**
 * What a test asks of a page through its address.
 * @param {URLSearchParams} query
 */
export function readSwitches(query) {
  const after = Number(query.get('after') ?? 3000);
  return {
    /** Whether the widget's snippet is in the page, absent, or inserted by script some time after load. */
    widget: query.get('widget') ?? 'present',
    widgetAfter: Number.isFinite(after) && after >= 0 ? after : 3000,
    preChatSurvey: query.get('survey') === '1',
    strictCsp: query.get('csp') === 'strict',
    /** Whether the site's own code is in files of its own, not in the HTML. */
    linksScripts: query.get('scripts') === 'linked',
    /** Whether the page's policy refuses the widget's script. */
    refusesWidget: query.get('csp') === 'no-widget',
    /** How long browsers may keep the page, in seconds; null for not at all. */
    maxAge: /^\d{1,9}$/.test(query.get('keep') ?? '') ? Number(query.get('keep')) : null,
    /** Whether the first script of the page records what it saw. */
    reveal: query.get('reveal') === '1',
  };
}
