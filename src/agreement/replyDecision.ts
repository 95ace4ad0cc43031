// Finds what was decided in what a client wrote, in several languages. Says nothing rather than something that was not meant.
import type { Approval } from '../model/plan';
import { type Clause, clausesOf, type WordToken } from './replyClauses';
import { emptyBoxesDenied, isLimited, isNoAlone, isTold, takesBack } from './replyDoubt';
import { tokensOf } from './replyTokens';
import { askers, conditions, denials, modals, noes, type Phrase, phrases, strongConditions, yes } from './replyWords';

export type Decision = Approval['decision'];

/** Why words of a decision are none. */
export type Undecided = 'condition' | 'question' | 'contradiction' | 'none';

/** A decision, or words of one that leave it open, or a code, in the order in which they stand in the text. */
export type Event = { readonly from: number; readonly to: number; readonly line: number } & (
  | {
      readonly kind: 'code';
      readonly code: string;
      /** Words in its line besides. */
      readonly words: number;
      /** Whether a clause of its own says something about it that is no decision. */
      readonly aside: boolean;
    }
  | { readonly kind: 'said'; readonly decision: Decision; readonly coded: boolean }
  | { readonly kind: 'open'; readonly why: Undecided; readonly coded: boolean }
);

/** In the order of the text; linear in it. */
export function eventsIn(text: string): readonly Event[] {
  const clauses = clausesOf(tokensOf(emptyBoxesDenied(text)), text);
  const words = wordsByLine(clauses);
  const events: Event[] = [];
  clauses.forEach((clause, at) => {
    const around = { before: clauses[at - 1], after: clauses[at + 1], isTakenBack: () => isTakenBack(clauses, at) };
    const line = words.get(clause.line) ?? [];
    events.push(...eventsOf(clause, around, line));
  });
  return events;
}

/** By what follows until another decision or code: each clause is looked at for one decision only. */
function isTakenBack(clauses: readonly Clause[], at: number): boolean {
  for (let before = at - 1; clauses[before]?.sentence === clauses[at]?.sentence; before--) {
    const clause = clauses[before];
    if (!clause || phrasesIn(clause.tokens).length > 0) break;
    if (isNoAlone(clause)) return true;
  }
  for (let next = at + 1; next < clauses.length; next++) {
    const clause = clauses[next];
    if (!clause || takesBack(clause)) return clause !== undefined;
    if (hasCode(clause.tokens) || phrasesIn(clause.tokens).length > 0) return false;
  }
  return false;
}

function wordsByLine(clauses: readonly Clause[]): ReadonlyMap<number, readonly WordToken[]> {
  const lines = new Map<number, WordToken[]>();
  for (const { line, tokens } of clauses) {
    const known = lines.get(line);
    if (known) known.push(...tokens);
    else lines.set(line, [...tokens]);
  }
  return lines;
}

interface Around {
  readonly before: Clause | undefined;
  readonly after: Clause | undefined;
  readonly isTakenBack: () => boolean;
}

function eventsOf(clause: Clause, around: Around, line: readonly WordToken[]): readonly Event[] {
  const { tokens } = clause;
  const found = phrasesIn(tokens);
  const free = freeWords(tokens, found);
  const aside = found.length === 0 && free.filter((word) => word !== '' && !joins.has(word)).length > wordsBeside;
  const events: Event[] = tokens.flatMap((token) =>
    token.kind === 'code'
      ? [{ kind: 'code', code: token.text, words: countWords(line), aside, ...placeOf(token, token, clause) }]
      : [],
  );
  const coded = events.length > 0;
  for (const { at, phrase } of found) {
    const first = tokens[at];
    const last = tokens[at + phrase.words.length - 1];
    if (!first || !last || phrase.said === 'no-objection') continue;
    if (phrase.said === 'changes' && !isAnswer(clause, at, line)) continue;
    const place = placeOf(first, last, clause);
    const why = openness(phrase, { clause, around, free, at });
    const decision = phrase.said === 'changes' || phrase.said === 'wish' ? 'changes-requested' : phrase.said;
    events.push(why ? { kind: 'open', why, coded, ...place } : { kind: 'said', decision, coded, ...place });
  }
  if (found.length === 0 && isYes(line) && !clause.asks) {
    const place = { coded, ...yesPlace(tokens, clause) };
    events.push(
      around.isTakenBack()
        ? { kind: 'open', why: 'condition', ...place }
        : { kind: 'said', decision: 'approved', ...place },
    );
  }
  const asked = tokens.at(-1);
  // What is asked about a code is no decision, whatever was decided in the line before.
  if (asked && clause.asks && events.every(({ kind }) => kind === 'code') && events.length > 0)
    events.push({ kind: 'open', why: 'question', coded, from: asked.to, to: asked.to, line: clause.line });
  return events.sort((a, b) => a.from - b.from);
}

/** More words than these, besides those that join it to another, say something about the code beside them. */
const wordsBeside = 2;
const joins = new Set(
  'and as well also too the und auch sowie die der das et aussi le la y tambien el e anche en ook'.split(' '),
);

/** Few or many is all that matters. */
function countWords(line: readonly WordToken[]): number {
  return line.slice(0, 20).filter(({ kind }) => kind === 'word').length;
}

interface FoundPhrase {
  readonly at: number;
  readonly phrase: Phrase;
}

/** The words of the clause that are part of no phrase; empty texts in the place of the others. */
function freeWords(tokens: readonly WordToken[], found: readonly FoundPhrase[]): readonly string[] {
  const free = tokens.map(({ kind, text }) => (kind === 'word' ? text : ''));
  for (const { at, phrase } of found) free.fill('', at, at + phrase.words.length);
  return free;
}

/** Nobody decides more often in one clause. */
const mostPhrases = 20;

