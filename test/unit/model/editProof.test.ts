// The proof itself: it must see what the plan alone would not show.
import { describe, expect, it } from 'vitest';
import { applyEdits, type TextEdit } from '../../../src/base/text';
import { sameElsewhere, samePlan } from '../../../src/model/editProof';
import { loadText } from '../../../src/model/load';
import { readPlanFile } from '../../../src/model/read';
import { deletion } from '../../../src/model/spliceText';

const text = `# head
x-own: { a: 1, b: [2, 3] } # mine
milestones:
  - title: A # first
    due: 2026-12-04
    notes: |
      # no comment
      text
    amount: 4000
`;

/** One edit that replaces the only place of `old`. */
function replacing(old: string, now: string): TextEdit[] {
  const start = text.indexOf(old);
  expect(text.indexOf(old, start + 1)).toBe(-1);
  return [{ span: { start, end: start + old.length }, text: now }];
}

function proved(edits: readonly TextEdit[]): boolean {
  return sameElsewhere(loadText(text), loadText(applyEdits(text, edits)), edits);
}

describe('what stands outside an edit', () => {
  it.each([
    ['a value that is replaced', replacing('2026-12-04', '2026-12-18')],
    ['a line that is put in', replacing('2026-12-04', '2026-12-04\n    status: done')],
    ['a line that goes', replacing('    due: 2026-12-04\n', '')],
    ['a comment that goes with its value', replacing('A # first', 'B')],
    ['a field that nobody reads', replacing('a: 1', 'a: 7')],
  ])('is unchanged by %s', (_name, edits) => {
    expect(proved(edits)).toBe(true);
  });

  it.each([
    ['a comment that becomes part of a value', [deletion(text.indexOf(' # first'), text.indexOf('# first'))]],
    ['a comment on its own line that goes', replacing('# head\n', '')],
    ['a value that becomes a comment', replacing('{ a: 1', '{ # a: 1')],
    ['a field that moves under another one', replacing('\n    due:', '\n    x-more:\n     due:')],
    ['a field that nobody reads and that goes under another one', replacing('a: 1, b', 'a: { c: 1 }, d: {b')],
    ['a text that loses its lines', replacing('notes: |', 'notes: x')],
    ['a text that is no YAML any more', replacing('{ a: 1', '{ [a: 1')],
  ])('is not, with %s', (_name, edits) => {
    expect(proved(edits)).toBe(false);
  });
});

describe('plans', () => {
  const plan = (more: string) => {
    const read = readPlanFile(`${text}${more}`, 'acme').plan;
    if (!read) throw new Error('No plan');
    return read;
  };

  it('are the same with the same values', () => {
    expect(samePlan(plan(''), plan('# c\n'))).toBe(true);
    expect(samePlan(plan(''), { ...plan(''), client: undefined } as never)).toBe(true);
  });

  it.each(['    weight: 2\n', '    tags: [x]\n', 'client: C\n', '  - title: B\n'])('are not with %j more', (more) => {
    expect(samePlan(plan(''), plan(more))).toBe(false);
    expect(samePlan(plan(more), plan(''))).toBe(false);
  });

  it('are not with another amount', () => {
    const other = readPlanFile(text.replace('4000', '4000.5'), 'acme').plan;
    expect(other && samePlan(plan(''), other)).toBe(false);
  });
});
