// How a completion is put into the text around it: which characters it replaces, and which blanks, dashes and brackets it needs. Knows no field.
import type { Span } from '../base/text';
import type { Asked } from './completionKinds';
import { spaces } from './completionStyle';
import { whereAt } from './where';
import { lineEnd, lineStart, skipBlanks } from './whereLine';

/** The characters to replace, and what must stand before and behind what is put there. */
export interface Slot {
  readonly replace: Span;
  readonly before: string;
  readonly after: string;
  /** In quotation marks, which stay. */
  readonly quoted: boolean;
  /** What is written there up to the offset. */
  readonly written: string;
}

export function slotOf(asked: Asked): Slot {
  const { text, at, where } = asked;
  const { word } = where;
  const quote = text[word.start];
  const quoted = word.end > word.start && (quote === '"' || quote === "'") && at > word.start;
  const start = quoted ? word.start + 1 : word.start;
  const closed = quoted && word.end > start && text[word.end - 1] === quote;
  const end = Math.max(at, Math.min(closed ? word.end - 1 : endOf(asked), lineEnd(text, at)));
  const lead = quoted ? undefined : leading(asked);
  const replace = { start: lead ? lead.start : start, end };
  const before = lead?.text ?? (!quoted && ':,'.includes(text[start - 1] ?? ' ') ? ' ' : '');
  const after = quoted ? '' : separator(asked, end);
  return { replace, before, after, quoted, written: text.slice(Math.min(start, at), at) };
}

/** Nobody looks farther for the next entry than over blanks and comments. */
const farthest = 2_000;

/** In brackets, what keeps it apart from the next entry. */
function separator({ text, at, where }: Asked, end: number): string {
  const apart = text[end] === '#' ? ' ' : '';
  if (!where.flow || where.word.end > where.word.start) return apart;
  const next = end + (/^(?:\s|#[^\n]*)*/.exec(text.slice(end, end + farthest))?.[0].length ?? 0);
  if (next >= text.length || ',}]:'.includes(text[next] ?? '')) return apart;
  const other = whereAt(text, next);
  if (!other.flow || other.group.join('\n') !== where.group.join('\n')) return apart;
  return next === at ? ', ' : `,${apart}`;
}

/** A key that is being typed before other words is only this word. */
function endOf({ text, at, where }: Asked): number {
  if (where.part !== 'key') return where.word.end;
  const blank = text.slice(at, where.word.end).search(/[ \t]/);
  return blank < 0 ? where.word.end : at + blank;
}

/** On a line of its own, what stands before a key or entry: the indentation of its neighbours, and a dash. */
function leading({ text, where }: Asked): { readonly start: number; readonly text: string } | undefined {
  const { word, flow, indent, needsDash } = where;
  const start = lineStart(text, word.start);
  const isFirst = skipBlanks(text, start, word.start) === word.start;
  if (!isFirst) return undefined;
  if (flow) return word.start - start < indent ? { start, text: spaces(indent) } : undefined;
  if (where.part === 'value' && !needsDash) return undefined;
  if (!needsDash && word.start - start === indent) return undefined;
  return { start, text: spaces(indent) + (needsDash ? '- ' : '') };
}

/** Whether the lines below would become the value of a key that is inserted here, or are the value already. */
export function captures({ text, at, where }: Asked): boolean {
  if (where.flow) return false;
  for (let end = lineEnd(text, at); end < text.length; ) {
    const start = text.indexOf('\n', end) + 1;
    if (start === 0) return false;
    end = lineEnd(text, start);
    const content = skipBlanks(text, start, end);
    if (content >= end || text[content] === '#') continue;
    const column = content - start;
    const isDash = text[content] === '-' && skipBlanks(text, content + 1, content + 2) > content + 1;
    return column > where.indent || (column === where.indent && isDash && !where.inList);
  }
  return false;
}