function phrasesIn(tokens: readonly WordToken[]): readonly FoundPhrase[] {
  const found: FoundPhrase[] = [];
  for (let at = 0; at < tokens.length && found.length < mostPhrases; at++) {
    const token = tokens[at];
    if (token?.kind !== 'word') continue;
    const phrase = phrases
      .get(token.text)
      ?.find(({ words }) => words.every((word, step) => isWord(tokens[at + step], word)));
    if (!phrase) continue;
    found.push({ at, phrase });
    at += phrase.words.length - 1;
  }
  return found;
}

function isWord(token: WordToken | undefined, word: string): boolean {
  return token?.kind === 'word' && token.text === word;
}

const links = new Set([
  'for',
  'to',
  'in',
  'on',
  'at',
  'fur',
  'zu',
  'an',
  'bei',
  'pour',
  'a',
  'sur',
  'para',
  'en',
  'per',
  'voor',
]);

/** "changes" beside a code, or at the head of a line before a colon or alone in it. */
function isAnswer({ tokens, heads }: Clause, at: number, line: readonly WordToken[]): boolean {
  if (tokens[at - 1]?.kind === 'code') return true;
  const next = tokens[at + 1];
  if (next?.kind === 'code') return true;
  if (next?.kind === 'word' && links.has(next.text) && tokens[at + 2]?.kind === 'code') return true;
  const isFirst = at === 0 && (heads || isCode(line, tokens[0]));
  return isFirst && next === undefined;
}

/** Whether what stands before the word in its line is nothing but codes. */
function isCode(line: readonly WordToken[], word: WordToken | undefined): boolean {
  const first = line.slice(0, 20).find(({ kind }) => kind === 'word');
  return first === word && line[0]?.kind === 'code';
}

interface Standing {
  readonly clause: Clause;
  readonly around: Around;
  readonly free: readonly string[];
  readonly at: number;
}

function openness({ said }: Phrase, { clause, around, free, at }: Standing): Undecided | undefined {
  const before = free.slice(0, at);
  if (said === 'changes') return clause.asksItself ? 'question' : undefined;
  if (said === 'wish') return before.some((word) => denials.has(word)) ? 'none' : undefined;
  if (isAsked(clause)) return 'question';
  if (free.some((word) => denials.has(word)) || before.some((word) => modals.has(word))) return 'none';
  if (said !== 'approved') return undefined;
  if (isTold(clause, at, around.before)) return 'none';
  if (isLimited(clause, besideIn(clause, around), freeOf) || around.isTakenBack()) return 'condition';
  return isConditional(clause, around, free) ? 'condition' : undefined;
}

/** The clauses beside it in its sentence that decide nothing themselves. */
function besideIn({ sentence, tokens }: Clause, { before, after }: Around): readonly Clause[] {
  return [before, after].filter((each): each is Clause => {
    if (each === undefined || each.sentence !== sentence || (hasCode(tokens) && hasCode(each.tokens))) return false;
    return phrasesIn(each.tokens).every(({ phrase }) => phrase.said === 'no-objection' || phrase.said === 'changes');
  });
}

function hasCode(tokens: readonly WordToken[]): boolean {
  return tokens.some(({ kind }) => kind === 'code');
}

function freeOf({ tokens }: Clause): readonly string[] {
  return freeWords(tokens, phrasesIn(tokens));
}

function isAsked({ asks, asksItself, tokens }: Clause): boolean {
  const first = tokens.find(({ kind }) => kind === 'word');
  return asksItself || (asks && first !== undefined && askers.has(first.text));
}

function isConditional(clause: Clause, { before, after }: Around, free: readonly string[]): boolean {
  if (free.some((word) => conditions.has(word) && !isMerelyYes(clause, word))) return true;
  if (hasHead(before, clause)) return true;
  return hasHead(after, clause) || (after !== undefined && strongConditions.test(textOf(after)));
}

/** "Si, aprobado": without its accent the Spanish yes looks like the French if. */
function isMerelyYes({ tokens }: Clause, word: string): boolean {
  return word === 'si' && tokens[0]?.text === 'si' && tokens[1]?.text !== undefined && phrases.has(tokens[1].text);
}

const leads = new Set([
  'but',
  'and',
  'only',
  'aber',
  'und',
  'nur',
  'mais',
  'et',
  'seulement',
  'pero',
  'y',
  'solo',
  'ma',
  'maar',
  'as',
]);

function hasHead(other: Clause | undefined, { sentence }: Clause): boolean {
  if (other === undefined || other.sentence !== sentence) return false;
  const words = other.tokens.filter(({ kind }) => kind === 'word');
  const first = words.find(({ text }) => !leads.has(text));
  if (words.length === 1) return first !== undefined && noes.has(first.text);
  return (first !== undefined && conditions.has(first.text)) || strongConditions.test(textOf(other));
}

/** The first words are enough. */
function textOf({ tokens }: Clause): string {
  const words = tokens.slice(0, 8).map(({ text }) => text);
  return words.join(' ');
}

/** Nothing but a yes and codes in the line. */
function isYes(line: readonly WordToken[]): boolean {
  if (line.length > 6 || !line.some(({ kind }) => kind === 'code')) return false;
  const words = line.filter(({ kind }) => kind === 'word');
  return words.length > 0 && words.every(({ text }) => yes.has(text));
}

function yesPlace(tokens: readonly WordToken[], clause: Clause) {
  const word = tokens.find(({ kind }) => kind === 'word') ?? tokens[0];
  return word ? placeOf(word, word, clause) : { from: 0, to: 0, line: clause.line };
}

function placeOf(first: WordToken, last: WordToken, { line }: Clause) {
  return { from: first.from, to: last.to, line };
}
