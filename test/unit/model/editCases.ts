// Runs tables of edits: a text, a change and the exact text after it, each also with CRLF line ends and with a byte order mark.
import { describe, expect, it } from 'vitest';
import { day } from '../../../src/base/day';
import { fillIn } from '../../../src/base/message';
import { applyEdits, type TextEdit } from '../../../src/base/text';
import type { Change } from '../../../src/model/change';
import { planEdit } from '../../../src/model/edit';
import { readPlanFile } from '../../../src/model/read';

export const on = day('2026-11-23');

export interface Case {
  readonly name: string;
  readonly change: Change | readonly Change[];
  readonly before: string;
  /** The whole text after the change; or `refused: ` and the code. */
  readonly after: string;
}

/** The text of a template literal without its first line end and without the indentation of its first line. */
export function yaml(parts: TemplateStringsArray): string {
  const text = parts.raw.join('').replace(/^\n/, '');
  const indent = /^ */.exec(text)?.[0] ?? '';
  const lines = text
    .split('\n')
    .map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line.trimStart()));
  return lines.join('\n');
}

export function table(name: string, cases: readonly Case[]): void {
  describe(name, () => {
    it.each(cases)('$name', (one) => expectEdit(one));
    it.each(cases.filter(({ before }) => before.includes('\n')))('$name, with CRLF', (one) =>
      expectEdit(mapped(one, (text) => text.replaceAll('\n', '\r\n'))),
    );
    it.each(cases)('$name, behind a byte order mark', (one) => expectEdit(mapped(one, (text) => `\ufeff${text}`)));
  });
}

function mapped(one: Case, change: (text: string) => string): Case {
  return {
    ...one,
    before: change(one.before),
    after: one.after.startsWith('refused: ') ? one.after : change(one.after),
  };
}

function expectEdit({ before, change, after }: Case): void {
  const changes = Array.isArray(change) ? (change as readonly Change[]) : [change as Change];
  const planned = planEdit(before, 'acme', changes);
  if ('refused' in planned) {
    expect(`refused: ${planned.refused}`, fillIn(planned.message.text, {})).toBe(after);
    return;
  }
  expect(planned.text).toBe(after);
  expect(applyEdits(before, planned.edits)).toBe(after);
  expect(readPlanFile(after, 'acme').plan).toEqual(planned.plan);
  expect(applyEdits(after, inverse(before, planned.edits))).toBe(before);
}

/** The edits that take edits back. */
export function inverse(text: string, edits: readonly TextEdit[]): readonly TextEdit[] {
  let shift = 0;
  return edits.map((edit) => {
    const start = edit.span.start + shift;
    shift += edit.text.length - (edit.span.end - edit.span.start);
    return { span: { start, end: start + edit.text.length }, text: text.slice(edit.span.start, edit.span.end) };
  });
}
