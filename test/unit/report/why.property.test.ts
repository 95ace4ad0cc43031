// Any two plans that depend on each other: health and colour agree, and every chain ends at what nothing else decides.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { knownRef } from '../../../src/report/known';
import { whyCritical, whyThisDate } from '../../../src/report/why';
import { english, snapshotOf } from './snapshotOf';

interface Drawn {
  readonly due: number | undefined;
  readonly deadline: number | undefined;
  readonly start: number | undefined;
  readonly effort: number;
  readonly status: string | undefined;
  readonly blocked: boolean;
  readonly inside: boolean;
  readonly after: readonly { readonly at: number; readonly type: string; readonly lag: number }[];
}

const days = fc.option(fc.integer({ min: -15, max: 40 }), { nil: undefined, freq: 2 });
const drawn: fc.Arbitrary<Drawn> = fc.record({
  due: days,
  deadline: fc.option(fc.integer({ min: -5, max: 40 }), { nil: undefined, freq: 1 }),
  start: fc.option(fc.integer({ min: -15, max: 40 }), { nil: undefined, freq: 1 }),
  effort: fc.integer({ min: 0, max: 8 }),
  status: fc.oneof(
    { weight: 4, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.constantFrom('in-progress', 'submitted', 'done', 'on-hold', 'cancelled') },
  ),
  blocked: fc.integer({ min: 0, max: 9 }).map((dice) => dice === 0),
  inside: fc.boolean(),
  after: fc.array(
    fc.record({
      at: fc.integer({ min: 0, max: 11 }),
      type: fc.constantFrom('FS', 'FS', 'FS', 'SS', 'FF', 'SF'),
      lag: fc.integer({ min: -2, max: 3 }),
    }),
    { maxLength: 3 },
  ),
});

const first = Date.UTC(2026, 10, 23);
const iso = (away: number) => new Date(first + away * 86_400_000).toISOString().slice(0, 10);

/** Two files with half of the milestones each; some stand inside the one before. */
function files(all: readonly Drawn[]) {
  const half = Math.ceil(all.length / 2);
  const fileOf = (at: number) => (at < half ? 'a' : 'b');
  const text = (from: number, to: number) => {
    const lines = ['deadline: 2026-12-18', 'people: { me: { hoursPerDay: 8 } }', 'milestones:'];
    let open = false;
    for (let at = from; at < to; at++) {
      const own = all[at];
      if (!own) continue;
      const inside = own.inside && open;
      const after = own.after
        .filter((each) => each.at < all.length)
        .map(({ at: other, type, lag }) => `{ id: ${fileOf(other)}/m${other}, type: ${type}, lag: ${lag}d }`);
      const fields = [
        `id: m${at}, title: M${at}, effort: ${own.effort}d, owner: me, dependsOn: [${after.join(', ')}]`,
        ...(own.due === undefined ? [] : [`due: ${iso(own.due)}`]),
        ...(own.deadline === undefined ? [] : [`deadline: ${iso(own.deadline)}`]),
        ...(own.start === undefined ? [] : [`start: ${iso(own.start)}`]),
        ...(own.status === undefined ? [] : [`status: ${own.status}`]),
        ...(own.blocked ? ['blockedBy: Hosting'] : []),
      ];
      if (inside) lines.push(`      - { ${fields.join(', ')} }`);
      else
        lines.push(
          `  - ${fields.join('\n    ').replace(/, (?=title|effort|owner|dependsOn)/g, '\n    ')}\n    milestones:`,
        );
      open = true;
    }
    return `${lines.join('\n')}\n`;
  };
  return [
    { name: 'a', text: text(0, half) },
    { name: 'b', text: text(half, all.length) },
  ];
}

const healthOf = {
  red: ['late', 'blocked', 'at-risk'],
  amber: ['blocked', 'at-risk'],
  green: ['blocked', 'due-soon', 'on-track'],
  none: ['done', 'cancelled', 'on-hold'],
};

it('holds for 300 pairs of plans', () => {
  let steps = 0;
  fc.assert(
    fc.property(fc.array(drawn, { minLength: 2, maxLength: 12 }), (all) => {
      const snapshot = snapshotOf(files(all));
      for (const { uri, schedule } of snapshot.plans) {
        const { rag, health } = schedule;
        expect(healthOf[rag.color ?? 'none']).toContain(health);
        for (const [key, own] of schedule.milestones) {
          expect(healthOf[own.rag.color ?? 'none'], key).toContain(own.health);
          for (const why of [whyThisDate, whyCritical]) {
            const found = why(snapshot, `${uri}#${key}`, 100);
            const last = knownRef(snapshot, found?.steps.at(-1)?.milestone?.ref ?? '');
            steps += found?.steps.length ?? 0;
            expect(found?.steps.map(({ says }) => english(says)).join('\n')).not.toMatch(/\{\w+\}|because ,/);
            const { driver, limit } = last?.schedule ?? {};
            if (why === whyCritical) expect(String(limit?.kind)).not.toMatch(/successor|around/);
            else if (driver?.kind === 'predecessor') expect(found?.steps.length).toBeGreaterThan(1);
          }
        }
      }
    }),
    { numRuns: 300, seed: 4 },
  );
  expect(steps).toBeGreaterThan(3000);
});
