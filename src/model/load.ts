// A text as a YAML document with the place of every node, within limits that no text can make it exceed. Knows no field of a plan.
import { type Alias, Composer, type CST, type Document, Lexer, type Node, Parser } from 'yaml';
import { counted, type Message, message } from '../base/message';
import type { Span } from '../base/text';
import { resolveAliases } from './aliases';
import type { ProblemCode } from './codes';
import { oldVersion } from './oldVersion';
import type { Problem } from './problem';
import { syntaxProblem } from './syntaxProblem';

/** One text as YAML. Node ranges are offsets into `text`. */
export interface Loaded {
  readonly text: string;
  /** The first document; `undefined` when the text is no YAML or exceeds a limit, and then `problems` has exactly one entry. */
  readonly document: Document.Parsed | undefined;
  /** What each alias node (`*name`) stands for. An alias without an entry names nothing. */
  readonly aliases: ReadonlyMap<Alias, Node>;
  /** Every comment of the text from its `#` to the end of its line, in order. */
  readonly comments: readonly Span[];
  /** How many words and signs begin before each of the `marks` asked for, and in the whole text; none when it was refused. */
  readonly tokens: readonly number[];
  readonly problems: readonly Problem[];
}

export interface LoadOptions {
  /** UTF-8 bytes, at most `maxBytesCap`; 1 MiB where absent. */
  readonly maxBytes?: number;
}

export interface LightOptions extends LoadOptions {
  /** Offsets in order, to count up to. */
  readonly marks?: readonly number[];
}

const mebibyte = 1_048_576;
export const maxBytesCap = 5 * mebibyte;
export const maxDepth = 64;
/** For a file of 1 MiB; a larger limit of bytes allows more in proportion. */
const maxTokens = 400_000;

/**
 * Everything is a YAML 1.2 core text, whatever `%YAML` or a tag says: no dates, no `yes`, no merging, no classes. Duplicate keys are found by the
 * reader in linear time, and positions are computed by the reader too: the library's own ways take quadratic time on hostile texts.
 */
export const loaderOptions = {
  version: '1.2',
  schema: 'core',
  resolveKnownTags: false,
  merge: false,
  uniqueKeys: false,
  stringKeys: true,
  prettyErrors: false,
  logLevel: 'silent',
  keepSourceTokens: true,
} as const;

/** A reader goes by the characters of every value, so nothing is made of them here; and it asks for no token. */
const readingOptions = { ...loaderOptions, schema: 'failsafe', keepSourceTokens: false } as const;

/** The limits of a text: UTF-8 bytes, and the words and signs it may consist of. */
export function limitsOf({ maxBytes = mebibyte }: LoadOptions): { readonly bytes: number; readonly tokens: number } {
  const bytes = Math.min(maxBytes, maxBytesCap);
  return { bytes, tokens: Math.round(maxTokens * Math.max(1, bytes / mebibyte)) };
}

/** Reads a text as YAML. Never throws; time and memory are bounded by the size of the text. */
export function loadText(text: string, options: LoadOptions = {}): Loaded {
  return load(text, options, loaderOptions);
}

/** Reads a text as `loadText` does, for those who only read it: its nodes have no tokens, and every value of them is a text. */
export function loadLightly(text: string, options: LightOptions = {}): Loaded {
  return load(text, options, readingOptions);
}

type How = typeof loaderOptions | typeof readingOptions;

function load(text: string, options: LightOptions, how: How): Loaded {
  const limits = limitsOf(options);
  const refused = refusal(text, limits.bytes);
  if (refused) return broken(text, refused);
  const composed = compose({ text, limit: limits.tokens, marks: options.marks ?? [] }, how);
  if ('code' in composed) return broken(text, composed);
  const { document, comments, tokens, second } = composed;
  const wrong = syntaxProblem(text, document);
  if (wrong) return broken(text, wrong);
  const resolved = resolveAliases(document, text);
  if ('code' in resolved) return broken(text, resolved);
  const problems = [...resolved.problems, ...oldVersion(text)];
  if (second) {
    const said = message('Only the part above this line is read: a plan file holds one document.');
    problems.push({ code: 'file.documents', severity: 'warning', message: said, span: second });
  }
  return { text, document, aliases: resolved.targets, comments, tokens, problems };
}

