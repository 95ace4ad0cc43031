import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Message } from '../../../src/base/message';
import type { Span } from '../../../src/base/text';
import { joinPlans } from '../../../src/model/join';
import type { PlanFile } from '../../../src/model/planFile';
import { allMilestones } from '../../../src/model/planFile';
import { readPlanFile } from '../../../src/model/read';

const folder = new URL('../../fixtures/plans/', import.meta.url);
const texts = readdirSync(folder)
  .map((name) => readFileSync(new URL(name, folder), 'utf8'))
  .filter((text) => text.length < 9_000);

/** Pieces that mean something to YAML or to a plan. */
const pieces = [
  '\n',
  '\r\n',
  '\r',
  '\t',
  ' ',
  '  ',
  '- ',
  ': ',
  ':',
  ',',
  '{',
  '}',
  '[',
  ']',
  '"',
  "'",
  '#',
  ' # ',
  '&a ',
  '*a',
  '<<: ',
  '!x ',
  '|\n',
  '>-\n',
  '? ',
  '---\n',
  '...\n',
  '%YAML 1.1\n',
  '\ufeff',
  '\0',
  '\ud800',
  '\u2028',
  '__proto__: ',
  'milestones:\n',
  'title: ',
  'due: 2026-02-30',
  'id: a\n',
  'dependsOn: [a]\n',
  'done: yes',
  '~',
  'null',
  '-',
  '..',
  '%',
  '@',
];

interface Mutation {
  readonly at: number;
  readonly cut: number;
  readonly put: string;
}

const mutation: fc.Arbitrary<Mutation> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  cut: fc.oneof(fc.constant(0), fc.nat(4), fc.nat(200)),
  put: fc.oneof(fc.constant(''), fc.constantFrom(...pieces), fc.string({ maxLength: 5 })),
});

function mutate(text: string, mutations: readonly Mutation[]): string {
  let result = text;
  for (const { at, cut, put } of mutations) {
    const from = Math.floor(at * result.length);
    result = result.slice(0, from) + put + result.slice(from + cut);
  }
  return result;
}

/** Every span lies in the text, every milestone has places, keys are unique, and every sentence has its words. */
function check(text: string, file: PlanFile): void {
  const outside = ({ start, end }: Span) => !(0 <= start && start <= end && end <= text.length);
  expect(file.problems.filter(({ span }) => outside(span))).toEqual([]);
  expect(file.problems.filter(({ message }) => lacksWords(message))).toEqual([]);
  expect(file.problems.length).toBeLessThanOrEqual(101);
  const all = [...allMilestones(file.plan?.milestones ?? [])];
  expect([...file.places.keys()]).toEqual(all.map(({ key }) => key));
  const spans = [...file.places.values()].flatMap(({ span, title, fields, items, predecessors }) => [
    span,
    title,
    ...fields.values(),
    ...[...items.values()].flat(),
    ...(predecessors ?? []),
  ]);
  expect(spans.filter(outside)).toEqual([]);
  const misplaced = all.filter(({ key, tasks, dependsOn }) => {
    const place = file.places.get(key);
    return (
      (place?.items.get('tasks') ?? []).length !== tasks.length || place?.predecessors?.length !== dependsOn.length
    );
  });
  expect(misplaced).toEqual([]);
  joinPlans([{ uri: 'x', baseName: 'x', plan: file.plan, file }]);
}

function lacksWords({ text, args }: Message): boolean {
  return [...text.matchAll(/\{(\w+)\}/g)].some(([, name]) => !Object.hasOwn(args, name ?? ''));
}

describe('any text', () => {
  it('that a plan turns into by accident is read without an exception, with every place inside it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.array(mutation, { minLength: 1, maxLength: 4 }), (text, mutations) => {
        const mutated = mutate(text, mutations);
        check(mutated, readPlanFile(mutated, 'x'));
      }),
      { numRuns: 300 },
    );
  });

  it('of signs that mean something is read without an exception', () => {
    const anything = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 3 })), { maxLength: 30 });
    fc.assert(
      fc.property(anything, (parts) => {
        const text = parts.join('');
        check(text, readPlanFile(text, 'x'));
      }),
      { numRuns: 2000 },
    );
  });
});
