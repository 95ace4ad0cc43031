// The three words with which a request asks to be answered, in the language it is written in. The reader of replies knows each of them.

export interface AnswerWords {
  readonly approved: string;
  readonly changes: string;
  readonly rejected: string;
}

const english: AnswerWords = { approved: 'APPROVED', changes: 'CHANGES', rejected: 'REJECTED' };

export const answerWordsByLanguage: Readonly<Record<string, AnswerWords>> = {
  en: english,
  de: { approved: 'FREIGEGEBEN', changes: 'ÄNDERUNGEN', rejected: 'ABGELEHNT' },
  fr: { approved: 'APPROUVÉ', changes: 'MODIFICATIONS', rejected: 'REFUSÉ' },
  es: { approved: 'APROBADO', changes: 'CAMBIOS', rejected: 'RECHAZADO' },
  it: { approved: 'APPROVATO', changes: 'MODIFICHE', rejected: 'RIFIUTATO' },
  nl: { approved: 'AKKOORD', changes: 'WIJZIGINGEN', rejected: 'AFGEWEZEN' },
  pt: { approved: 'APROVADO', changes: 'ALTERAÇÕES', rejected: 'REJEITADO' },
};

/** `locale` is BCP 47; for a language without words of its own, the English ones. */
export function answerWords(locale: string): AnswerWords {
  const language = locale.toLowerCase().split(/[-_]/)[0] ?? '';
  return Object.hasOwn(answerWordsByLanguage, language) ? (answerWordsByLanguage[language] ?? english) : english;
}
