// The dates an issued summary promised, and what became of each of them since. Knows no words for the reader.
import type { Day } from '../base/day';
import type { Milestone, Plan } from '../model/plan';
import { allMilestones } from '../model/planFile';
import type { Health, PlanSchedule } from '../schedule/schedule';

/** A due date that an issued summary named. */
export interface Promised {
  /** `Milestone.key` in the plan of that day. */
  readonly id: string;
  readonly title: string;
  readonly due: Day;
}

/** A promise that does not simply stand as it was given. */
export interface PromiseChange {
  readonly promised: Promised;
  /** The milestone as it is now; absent where it is no longer there. */
  readonly milestone?: Milestone;
  readonly became: PromiseFate;
}

export type PromiseFate =
  /** `days` are calendar days, positive for later. */
  | { readonly kind: 'moved'; readonly to: Day; readonly days: number }
  /** It has no due date any more. */
  | { readonly kind: 'withdrawn' }
  | { readonly kind: 'cancelled' }
  /** Put on hold with the date still written beside it. */
  | { readonly kind: 'paused' }
  /** `on` is absent where the day is not written; `days` is calendar days after the promised one, negative for earlier. */
  | { readonly kind: 'delivered'; readonly on?: Day; readonly days?: number }
  /** No milestone has its id or its title. */
  | { readonly kind: 'gone' };

/** A plan on a day, such as a `PlanSnapshot`. */
export interface PromiseGround {
  readonly plan: Pick<Plan, 'milestones'>;
  readonly schedule: { readonly milestones: PlanSchedule['milestones'] };
}

/** What is written down of a title; two that agree so far are the same. */
const longestTitle = 200;

/** Every due date that is neither kept nor given up, in file order: of all milestones, because a table names them all. */
export function promisesOf(ground: PromiseGround): readonly Promised[] {
  return [...allMilestones(ground.plan.milestones)].flatMap((milestone) => {
    const health = healthOf(ground, milestone);
    if (milestone.due === undefined || health === 'done' || health === 'cancelled') return [];
    return [{ id: milestone.key, title: titleOf(milestone), due: milestone.due }];
  });
}

/** What became of every promise that does not stand as it was given, in the order of `before`; each is told once. */
export function movedPromises(before: readonly Promised[], now: PromiseGround): readonly PromiseChange[] {
  const found = matched(before, [...allMilestones(now.plan.milestones)]);
  return before.flatMap((promised, at): readonly PromiseChange[] => {
    const milestone = found[at];
    if (!milestone) return [{ promised, became: { kind: 'gone' } }];
    const became = fateOf(promised, milestone, healthOf(now, milestone));
    return became ? [{ promised, milestone, became }] : [];
  });
}

function fateOf(
  { due: promised }: Promised,
  milestone: Milestone,
  health: Health | undefined,
): PromiseFate | undefined {
  const { due, completed: on } = milestone;
  if (health === 'cancelled') return { kind: 'cancelled' };
  if (health === 'done')
    return on === undefined ? { kind: 'delivered' } : { kind: 'delivered', on, days: on - promised };
  if (due === undefined) return { kind: 'withdrawn' };
  if (due !== promised) return { kind: 'moved', to: due, days: due - promised };
  return health === 'on-hold' ? { kind: 'paused' } : undefined;
}

/** What lies inside something that is done, cancelled or on hold is so too, which the schedule knows. */
function healthOf({ schedule }: PromiseGround, { key }: Milestone): Health | undefined {
  return schedule.milestones.get(key)?.health;
}

/**
 * The milestone of each promise, no milestone twice. An id that is written down is the surest sign; ids that come from titles move on to the next of
 * the same title when one is removed, so title and date together come before them; a title alone comes last.
 */
function matched(before: readonly Promised[], milestones: readonly Milestone[]): readonly (Milestone | undefined)[] {
  const found: (Milestone | undefined)[] = before.map(() => undefined);
  const taken = new Set<Milestone>();
  const pass = (
    keyOf: (milestone: Milestone) => string | undefined,
    promisedKey: (promised: Promised) => string | undefined,
  ) => {
    const open = new Map<string, Milestone[]>();
    for (const milestone of milestones) {
      const key = taken.has(milestone) ? undefined : keyOf(milestone);
      if (key === undefined) continue;
      const same = open.get(key);
      if (same) same.push(milestone);
      else open.set(key, [milestone]);
    }
    // Taken from the end, which costs nothing however many share a title.
    for (const same of open.values()) same.reverse();
    before.forEach((promised, at) => {
      const key = found[at] ? undefined : promisedKey(promised);
      const milestone = key === undefined ? undefined : open.get(key)?.pop();
      if (!milestone) return;
      found[at] = milestone;
      taken.add(milestone);
    });
  };
  pass(
    ({ key, idWritten }) => (idWritten ? key : undefined),
    ({ id }) => id,
  );
  pass(
    (milestone) => (milestone.due === undefined ? undefined : `${milestone.due} ${titleOf(milestone)}`),
    ({ due, title }) => `${due} ${title}`,
  );
  pass(
    ({ key }) => key,
    ({ id }) => id,
  );
  pass(titleOf, ({ title }) => title);
  return found;
}

function titleOf({ title }: Milestone): string {
  return title.slice(0, longestTitle);
}
