// What is wrong with the characters of a text as such: lost ones, invisible ones and line ends. Knows no YAML.
import { counted, type Message, message } from '../base/message';
import type { Span } from '../base/text';
import type { ProblemCode } from './codes';
import type { Problem, Severity } from './problem';

/** `file.encoding`, `file.lineEnds` and `text.invisible`. Texts without any of these are only searched once. */
export function characterProblems(text: string): readonly Problem[] {
  if (!other.test(text)) return [];
  return [...encoding(text), ...lineEnds(text), ...invisible(text), ...foreignSpaces(text)];
}

/** Any character that is not among those most texts consist of, none of which is wrong. */
const other = /[^\t\n -~]/;

function* encoding(text: string): Generator<Problem> {
  const start = text.indexOf('\ufffd');
  if (start < 0) return;
  let end = start;
  while (text[end] === '\ufffd') end++;
  const said = message(
    'Characters were lost here, because the file was not saved as UTF-8. Reopen it with its encoding and save it with UTF-8.',
  );
  yield problem('file.encoding', { start, end }, said);
}

function* lineEnds(text: string): Generator<Problem> {
  if (!text.includes('\r')) return;
  const lone = loneReturns(text);
  if (lone) {
    yield problem('file.lineEnds', lone.span, lone.said);
    return;
  }
  const crlf = text.split('\r\n').length - 1;
  const lf = text.split('\n').length - 1 - crlf;
  if (lf === 0) return;
  // At the first line that ends as the fewer ones do.
  const at = crlf < lf ? text.indexOf('\r\n') : text.search(/(?<!\r)\n/);
  const span = { start: at, end: at + (crlf < lf ? 2 : 1) };
  const said = message(
    'Some lines of this file end with LF and some with CRLF, so it is not edited for you. Choose one of them in the status bar.',
  );
  yield { ...problem('file.lineEnds', span, said, 'hint'), instead: crlf < lf ? '\n' : '\r\n' };
}

/** Carriage returns without a line feed: the first of them. The editor begins a new line there and YAML does not. */
export function loneReturns(text: string): { readonly span: Span; readonly said: Message } | undefined {
  const start = text.search(/\r(?!\n)/);
  if (start < 0) return undefined;
  const said = counted(
    text.match(/\r(?!\n)/g)?.length ?? 1,
    'A line ends here in a way that is no longer used (CR), so it is read as one line with the next. Choose LF in the status bar and save the file.',
    '{count} lines of this file end in a way that is no longer used (CR), so they are read as one with the next. Choose LF in the status bar and save the file.',
  );
  return { span: { start, end: start + 1 }, said };
}

/** Signs that show nothing and take no room, or that turn the order of reading; tags make the flags of regions and stay. */
const unseen =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
  /(?:[\0-\x08\v\f\x0e-\x1f\x7f-\x9f\xad\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb]|\u034f|\u17b4|\u17b5)+/g;

function* invisible(text: string): Generator<Problem> {
  for (const { 0: run, index } of text.matchAll(unseen)) {
    const start = index === 0 && run.startsWith('\ufeff') ? 1 : index;
    const end = index + run.length;
    if (start === end || belongs(text, start, end)) continue;
    const said = counted(
      end - start,
      'An invisible character stands here. Delete it: with it this is not the text it looks like.',
      '{count} invisible characters stand here. Delete them: with them this is not the text it looks like.',
    );
    yield { ...problem('text.invisible', { start, end }, said), instead: '' };
  }
}

const foreign = '[\\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000]';
const anyForeign = new RegExp(foreign);
/** In front of a field or of the dash of an entry. */
const indentation = new RegExp(`^([ \\t]*)(${foreign}+)\\s*(?:-\\s|[A-Za-z]+:(?:\\s|$))`, 'gm');

/** A line that begins with spaces from a web page is read as part of the line above. */
function* foreignSpaces(text: string): Generator<Problem> {
  if (!anyForeign.test(text)) return;
  for (const { 1: plain = '', 2: run = '', index } of text.matchAll(indentation)) {
    const start = index + plain.length;
    const span = { start, end: start + run.length };
    yield { ...problem('text.invisible', span, foreignSpaceSaid), instead: ' '.repeat(run.length) };
  }
}

export const foreignSpaceSaid = message(
  'This line is indented with no-break spaces, which look like spaces and are none to YAML. Use spaces.',
);

/** A joiner inside a word of a script that needs it or between parts of a picture sign, and a mark of direction beside a word read from the right. */
function belongs(text: string, start: number, end: number): boolean {
  if (end - start > 1) return false;
  const sign = text[start] ?? '';
  const foreign = (character: string | undefined) => (character ?? '') >= '\u0590';
  if (sign === '\u200c' || sign === '\u200d') return foreign(text[start - 1]) && foreign(text[end]);
  if (sign === '\u200e' || sign === '\u200f' || sign === '\u061c')
    return rightToLeft.test(text.slice(Math.max(0, start - 40), end + 40));
  return false;
}

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

function problem(code: ProblemCode, span: Span, said: Message, severity: Severity = 'warning'): Problem {
  return { code, severity, message: said, span };
}
