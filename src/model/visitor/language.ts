/** The languages that a browser tells for a visitor whose first is this BCP 47 tag: of de-AT also de. */
export function languagesOf(tag: string): readonly string[] {
  const [first = tag] = Intl.getCanonicalLocales(tag);
  const { language } = new Intl.Locale(first);
  return language === first ? [first] : [first, language];
}

/** The Accept-Language header of that visitor: https://httpwg.org/specs/rfc9110.html#field.accept-language */
export const acceptLanguage = (tag: string): string =>
  languagesOf(tag)
    .map((language, index) => (index === 0 ? language : `${language};q=0.9`))
    .join(',');
