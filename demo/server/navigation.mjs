const shop = [
  ['/product', 'Slate 13'],
  ['/sale', 'Sale'],
  ['/community', 'Community'],
  ['/faq', 'FAQ'],
  ['/app', 'Account'],
  ['/cart', 'Cart'],
];

const support = [
  ['/knowledge-base', 'Knowledge base'],
  ['/support/case?caseId=CAS-01042-X7Y2', 'Your support case'],
  ['/shipping', 'Shipping'],
  ['/faq', 'Frequently asked questions'],
];

/**
 * @param {string} prefix of the variant in which the links stay
 * @param {string} pathname of the page that shows them
 */
export function navigation(prefix, pathname) {
  /** @param {string[][]} links */
  const items = (links) =>
    links.map(([path = '', label = '']) => {
      const href = prefix + path;
      const current = href.split('?')[0] === pathname ? ' aria-current="page"' : '';
      return `<li><a href="${href}"${current}>${label}</a></li>`;
    });
  return { shopLinks: items(shop).join(''), supportLinks: items(support).join('') };
}
