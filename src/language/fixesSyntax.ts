// Repairs of the mistakes that most often make a text no YAML: tabs, colons in texts, missing spaces, quotation marks left open. Knows lines.
import { type Message, message } from '../base/message';
import type { TextEdit } from '../base/text';
import type { Problem } from '../model/problem';
import { doubleQuoted } from '../model/spliceScalar';
import { fix, type Ground } from './fixesGround';
import type { Fix } from './fixesKinds';

/** Everything that might be meant; what does not make it YAML again is sorted out by trying. */
export function repairSyntax({ text }: Ground, { span }: Problem): readonly Fix[] {
  const lines = [lineAt(text, span.start), lineAt(text, lineAt(text, span.start).start - 1)];
  return [
    ...tabs(text).flatMap((edits) => fix(message('Indent with spaces'), edits, { preferred: true, all: true })),
    ...lines.flatMap((line) => [
      ...closeQuote(line),
      ...quoteValue(line),
      ...spaceBehind(line),
      ...colonBehind(line),
      ...closeBracket(line),
    ]),
  ];
}

interface Line {
  readonly start: number;
  readonly text: string;
}

function lineAt(text: string, offset: number): Line {
  if (offset < 0) return { start: 0, text: '' };
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const length = text.slice(start).search(/\r?\n|$/);
  return { start, text: text.slice(start, start + length) };
}

/** Every tab at the beginning of a line: as the line above is indented, or some spaces wide. */
function tabs(text: string): readonly (readonly TextEdit[])[] {
  const found = [...text.matchAll(/^[ -]*\t[\t ]*/gm)];
  const above = found.flatMap((match): TextEdit[] => {
    const before = lineAt(text, match.index - 1).text;
    const dashes = /^[ ]*-[- ]*/.exec(before)?.[0].length ?? /^ */.exec(before)?.[0].length ?? 0;
    if (match[0].includes('-')) return [];
    return [{ span: { start: match.index, end: match.index + match[0].length }, text: ' '.repeat(dashes) }];
  });
  const wide = [2, 4, 8].map((width) =>
    found.flatMap((match) =>
      [...match[0].matchAll(/\t/g)].map((tab) => {
        const start = match.index + tab.index;
        const isBehindDash = /- *$/.test(text.slice(match.index, start));
        return { span: { start, end: start + 1 }, text: isBehindDash ? ' ' : ' '.repeat(width) };
      }),
    ),
  );
  return [...wide, above];
}

/** `title: Phase 2: Launch` and `title: @home`: the value from behind the first colon to the comment. */
function quoteValue({ start, text }: Line): readonly Fix[] {
  const match = /^([ ]*(?:- +)*(?:[\w-]+|"[^"]*")[ ]*:[ ]+|[ ]*(?:- +)+)(\S.*)$/.exec(text);
  const [, head, rest] = match ?? [];
  if (head === undefined || rest === undefined || /^["'|>[{]/.test(rest)) return quoteOdd({ start, text });
  const value = rest.replace(/\s+#.*$/, '').trimEnd();
  return put(message('Put it in quotation marks'), start + head.length, value, doubleQuoted(value));
}

/** `title: "A" and B`, `title: {x} y`, `title: [A] B`: a sign at the beginning that was meant as part of the text. */
function quoteOdd({ start, text }: Line): readonly Fix[] {
  const [, head, rest] = /^([ ]*(?:- +)*[\w-]+[ ]*:[ ]+|[ ]*(?:- +)+)(["'[{].*)$/.exec(text) ?? [];
  if (head === undefined || rest === undefined) return [];
  const value = rest.replace(/\s+#.*$/, '').trimEnd();
  return put(message('Put the whole value in quotation marks'), start + head.length, value, doubleQuoted(value));
}

/** A quotation mark that is opened and not closed on its line. */
function closeQuote({ start, text }: Line): readonly Fix[] {
  const [, head, rest] = /^([ ]*(?:- +)*[\w-]+[ ]*:[ ]+|[ ]*(?:- +)+)(["'].*)$/.exec(text) ?? [];
  const quote = rest?.[0];
  if (head === undefined || rest === undefined || quote === undefined || rest.slice(1).includes(quote)) return [];
  const at = start + head.length + rest.replace(/\s+#.*$/, '').trimEnd().length;
  return fix(message('Close the quotation mark'), [{ span: { start: at, end: at }, text: quote }], { preferred: true });
}

/** `due:2026-12-04` and `-title: A`. */
function spaceBehind({ start, text }: Line): readonly Fix[] {
  const colon = /^[ ]*(?:- +)*[A-Za-z][\w-]*:(?=[^\s:])/.exec(text);
  const dash = /^[ ]*-(?=[A-Za-z"'{])/.exec(text);
  return [
    ...(colon ? put(message('Put a space behind the colon'), start + colon[0].length, '', ' ') : []),
    ...(dash ? put(message('Put a space behind the dash'), start + dash[0].length, '', ' ') : []),
  ];
}

/** `due 2026-12-04` and `milestones`. */
function colonBehind({ start, text }: Line): readonly Fix[] {
  const name = /^[ ]*(?:- +)*[a-z][A-Za-z]*(?=[ ]|$)/.exec(text);
  return name ? put(message('Put a colon behind the name'), start + name[0].length, '', ':') : [];
}

/** A bracket that is opened and not closed on its line. */
function closeBracket({ start, text }: Line): readonly Fix[] {
  const line = text.replace(/\s+#.*$/, '').trimEnd();
  const open: string[] = [];
  for (const sign of line.replace(/"[^"]*"|'[^']*'/g, '')) {
    if (sign === '{' || sign === '[') open.push(sign === '{' ? '}' : ']');
    else if (sign === open.at(-1)) open.pop();
  }
  const spaced = /[{[] /.test(line) && open.at(-1) === '}' ? ' ' : '';
  const closing = open.reverse().join('');
  return closing === '' ? [] : put(message('Close the bracket'), start + line.length, '', spaced + closing);
}

function put(title: Message, start: number, before: string, after: string): readonly Fix[] {
  return fix(title, [{ span: { start, end: start + before.length }, text: after }], { preferred: true });
}
