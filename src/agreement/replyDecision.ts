// Finds the decision in what a client wrote, in several languages. Says nothing rather than something that was not meant.
import type { Approval } from '../model/plan';

export interface FoundDecision {
  readonly decision: Approval['decision'];
  /** Where its first words stand. */
  readonly first: { readonly from: number; readonly to: number };
}

type Decision = Approval['decision'];

/** Longer phrases come first: "not approved" is no approval. All in lower case. */
const phrases: readonly (readonly [Decision, readonly string[]])[] = [
  [
    'changes-requested',
    [
      'approved with changes',
      'approve with changes',
      'changes requested',
      'change requested',
      'request changes',
      'requesting changes',
      'needs changes',
      'needs work',
      'please change',
      'please revise',
      'not yet approved',
      'änderungen gewünscht',
      'änderungen nötig',
      'änderungswünsche',
      'bitte ändern',
      'bitte überarbeiten',
      'noch nicht freigegeben',
      'modifications demandées',
      'changements demandés',
      'à modifier',
      'veuillez modifier',
      'merci de modifier',
      'cambios solicitados',
      'solicito cambios',
      'por favor cambien',
      'por favor cambie',
      'modifiche richieste',
      'wijzigingen gevraagd',
    ],
  ],
  [
    'rejected',
    [
      'not approved',
      'do not approve',
      "don't approve",
      'cannot approve',
      "can't approve",
      'can not approve',
      'will not approve',
      "won't approve",
      'not accepted',
      'cannot accept',
      "can't accept",
      'do not accept',
      "don't accept",
      'rejected',
      'reject',
      'declined',
      'decline',
      'not agreed',
      'do not agree',
      "don't agree",
      'disapproved',
      'nicht freigegeben',
      'nicht genehmigt',
      'nicht einverstanden',
      'keine freigabe',
      'abgelehnt',
      'lehne ab',
      'lehnen ab',
      'lehne ich ab',
      'lehnen wir ab',
      'nicht akzeptiert',
      'pas approuvé',
      'non approuvé',
      "n'approuve pas",
      "n'approuvons pas",
      'refusé',
      'rejeté',
      'pas d’accord',
      "pas d'accord",
      'je refuse',
      'nous refusons',
      'no aprobado',
      'no apruebo',
      'no aprobamos',
      'rechazado',
      'rechazo',
      'rechazamos',
      'no estoy de acuerdo',
      'no estamos de acuerdo',
      'non approvato',
      'rifiutato',
      'niet akkoord',
      'afgekeurd',
      'não aprovado',
      'rejeitado',
    ],
  ],
  [
    'approved',
    [
      'approved',
      'i approve',
      'we approve',
      'approve',
      'accepted',
      'i accept',
      'we accept',
      'agreed',
      'i agree',
      'we agree',
      'signed off',
      'sign off',
      'lgtm',
      'looks good to me',
      'go ahead',
      'freigegeben',
      'gebe ich frei',
      'geben wir frei',
      'gebe frei',
      'freigabe erteilt',
      'genehmigt',
      'einverstanden',
      'akzeptiert',
      'passt so',
      'approuvé',
      "j'approuve",
      'nous approuvons',
      'accepté',
      "d'accord",
      'd’accord',
      'bon pour accord',
      'validé',
      'aprobado',
      'apruebo',
      'aprobamos',
      'aceptado',
      'de acuerdo',
      'conforme',
      'approvato',
      'accettato',
      "d'intesa",
      'akkoord',
      'goedgekeurd',
      'aprovado',
    ],
  ],
];

/** Words that make a decision one that is not made, or not made yet, when they stand in its sentence. */
const open =
  /\?|\b(if|once|when|unless|until|before i|wenn|sobald|falls|bevor|si|quand|dès que|avant|cuando|antes de|se|quando|als)\b|\b(not|never|no|nicht|nie|kein|keine|pas|jamais|nunca|non|niet)\b/iu;

/** The decision, where all that is said points to one. */
export function decisionIn(text: string): FoundDecision | undefined {
  const plain = text.toLowerCase();
  // Lower case may be longer than the text in rare scripts; places would not fit then.
  if (plain.length !== text.length) return undefined;
  const covered = new Uint8Array(plain.length);
  const found: FoundDecision[] = [];
  for (const [decision, all] of phrases) {
    for (const phrase of [...all].sort((a, b) => b.length - a.length)) {
      for (let at = plain.indexOf(phrase); at >= 0; at = plain.indexOf(phrase, at + phrase.length)) {
        const to = at + phrase.length;
        if (!isWhole(plain, at, to) || covered[at] === 1 || covered[to - 1] === 1) continue;
        covered.fill(1, at, to);
        if (decision === 'approved' && open.test(sentenceAround(plain, at, to))) return undefined;
        found.push({ decision, first: { from: at, to } });
      }
    }
  }
  found.sort((a, b) => a.first.from - b.first.from);
  const first = found[0];
  return first && found.every(({ decision }) => decision === first.decision) ? first : undefined;
}

const letter = /[\p{L}\p{N}]/u;

function isWhole(text: string, from: number, to: number): boolean {
  return !letter.test(text[from - 1] ?? ' ') && !letter.test(text[to] ?? ' ');
}

/** The sentence without the decision itself. */
function sentenceAround(text: string, from: number, to: number): string {
  const before = Math.max(
    text.lastIndexOf('.', from - 1),
    text.lastIndexOf('!', from - 1),
    text.lastIndexOf('\n', from - 1),
    text.lastIndexOf(',', from - 1),
  );
  const ends = ['.', '!', '\n', ',', '?'].map((sign) => text.indexOf(sign, to)).filter((at) => at >= 0);
  const end = ends.length === 0 ? text.length : Math.min(...ends) + 1;
  return `${text.slice(before + 1, from)} ${text.slice(to, end)}`;
}
