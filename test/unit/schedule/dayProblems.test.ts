import { describe, expect, it } from 'vitest';
import type { Span } from '../../../src/base/text';
import type { Places } from '../../../src/model/planFile';
import type { Problem } from '../../../src/model/problem';
import { schedulePlans } from '../../../src/schedule/schedulePlans';
import { milestone, plan, say, today } from './build';

const span = (start: number): Span => ({ start, end: start + 10 });
const places = (fields: Record<string, Span>, tasks: readonly Span[] = []): Places => ({
  span: span(0),
  title: span(1),
  fields: new Map(Object.entries(fields)),
  items: new Map([['tasks', tasks]]),
});

const future = { ...plan([milestone('m', { completed: '2026-11-24' }), milestone('n', { completed: '2026-11-23' })]) };
const options = { todayFor: () => today, dueSoonDays: 7 };
const unknown: Problem = {
  code: 'dependency.unknown',
  severity: 'error',
  message: { text: 'No', args: {} },
  span: span(5),
};

describe('problems of the day and across files', () => {
  it('something completed tomorrow is wrong, on its own characters', () => {
    const known = new Map([
      ['m', places({ completed: span(70) })],
      ['n', places({ completed: span(90) })],
    ]);
    const found = schedulePlans(
      [{ uri: 'a', plan: future, places: known }],
      { links: [], problems: new Map() },
      options,
    );
    const problems = found.get('a')?.problems ?? [];
    expect(problems.map(({ code, severity, span }) => [code, severity, span])).toEqual([
      ['completed.future', 'error', span(70)],
    ]);
    expect(problems.map(({ message }) => say(message))).toEqual([
      'Nothing can be completed on a day that is still to come: 24 November 2026 is after today.',
    ]);
  });
  it('of tasks too', () => {
    const task = { title: 'T', done: true, completed: future.milestones[0]?.completed ?? today };
    const inside = plan([{ ...milestone('m'), tasks: [{ title: 'S', done: false }, task] }]);
    const known = new Map([['m', places({}, [span(10), span(30)])]]);
    const found = schedulePlans(
      [{ uri: 'a', plan: inside, places: known }],
      { links: [], problems: new Map() },
      options,
    );
    const ofDays = found.get('a')?.problems.filter(({ code }) => code === 'completed.future');
    expect(ofDays?.map((problem) => problem.span)).toEqual([span(30)]);
  });
  it('those of joining come along; a plan without places has none', () => {
    const joined = { links: [], problems: new Map([['a', [unknown]]]) };
    const of = (input: object) =>
      schedulePlans([{ uri: 'a', plan: future, ...input }], joined, options).get('a')?.problems;
    expect(of({ places: new Map() })).toEqual([unknown]);
    expect(of({})).toEqual([]);
  });
});
