import type { Cookie } from './loan.ts';

/*
 * Which cookies belong to a page, by the rules of https://httpwg.org/specs/rfc6265.html#storage-model
 */

const withoutDot = (domain: string) => domain.replace(/^\./, '');

/** Whether a cookie belongs to a host, on whatever path. */
export function isOfHost({ domain, hostOnly }: Cookie, host: string): boolean {
  const own = withoutDot(domain);
  return own === host || (!hostOnly && host.endsWith(`.${own}`));
}

/** Whether a cookie is in the jar of pages that are open at this site themselves, and not in frames of others. */
export function isFirstParty({ partitionKey }: Cookie, page: string): boolean {
  if (!partitionKey?.topLevelSite) return true;
  if (!URL.canParse(partitionKey.topLevelSite)) return false;
  const top = new URL(partitionKey.topLevelSite);
  const { protocol, hostname } = new URL(page);
  return (
    top.protocol === protocol &&
    // A site is a registrable domain, of which the page's host may be a part.
    (hostname === top.hostname || hostname.endsWith(`.${top.hostname}`))
  );
}

/** Browsers trust their own machine without https: https://w3c.github.io/webappsec-secure-contexts/#is-origin-trustworthy */
const isOwnMachine = (hostname: string): boolean =>
  /^(127\.\d+\.\d+\.\d+|\[::1\]|(.+\.)?localhost)$/.test(hostname);

/** Whether a cookie of a page's host is sent with a request for the page: https://httpwg.org/specs/rfc6265.html#cookie-path */
export function isSentTo({ path, secure }: Cookie, page: string): boolean {
  const { pathname, protocol, hostname } = new URL(page);
  const isPathMatch =
    pathname === path ||
    (pathname.startsWith(path) && (path.endsWith('/') || pathname[path.length] === '/'));
  return isPathMatch && (!secure || protocol === 'https:' || isOwnMachine(hostname));
}

/** The path that a cookie gets when the page sets it without saying one. */
export const defaultPath = (page: string): string =>
  new URL(page).pathname.replace(/\/[^/]*$/, '') || '/';
