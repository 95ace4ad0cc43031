// Numbers as a reader writes them. A formatter is costly to make and is kept.

const formatters = new Map<string, Intl.NumberFormat>();

/** The formatter of a locale and these options, which are few. */
export function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = formatters.get(key);
  if (known) return known;
  // A currency is what a plan says it is, so that there may be any number of them.
  if (formatters.size > 100) formatters.clear();
  const made = new Intl.NumberFormat(locale, options);
  formatters.set(key, made);
  return made;
}

/** With at most four decimals. */
export function formatNumber(value: number, locale: string): string {
  return numberFormat(locale, { maximumFractionDigits: 4 }).format(value);
}
