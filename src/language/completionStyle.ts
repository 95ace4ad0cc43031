// How a text is indented and how its lines end, so that what is inserted looks like what is there. Knows no field.
import { doubleQuoted } from '../model/spliceScalar';
import { lineAt, lineEnd, lineStart } from './whereLine';

export interface Style {
  readonly lineEnd: string;
  /** How much farther the fields of a group stand than its key. */
  readonly group: number;
  /** How much farther the dashes of a list stand than its key. */
  readonly list: number;
}

/** Enough to see how somebody writes. */
const mostLines = 300;

export function styleOf(text: string): Style {
  let group: number | undefined;
  let list: number | undefined;
  let opened: number | undefined;
  let start = lineStart(text, 0);
  for (
    let count = 0;
    count < mostLines && start < text.length && (group === undefined || list === undefined);
    count++
  ) {
    const line = lineAt(text, start);
    const first = line.marks[0];
    const last = line.marks.at(-1);
    if (opened !== undefined && first) {
      const step = first.column - opened;
      if (first.type === 'item' && step >= 0) list ??= step;
      else if (first.type === 'key' && step > 0) group ??= step;
    }
    if (line.content < line.end && text[line.content] !== '#') {
      opened = last?.type === 'key' && line.rest === line.end ? last.column : undefined;
    }
    start = text.indexOf('\n', lineEnd(text, start)) + 1 || text.length;
  }
  const usual = group ?? (list || 2);
  return {
    lineEnd: text.includes('\r\n') ? '\r\n' : '\n',
    group: Math.min(usual, 8),
    list: Math.min(list ?? usual, 8),
  };
}

export function spaces(count: number): string {
  return ' '.repeat(count);
}

/** A text in the editor's snippet syntax that stands for itself. */
export function literal(text: string): string {
  return text.replace(/[$}\\]/g, '\\$&');
}

const simple = /^[\p{L}\p{Nd}_](?:[\p{L}\p{Nd}\p{M}._/-]| (?=[\p{L}\p{Nd}]))*$/u;

/** A name or id as a value, with quotation marks where YAML would read something else. */
export function asValue(name: string): string {
  return simple.test(name) && !/^(?:null|true|false|yes|no|on|off)$/i.test(name) ? name : doubleQuoted(name);
}