/** What makes a text no YAML, as it would be said, and the nodes there are nevertheless; `undefined` for any other text. */
export function loadWrong(text: string): { readonly document: Document.Parsed; readonly problem: Problem } | undefined {
  const limits = limitsOf({ maxBytes: maxBytesCap });
  const composed = refusal(text, limits.bytes) ?? compose({ text, limit: limits.tokens, marks: [] }, readingOptions);
  if ('code' in composed) return undefined;
  const { document } = composed;
  const problem = syntaxProblem(text, document);
  return problem && { document, problem };
}

interface Composed {
  readonly document: Document.Parsed;
  readonly comments: readonly Span[];
  readonly tokens: readonly number[];
  /** Where a second document begins. */
  readonly second?: Span | undefined;
}

interface Counted {
  readonly text: string;
  /** The most tokens. */
  readonly limit: number;
  readonly marks: readonly number[];
}

function compose(counted: Counted, how: How): Composed | Problem {
  // A flood of mistakes makes a flood of error objects, and taking the stack trace of each takes ten times as long as all the rest.
  const errors = Error as unknown as { stackTraceLimit?: number };
  const traced = errors.stackTraceLimit;
  if (traced !== undefined) errors.stackTraceLimit = 0;
  const { text } = counted;
  try {
    const parsed = parse(counted);
    if ('code' in parsed) return parsed;
    const { first, ...others } = parsed;
    const document = documentOf(first, text, how);
    // What was opened and never closed is found by its tokens.
    const named = document && document.errors.length > 0 ? documentOf(first, text, loaderOptions) : document;
    if (named) return { document: named, ...others };
  } catch {
    // No text is known that makes the library throw under these limits; should there be one, it is that text's problem and no one else's.
  } finally {
    if (traced !== undefined) errors.stackTraceLimit = traced;
  }
  const span = { start: 0, end: lineEnd(text, 0) };
  return problem('yaml.syntax', span, message('This file cannot be read as YAML.'));
}

function documentOf(tokens: readonly CST.Token[], text: string, how: How): Document.Parsed | undefined {
  let first: Document.Parsed | undefined;
  // To its end: what a generator that was left early holds outlives several collections of garbage, and moving it takes a tenth of the whole time.
  for (const document of new Composer(how).compose(tokens, true, text.length)) first ??= document;
  return first;
}

interface ParsedTokens {
  /** The tokens of the first document and of what surrounds it. */
  readonly first: readonly CST.Token[];
  readonly comments: readonly Span[];
  readonly tokens: readonly number[];
  /** Where the second document begins. */
  readonly second?: Span;
}

/** Before the characters of a value, which may begin with `#` too, the lexer gives this sign. */
const scalarSign = '\u001f';
const hash = 35;

/**
 * Feeds the lexer's tokens to the parser one by one, so that deep nesting and floods of tokens end before anything recursive runs:
 * composing a text nested a thousand deep can abort the whole process.
 */
function parse({ text, limit, marks }: Counted): ParsedTokens | Problem {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  const comments: Span[] = [];
  const counts: number[] = [];
  let count = 0;
  let before = '';
  let mark = marks[0] ?? Number.POSITIVE_INFINITY;
  // These two loops run once for each of the tokens; without `for … of` they take a tenth less of the whole time.
  const lexemes = new Lexer().lex(text);
  for (let step = lexemes.next(); !step.done; step = lexemes.next()) {
    const lexeme = step.value;
    if (parser.offset >= mark) {
      counts.push(count);
      mark = marks[counts.length] ?? Number.POSITIVE_INFINITY;
    }
    const parsed = parser.next(lexeme);
    for (let token = parsed.next(); !token.done; token = parsed.next()) tokens.push(token.value);
    if (lexeme.charCodeAt(0) === hash && before !== scalarSign) {
      comments.push({ start: parser.offset - lexeme.length, end: parser.offset });
    }
    before = lexeme;
    if (++count > limit) return problem('file.tooManyTokens', spanAt(text, parser.offset), tooMuch(limit));
    if (parser.stack.length > maxDepth) {
      const said = message('This is nested more than {limit} levels deep, which is not read.', { limit: maxDepth });
      return problem('file.tooDeep', spanAt(text, parser.offset - lexeme.length), said);
    }
  }
  for (const token of parser.end()) tokens.push(token);
  return { ...firstDocument(text, tokens), comments, tokens: [...counts, count] };
}

