// Comments that silence problems: `# milestones-ignore: date.invalid`. Knows lines, comments and codes, no field.
import { type Message, message } from '../base/message';
import type { Span } from '../base/text';
import { problemCodes } from './codes';
import { guesser } from './nearest';
import type { Problem } from './problem';

/** Codes that are not reported where they begin within a line. */
export interface Silence {
  /** Of the line, with its line end. */
  readonly span: Span;
  /** Codes, or the beginnings of codes with a star behind them. */
  readonly codes: readonly string[];
}

export interface Silences {
  /** In the order of the text, at most one for each line. */
  readonly silences: readonly Silence[];
  /** `ignore.unknown`. */
  readonly problems: readonly Problem[];
}

/** What the comments of a text silence: each its own line, or the next one that says something where it has a line to itself. */
export function silencesOf(text: string, comments: readonly Span[]): Silences {
  if (!/milestones-ignore/i.test(text)) return none;
  const byLine = new Map<number, { readonly span: Span; readonly codes: Set<string> }>();
  const problems: Problem[] = [];
  const guess = guesser();
  const lines = linesMeant(text);
  // From the last one, so that of many comments below each other none is walked over twice.
  for (const comment of comments.toReversed()) {
    const said = sign.exec(text.slice(comment.start, Math.min(comment.end, comment.start + longest)));
    if (!said) continue;
    const line = lines(comment.start);
    const { codes } = byLine.get(line.start) ?? { codes: new Set<string>() };
    byLine.set(line.start, { span: line, codes });
    for (const part of partsOf(said[2] ?? '', comment.start + (said[1] ?? '').length)) {
      const problem = wrongPart(text, part, guess);
      if (problem) problems.push(problem);
      else codes.add(text.slice(part.start, part.end));
    }
  }
  const silences = [...byLine.values()].sort((a, b) => a.span.start - b.span.start);
  return { silences: silences.map(({ span, codes }) => ({ span, codes: [...codes] })), problems };
}

const none: Silences = { silences: [], problems: [] };
const sign = /^(#+[ \t]*milestones-ignore[ \t]*:?)(.*)/i;
/** Longer comments are not looked at to their end. */
const longest = 1_000;

/** The problems that are left. */
export function silenced(problems: readonly Problem[], silences: readonly Silence[] = []): readonly Problem[] {
  if (silences.length === 0) return problems;
  return problems.filter(({ code, span }) => !isSilenced(code, span.start, silences));
}

/** Whether a problem that begins at an offset is silenced. */
function isSilenced(code: string, at: number, silences: readonly Silence[]): boolean {
  let low = 0;
  let high = silences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((silences[middle]?.span.end ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  const found = silences[low];
  return found !== undefined && found.span.start <= at && isIgnored(code, found.codes);
}

/** Whether a code is one of a list of codes, in which `quality.*` is every code that begins so. What makes a file unreadable is never ignored. */
export function isIgnored(code: string, codes: readonly string[]): boolean {
  return (
    !isGrave(code) && codes.some((each) => each === code || (each.endsWith('*') && code.startsWith(each.slice(0, -1))))
  );
}

const grave = /^(?:yaml\.syntax|plan\.type|problems\.more|file\.(?!lineEnds$|encoding$|documents$)\w+)$/;

function isGrave(code: string): boolean {
  return grave.test(code);
}

/** The codes of a comment: between commas, up to a remark behind `#`, `--` or a bracket. */
function partsOf(list: string, from: number): readonly Span[] {
  const end = /[ \t](?:#|--|–|—|\()/.exec(list)?.index ?? list.length;
  const parts: Span[] = [];
  for (const { 0: part, index } of list.slice(0, end).matchAll(/[^,]+/g)) {
    const start = index + part.length - part.trimStart().length;
    if (part.trim() !== '') parts.push({ start: from + start, end: from + start + part.trim().length });
  }
  return parts;
}

function wrongPart(text: string, span: Span, guess: ReturnType<typeof guesser>): Problem | undefined {
  const code = text.slice(span.start, span.end);
  const meant = problemCodes.filter((known) => isSame(code, known));
  if (meant.some((known) => !isGrave(known))) return undefined;
  if (meant.length > 0) {
    const said = message('What makes a file unreadable cannot be silenced.');
    return hint(span, said);
  }
  const near = guess(code, () => problemCodes);
  const args = { code: code.length > 60 ? `${code.slice(0, 60)}…` : code, meant: near ?? '' };
  const said = near
    ? message('There is no problem {code} that could be silenced. Is it {meant}?', args)
    : message('There is no problem {code} that could be silenced. The Problems view shows the code of each.', args);
  return hint(span, said, near);
}

function isSame(written: string, known: string): boolean {
  return written === known || (written.endsWith('*') && known.startsWith(written.slice(0, -1)));
}

function hint(span: Span, said: Message, instead?: string): Problem {
  const problem: Problem = { code: 'ignore.unknown', severity: 'hint', message: said, span };
  return instead === undefined ? problem : { ...problem, instead };
}

/** Finds the line of a comment; where nothing stands before it, the next line that is neither blank nor a comment. */
function linesMeant(text: string): (comment: number) => Span {
  const known = new Map<number, Span>();
  return (comment) => {
    const own = lineAt(text, comment);
    if (!/^[\s\ufeff]*$/.test(text.slice(own.start, comment))) return own;
    let line = lineAt(text, own.end);
    while (line.end < text.length && /^\s*(?:#|$)/.test(text.slice(line.start, line.end))) {
      const found = known.get(line.start);
      line = found ?? lineAt(text, line.end);
      if (found) break;
    }
    known.set(own.start, line);
    return line;
  };
}

function lineAt(text: string, offset: number): Span {
  const start = Math.max(text.lastIndexOf('\n', offset - 1), -1) + 1;
  const end = text.indexOf('\n', offset);
  return { start, end: end < 0 ? text.length + 1 : end + 1 };
}
