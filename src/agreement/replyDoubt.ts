// The words that make an approval a smaller one, somebody else's, or one that is taken back, in seven languages. Knows clauses, and no decision itself.
import type { Clause } from './replyClauses';
import { strongConditions } from './replyWords';

const set = (words: string) => new Set(words.split(/\s+/));

/** In the sentence of an approval they leave a part of it out or tie it to something. */
const limits = set(
  `except excepting excluding exception exceptions conditional conditionally condition conditions caveat caveats reservation
  reservations partially partly almost nearly principle hopefully understanding apart otherwise none tentatively provisionally without only
  ausser ausgenommen ausnahme bedingung bedingungen voraussetzung voraussetzungen vorbehalt vorbehalte teilweise fast beinahe
  grundsatzlich prinzipiell prinzip eingeschrankt einschrankung einschrankungen vorlaufig ohne nur
  sauf excepte hormis reserve reserves partiellement presque principe provisoirement sans seulement uniquement
  excepto salvo condicion condiciones reserva reservas parcialmente casi principio provisionalmente sin solo solamente
  eccetto tranne condizione condizioni riserva parzialmente quasi patto senza soltanto
  behalve uitgezonderd voorwaarde voorwaarden voorbehoud gedeeltelijk bijna zonder alleen
  exceto condicao condicoes ressalva ressalvas quase sem apenas`,
);

/** Beside an approval or behind it they take it back. */
const retractions = set(
  `withdraw withdrawn revoke revoked retract mistake disregard ignore widerrufe widerrufen irrtum versehen zuruckgenommen
  retire annule erreur ignorez revoco retiro error ignoren revoca errore ritiro intrek vergissing retrocedo engano`,
);

/** Before an approval they tell of one, or ask for one. */
const told = set(
  `whether wonder wondering said says wrote write reply answer asked told he she they anybody anyone fwd fw wg rv
  ob sagt sagte schrieb schreiben antworten antworte er dit disait ecrit ecrire repondre repondez il elle
  dijo dice escribio escribir responda responder el ella disse ha-detto zei schreef antwoord`,
);

const asks = set('has have did does was were who when');

const part = new RegExp(
  [
    String.raw`\b(with|mit|avec|con|com|met)( [\p{L}\p{N}]+){0,3} (changes|anderungen|aenderungen|modifications|changements|cambios|modifiche|wijzigingen|alteracoes|corrections|korrekturen)\b`,
    String.raw`\bbis auf\b|\bas soon as\b|\bother than\b|\btake (it )?back\b|\bnehme .*zuruck\b`,
    String.raw`\b(akkoord|goedgekeurd|goed|goedkeuring) (.* )?als\b`,
    String.raw`\b(approv|accett|aprov|aceit)[a-z]* (.* )?se\b`,
  ].join('|'),
  'u',
);

/** Where a clause behind the decision begins so, the decision is not the last word. */
const secondThought =
  /^((but|however|sorry|oh|aber|mais|pero|ma|maar|mas|please|bitte) )*(wait|hold on|stop|on second thought|(this |that |it )?only (holds|counts|applies)|one condition|condition|warte|moment|halt|eine bedingung|attendez|attends|une condition|espera|espere|una condicion|aspetta|una condizione|wacht|een voorwaarde|espere|uma condicao)\b/;

const noAlone = set('no not nope nein nicht non pas nee niet nao');

/** The words of a clause that belong to no phrase, empty texts in the place of the others. */
export type FreeWords = (clause: Clause) => readonly string[];

/** Whether it is tied to something or leaves something out; `sentence` are the clauses beside it. */
export function isLimited(clause: Clause, sentence: readonly Clause[], free: FreeWords): boolean {
  const found = [clause, ...sentence].some((each) =>
    free(each).some((word) => limits.has(word) || retractions.has(word)),
  );
  return found || part.test(wordsOf(clause));
}

/** Whether it tells of a decision, or asks for one: `before` is the clause in front of it. */
export function isTold(clause: Clause, at: number, before: Clause | undefined): boolean {
  const own = clause.tokens.slice(0, at);
  const head = own[0];
  if (head?.kind === 'word' && at > 1 && asks.has(head.text)) return true;
  if (own.some(({ kind, text }) => kind === 'word' && told.has(text))) return true;
  const last = before?.sentence === clause.sentence ? before.tokens.at(-1) : undefined;
  return at === 0 && last?.kind === 'word' && told.has(last.text);
}

/** Whether a clause somewhere behind the decision takes it back. */
export function takesBack(clause: Clause): boolean {
  const words = wordsOf(clause);
  if (isNoAlone(clause) || secondThought.test(words) || strongConditions.test(words)) return true;
  return clause.tokens.some(({ text }) => retractions.has(text));
}

/** "Not", and nothing else between two marks. */
export function isNoAlone({ tokens: [first, second] }: Clause): boolean {
  return first?.kind === 'word' && second === undefined && noAlone.has(first.text);
}

/** An empty box to tick is no decision; as many characters as before, so that places stay. */
export function emptyBoxesDenied(text: string): string {
  return text.replace(/\[ ?\]|\( ?\)|[☐□]/g, (box) => (box.length > 2 ? 'nor' : box.length > 1 ? 'ne' : 'n'));
}

/** The first words are enough. */
function wordsOf({ tokens }: Clause): string {
  return tokens
    .slice(0, 40)
    .filter(({ kind }) => kind === 'word')
    .map(({ text }) => text)
    .join(' ');
}
