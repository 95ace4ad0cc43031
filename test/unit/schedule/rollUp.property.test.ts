import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Milestone } from '../../../src/model/plan';
import { allMilestones } from '../../../src/model/planFile';
import { milestone, schedule } from './build';

interface Node {
  readonly done: boolean;
  readonly cancelled: boolean;
  readonly weight: number | undefined;
  readonly tasks: readonly boolean[];
  readonly inside: readonly Node[];
}

const { node } = fc.letrec<{ node: Node }>((tie) => ({
  node: fc.record({
    done: fc.boolean(),
    cancelled: fc.integer({ max: 5, min: 0 }).map((dice) => dice === 0),
    weight: fc.option(fc.integer({ min: 1, max: 20 }), { nil: undefined }),
    tasks: fc.array(fc.boolean(), { maxLength: 4 }),
    inside: fc.oneof(
      { maxDepth: 3, depthIdentifier: 'nesting' },
      fc.constant([]),
      fc.array(tie('node'), { maxLength: 3 }),
    ),
  }),
}));
const forest = fc.array(node, { maxLength: 4 });

function build(nodes: readonly Node[], prefix = 'm'): Milestone[] {
  return nodes.map(({ done, cancelled, weight, tasks, inside }, at) =>
    milestone(`${prefix}${at}`, {
      status: cancelled ? 'cancelled' : done ? 'done' : 'planned',
      tasks: tasks.map((each) => (each ? 'x task' : 'task')),
      milestones: build(inside, `${prefix}${at}-`),
      ...(weight === undefined ? {} : { weight }),
    }),
  );
}

/** A fraction, and whether all or anything counted is done. */
interface Exact {
  readonly top: bigint;
  readonly bottom: bigint;
  readonly all: boolean;
  readonly any: boolean;
}

const nothing: Exact = { top: 0n, bottom: 1n, all: false, any: false };

/** The rule word for word, in exact fractions and by recursion. */
function exact({ done, tasks, inside }: Node): Exact {
  if (done) return { top: 1n, bottom: 1n, all: true, any: true };
  const ticked = tasks.filter(Boolean).length;
  const own: Exact = {
    top: BigInt(ticked),
    bottom: BigInt(tasks.length),
    all: ticked === tasks.length,
    any: ticked > 0,
  };
  return mean(inside, tasks.length > 0 ? own : undefined) ?? (tasks.length > 0 ? own : nothing);
}

function mean(nodes: readonly Node[], own: Exact | undefined): Exact | undefined {
  const counted = nodes.filter((node) => !node.cancelled);
  if (counted.length === 0) return undefined;
  // Weights times the number of parts, so that the mean weight is whole.
  const parts = counted.map((node) => ({ weight: (node.weight ?? 1) * counted.length, ...exact(node) }));
  const sum = counted.reduce((total, node) => total + (node.weight ?? 1), 0);
  if (own) parts.push({ weight: sum, ...own });
  let [top, bottom] = [0n, 1n];
  for (const part of parts) {
    top = top * part.bottom + BigInt(part.weight) * part.top * bottom;
    bottom *= part.bottom;
  }
  bottom *= BigInt(parts.reduce((total, part) => total + part.weight, 0));
  return { top, bottom, all: parts.every((part) => part.all), any: parts.some((part) => part.any) };
}

function shown({ top, bottom, all, any }: Exact): number {
  if (all) return 100;
  if (!any) return 0;
  return Math.min(99, Math.max(1, Number((200n * top + bottom) / (2n * bottom))));
}

const withInside = (nodes: readonly Node[]): Node => ({
  done: false,
  cancelled: false,
  weight: undefined,
  tasks: [],
  inside: nodes,
});

describe('the roll-up of any plan', () => {
  it('is the rule in exact fractions, rounded half up', () => {
    fc.assert(
      fc.property(forest, (nodes) => {
        const found = schedule(build(nodes));
        expect(found.progressPercent).toBe(shown(exact(withInside(nodes))));
        nodes.forEach((node, at) => {
          if (!node.cancelled) expect(found.of(`m${at}`).progressPercent).toBe(shown(exact(node)));
        });
      }),
      { numRuns: 500 },
    );
  });

  it('never falls when one more task is done', () => {
    fc.assert(
      fc.property(forest, fc.nat(), (nodes, choice) => {
        const plan = build(nodes);
        const before = schedule(plan);
        const open = [...allMilestones(plan)].filter(({ tasks }) => tasks.some((task) => !task.done));
        const chosen = open[choice % Math.max(1, open.length)];
        const after = schedule(replace(plan, chosen, tickFirst));
        expect(after.progressPercent).toBeGreaterThanOrEqual(before.progressPercent);
        for (const [key, { progressPercent }] of before.milestones) {
          expect(after.of(key).progressPercent).toBeGreaterThanOrEqual(progressPercent);
        }
      }),
      { numRuns: 300 },
    );
  });
});

function tickFirst(milestone: Milestone): Milestone {
  const at = milestone.tasks.findIndex((task) => !task.done);
  return { ...milestone, tasks: milestone.tasks.map((task, index) => ({ ...task, done: task.done || index === at })) };
}

function replace(
  milestones: readonly Milestone[],
  chosen: Milestone | undefined,
  by: (milestone: Milestone) => Milestone,
): Milestone[] {
  return milestones.map((each) =>
    each === chosen ? by(each) : { ...each, milestones: replace(each.milestones, chosen, by) },
  );
}
