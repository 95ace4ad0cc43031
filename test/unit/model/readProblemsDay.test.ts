import { describe, expect, it } from 'vitest';
import { day } from '../../../src/base/day';
import { readPlanFile } from '../../../src/model/read';
import { makeSnapshot } from '../../../src/snapshot';
import { listed, marked } from './marked';

const today = day('2026-11-23');
const one = (fields: string) => `milestones:\n  - id: a\n    title: A\n${fields.replace(/^/gm, '    ')}\n`;

describe('what lies in the future is marked at its day', () => {
  it.each([
    ['error', one('completed: ⟦2026-11-24⟧')],
    ['error', one('tasks:\n  - One\n  - { title: Two, done: true, completed: ⟦2026-11-24⟧ }')],
    [
      'error',
      one('tasks:\n  - title: Two\n    done: true\n    completed: "⟦2026-11-24⟧"')
        .replace('"⟦', '⟦"')
        .replace('⟧"', '"⟧'),
    ],
    ['warning', one('started: ⟦2026-11-24⟧')],
  ])('%s in %j', (severity, source) => {
    const { text, start, end } = marked(source);
    const file = readPlanFile(text, 'a');
    const read = { uri: 'a', baseName: 'a', folder: '', text, file, plan: file.plan };
    const { plans } = makeSnapshot([read], { number: 1, today, todayIn: () => today, dueSoonDays: 7 });
    const found = (plans[0]?.problems ?? []).filter(({ code }) => !code.startsWith('quality.'));
    expect(listed(found, text)).toEqual([`${severity} completed.future ${JSON.stringify(text.slice(start, end))}`]);
  });

  it('but today is not', () => {
    const text = one('started: 2026-11-23\ncompleted: 2026-11-23');
    const file = readPlanFile(text, 'a');
    const read = { uri: 'a', baseName: 'a', folder: '', text, file, plan: file.plan };
    const { plans } = makeSnapshot([read], { number: 1, today, todayIn: () => today, dueSoonDays: 7 });
    expect(plans[0]?.problems.map(({ code }) => code)).not.toContain('completed.future');
  });
});