function tooMuch(limit: number): Message {
  return message(
    'This file has too many parts to be read ({limit} words and signs at most). Split it into several plans.',
    {
      limit: Math.round(limit),
    },
  );
}

function firstDocument(text: string, tokens: readonly CST.Token[]): Pick<ParsedTokens, 'first' | 'second'> {
  let seen = false;
  for (const [at, token] of tokens.entries()) {
    if (token.type !== 'document') continue;
    if (seen) return { first: tokens.slice(0, at), second: spanAt(text, token.offset) };
    seen = true;
  }
  return { first: tokens };
}

/** What can be said of a text before it is parsed. */
function refusal(text: string, maxBytes: number): Problem | undefined {
  if (exceeds(text, maxBytes)) {
    const args = { limit: Math.round((maxBytes / mebibyte) * 10) / 10 };
    const said = message('This file is larger than {limit} MB, which is not read. Split it into several plans.', args);
    return problem('file.tooLarge', { start: 0, end: lineEnd(text, 0) }, said);
  }
  const nul = text.indexOf('\0');
  if (nul >= 0) return problem('file.binary', { start: nul, end: nul + 1 }, message('This file is not a text.'));
  return conflicts(text);
}

/** A merge that was not finished: the lines it wrote begin where no line of a plan does. */
function conflicts(text: string): Problem | undefined {
  // Looking for these signs alone is many times as fast.
  if (!text.includes('<<<<<<<') && !text.includes('>>>>>>>')) return undefined;
  const conflict = /^<{7}(?: |\r?$)/m.exec(text) ?? /^>{7}(?: |\r?$)/m.exec(text);
  if (!conflict) return undefined;
  const count = text.match(/^<{7}(?: |\r?$)/gm)?.length ?? 1;
  const said = counted(
    count,
    'Two versions of this file were merged and disagree here. Choose one and delete the lines with <<<<<<<, ======= and >>>>>>>.',
    'Two versions of this file were merged and disagree in {count} places. Choose one each time and delete the lines with <<<<<<<, ======= and >>>>>>>.',
  );
  return problem('file.conflict', { start: conflict.index, end: lineEnd(text, conflict.index) }, said);
}

/** Whether the text takes more than `limit` bytes in UTF-8. */
function exceeds(text: string, limit: number): boolean {
  if (text.length > limit) return true;
  return text.length * 3 > limit && utf8Length(text) > limit;
}

/** How many bytes a text takes in UTF-8; an unpaired surrogate counts 2. */
export function utf8Length(text: string): number {
  let bytes = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    // Each half of a surrogate pair counts 2 of the pair's 4 bytes.
    bytes += code < 0x80 ? 1 : code < 0x800 || (code >= 0xd800 && code <= 0xdfff) ? 2 : 3;
  }
  return bytes;
}

function broken(text: string, only: Problem): Loaded {
  return { text, document: undefined, aliases: new Map(), comments: [], tokens: [], problems: [only] };
}

function problem(code: ProblemCode, span: Span, said: Message): Problem {
  return { code, severity: 'error', message: said, span };
}

/** From an offset to the end of its line. */
function spanAt(text: string, offset: number): Span {
  const start = Math.max(0, Math.min(offset, text.length));
  return { start, end: lineEnd(text, start) };
}

function lineEnd(text: string, offset: number): number {
  const end = text.slice(offset, offset + 200).search(/[\r\n]/);
  return end < 0 ? Math.min(text.length, offset + 200) : offset + end;
}
