// Reads what a client wrote back: the decisions, the codes of what they are about, what else was said and who said it. Knows no plan; nothing is recorded from here.
import { type Decision, eventsIn, type Undecided } from './replyDecision';
import { type Decided, decidedIn } from './replyJoin';
import { partsOf, type ReplyParts } from './replyParts';
import { codesIn } from './replyTokens';
import { type Writer, writerOf } from './replyWriter';

export interface Reply {
  /** One for each decision that was made, at least one. */
  readonly statements: readonly Statement[];
  /** Who wrote it, where the mail tells. */
  readonly writer?: Writer;
}

export interface Statement {
  /** Absent where the text says none, or says it in a way that could mean two. */
  readonly decision?: Decision;
  /** Why it is absent. */
  readonly why?: Undecided;
  /** Short codes, each once, in the order in which they stand there; those of quoted text only where the answer itself has none. */
  readonly codes: readonly string[];
  /** What was written besides decision and codes; empty without. */
  readonly note: string;
  /** Whether the codes stand only in what is quoted. */
  readonly quoted: boolean;
}

/** Characters that are read. */
const longest = 1_000_000;
/** Of words of one's own: more than a person writes, and therefore nothing that is decided here. */
const longestOwn = 100_000;
const longestNote = 4_000;

/** Linear in the text, of which no more than the first million characters are read. */
export function readReply(text: string): Reply {
  const parts = partsOf(text.slice(0, longest));
  const own = parts.own === '' ? answerInSubject(parts) : parts.own;
  const decided = own.length > longestOwn ? tooLong : decidedIn(eventsIn(own));
  const writer = writerOf(parts.from, parts.farewell);
  const statements = decided.map((each, at) => statementOf(each, own, rangeOf(decided, at, own), parts));
  return { statements, ...(writer ? { writer } : {}) };
}

const tooLong: readonly Decided[] = [{ why: 'none', codes: [], from: 0, to: 0 }];

/** A mail may be nothing but its subject; one that repeats ours is no answer. */
function answerInSubject({ subject }: ReplyParts): string {
  return subject === undefined || /^(re|aw|sv|rv|tr|wg|fwd?|antw|r|rép) ?:/i.test(subject) ? '' : subject;
}

interface Range {
  readonly from: number;
  readonly to: number;
}

/** What belongs to one of several decisions reaches from its first word to that of the next; one alone has all there is. */
function rangeOf(all: readonly Decided[], at: number, own: string): Range {
  const to = all[at + 1]?.from ?? own.length;
  return all.length === 1 ? { from: 0, to } : { from: all[at]?.from ?? 0, to };
}

function statementOf(decided: Decided, own: string, range: Range, parts: ReplyParts): Statement {
  const inQuote = decided.codes.length === 0 ? quotedCodes(parts) : [];
  return {
    ...(decided.decision === undefined ? {} : { decision: decided.decision }),
    ...(decided.why === undefined ? {} : { why: decided.why }),
    codes: inQuote.length > 0 ? inQuote : decided.codes,
    note: noteOf(own.slice(range.from, Math.min(range.to, longestOwn)), decided.why === undefined),
    quoted: inQuote.length > 0,
  };
}

function quotedCodes({ quoted, subject = '' }: ReplyParts): readonly string[] {
  const found = codesIn(quoted.length > 0 ? quoted : subject).map(({ code }) => code);
  return [...new Set(found.length > 0 ? found : codesIn(subject).map(({ code }) => code))].slice(0, 100);
}

/** Without a decision at its very beginning and without codes. */
function noteOf(own: string, isDecided: boolean): string {
  const text = own.slice(0, longestNote * 2);
  const events = eventsIn(text);
  const first = events.find(({ kind }) => kind === 'said');
  const leads = events.filter((each) => each.kind === 'code' && first !== undefined && each.to <= first.from);
  const isHead = first !== undefined && isDecided && without(text.slice(0, first.from), leads, 0).trim() === '';
  const start = isHead ? first.to : 0;
  return without(
    text.slice(start),
    events.filter((each) => each.kind === 'code' && each.from >= start),
    start,
  )
    .replace(/^[\s,.;:!)–—-]+/, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/ ([,.;:])/g, '$1')
    .trim()
    .slice(0, longestNote);
}

/** Places of `events` count from `offset` on. */
function without(text: string, events: readonly Range[], offset: number): string {
  let rest = '';
  let at = 0;
  for (const { from, to } of events) {
    rest += text.slice(at, from - offset);
    at = to - offset;
  }
  return (rest + text.slice(at)).replace(/^[\s,.;:()–—-]+$/, '');
}
