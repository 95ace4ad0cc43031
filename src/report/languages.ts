// The languages a summary, a request or an invoice can be in, whatever language its writer's editor is in. Knows no file: the tables are handed in.
import { fillIn, type Say, sayer } from '../base/message';
import { formatNumber } from '../base/numbers';

export const summaryLanguages = ['en', 'de', 'fr', 'es'] as const;
export type SummaryLanguage = (typeof summaryLanguages)[number];

interface LanguageFacts {
  /** In the language itself. */
  readonly name: string;
  /** BCP 47, for dates and amounts: fixed, so that the same plan gives the same text in every editor. */
  readonly locale: string;
}

const facts: Readonly<Record<SummaryLanguage, LanguageFacts>> = {
  en: { name: 'English', locale: 'en-GB' },
  de: { name: 'Deutsch', locale: 'de-DE' },
  fr: { name: 'Français', locale: 'fr-FR' },
  es: { name: 'Español', locale: 'es-ES' },
};

export function languageName(language: SummaryLanguage): string {
  return facts[language].name;
}

export function summaryLocale(language: SummaryLanguage): string {
  return facts[language].locale;
}

/** The language a person who reads this locale most likely wants; English where theirs is not among them. */
export function summaryLanguageFor(locale: string): SummaryLanguage {
  const start = locale.toLowerCase().split(/[-_]/)[0];
  return summaryLanguages.find((language) => language === start) ?? 'en';
}

/** A colon as the language writes it: French puts a blank before it that no line ends at. */
export function colonIn(locale: string): string {
  return locale.startsWith('fr') ? '\u00a0:' : ':';
}

/** English pattern → translation, as in `l10n/summary.de.json`. English needs none. */
export type SummaryTable = ReadonlyMap<string, string>;

/** A table from the text of its file. @throws SyntaxError where the file is broken, which is our own fault. */
export function summaryTable(json: string): SummaryTable {
  return new Map(Object.entries(JSON.parse(json) as Record<string, string>));
}

/** Says messages in a language; numbers and dates as it writes them. What the table lacks is said in English. */
export function summarySay(language: SummaryLanguage, table: SummaryTable = new Map()): Say {
  const locale = summaryLocale(language);
  return sayer(locale, (text, args) => {
    const shown = Object.entries(args).map(([name, value]) => [
      name,
      typeof value === 'number' ? formatNumber(value, locale) : value,
    ]);
    return fillIn(table.get(text) ?? text, Object.fromEntries(shown));
  });
}
