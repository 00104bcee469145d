import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brokenLinks } from './broken.mjs';
import { escapeHtml, fillIn, inlineScript, linkedScript } from './html.mjs';
import { navigation } from './navigation.mjs';
import { latecomer, snippet } from './snippet.mjs';

const siteFolder = join(import.meta.dirname, '../site');
const defaultCaseId = 'CAS-01042-X7Y2';

/** @param {string} file */
const read = (file) => readFileSync(join(siteFolder, file), 'utf8');

/**
 * @param {ReturnType<typeof import('./pages.mjs').findPage> & {
 *   url: URL,
 *   switches: ReturnType<typeof import('./switches.mjs').readSwitches>,
 *   nonce: string,
 * }} request
 */
export function composePage({ page, own, otherVariant, prefix, url, switches, nonce }) {
  /** @param {string} file */
  const inline = (file) => inlineScript(read(file), nonce);
  /** A script of the site's own code. @param {string} file */
  const ownScript = (file) =>
    switches.linksScripts ? linkedScript(`/${file}`, nonce) : inline(file);
  const hasTrigger = own && page.trigger !== undefined;
  const content = fillIn(read(`pages/${page.fragment}.html`), {
    prefix,
    nonce,
    title: page.title,
    brokenLinks,
    caseId: escapeHtml(url.searchParams.get('caseId') || defaultCaseId),
  });
  return fillIn(read('layout.html'), {
    title: page.title,
    prefix,
    content,
    ...navigation(prefix, url.pathname),
    firstScript: switches.reveal ? inline('reveal.js') : '',
    ownScripts:
      (hasTrigger
        ? ownScript('triggers/offer-chat.js') + ownScript(`triggers/${page.trigger}.js`)
        : '') + (page.broken ? ownScript(`broken/${page.broken}.js`) : ''),
    variant: variantOf({ own, hasTrigger, isBroken: page.broken !== undefined }),
    otherVariantLink: escapeHtml(otherVariant + url.search),
    otherVariant: own ? 'Same page without own code' : 'Same page with own code',
    widget: widgetMarkup(page, switches, nonce),
  });
}

/** What a page says of its own trigger code. @param {{ own: boolean, hasTrigger: boolean, isBroken: boolean }} page */
function variantOf({ own, hasTrigger, isBroken }) {
  if (isBroken) return 'with a fault in its own trigger code';
  if (hasTrigger) return 'with the site’s own trigger code';
  return own ? 'this page has no trigger code of its own' : 'without own trigger code';
}

/**
 * @param {import('./pages.mjs').Page} page
 * @param {ReturnType<typeof import('./switches.mjs').readSwitches>} switches
 * @param {string} nonce
 */
function widgetMarkup(
  { widgetFolder },
  { widget, widgetAfter, preChatSurvey, refusesWidget },
  nonce,
) {
  const markup = snippet(refusesWidget ? '' : nonce, preChatSurvey, widgetFolder);
  if (widget === 'none') return '';
  return widget === 'late' ? latecomer(markup, read('late-widget.js'), widgetAfter, nonce) : markup;
}
