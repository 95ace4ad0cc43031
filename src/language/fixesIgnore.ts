// Silences one problem at its place by a comment on the line above it. Knows no field of a plan.
import { message } from '../base/message';
import type { Problem } from '../model/problem';
import { isIgnored } from '../model/silence';
import { fix, type Ground, shown } from './fixesGround';
import type { Fix } from './fixesKinds';

/** Only what the plan may well be right about: an error is no matter of taste. */
export function ignoreHere({ text }: Ground, { code, severity, span }: Problem): readonly Fix[] {
  if (severity === 'error' || !isIgnored(code, [code]) || code === 'ignore.unknown') return [];
  const line = text.lastIndexOf('\n', span.start - 1) + 1;
  const start = line === 0 && text.startsWith('\ufeff') ? 1 : line;
  const title = message('Ignore {code} here', { code });
  const above = start > 0 ? text.slice(text.lastIndexOf('\n', start - 2) + 1, start) : '';
  const known = /^[ \t]*#[ \t]*milestones-ignore:[ \t]*[\w.,\- \t]*[\w.]/.exec(above);
  if (known) {
    const at = start - above.length + known[0].length;
    return fix(title, [{ span: { start: at, end: at }, text: `, ${code}` }]);
  }
  const indent = /^ */.exec(text.slice(start))?.[0] ?? '';
  const eol = /\r\n|\n/.exec(text)?.[0] ?? '\n';
  return fix(title, [{ span: { start, end: start }, text: `${indent}# milestones-ignore: ${code}${eol}` }]);
}

/** Takes a code out of a comment that silences, and the comment with its last one. */
export function withoutIgnore({ text }: Ground, { span, instead }: Problem): readonly Fix[] {
  const line = text.lastIndexOf('\n', span.start - 1) + 1;
  const hash = text.lastIndexOf('#', span.start);
  const length = text.slice(span.end).search(/[\r\n]|$/);
  const rest = text.slice(span.end, span.end + length);
  const before = text.slice(hash, span.start);
  if (hash < line) return [];
  const more = { preferred: instead === undefined };
  const behind = /^[ \t]*,[ \t]*/.exec(rest)?.[0].length;
  const front = /[ \t]*,[ \t]*$/.exec(before)?.[0].length;
  const title = message('Delete {code}, which silences nothing', { code: shown(text.slice(span.start, span.end)) });
  if (behind !== undefined)
    return fix(title, [{ span: { start: span.start, end: span.end + behind }, text: '' }], more);
  if (front !== undefined) return fix(title, [{ span: { start: span.start - front, end: span.end }, text: '' }], more);
  const isAlone = /^[ \t]*$/.test(text.slice(line, hash));
  const eol = /^(?:\r\n|\n)/.exec(text.slice(span.end + length))?.[0].length ?? 0;
  const start = isAlone ? line : text.slice(0, hash).trimEnd().length;
  const end = span.end + length + (isAlone ? eol : 0);
  return fix(title, [{ span: { start, end }, text: '' }], more);
}
