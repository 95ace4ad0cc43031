// Schedules that are kept while everything they follow from is the same, so that an edit costs one plan and not all. Knows no clock and computes nothing.
import type { Day } from '../base/day';
import type { Joined, Link } from '../model/join';
import type { ScheduleInput } from './outline';
import type { PlanSchedule } from './schedule';
import { type ScheduleOptions, schedulePlans } from './schedulePlans';

/** Does what `schedulePlans` does. */
export type SchedulePlans = typeof schedulePlans;

/** Plans that wait for each other across files, mostly one alone, and all that their schedules follow from. */
interface Ground {
  readonly plans: readonly ScheduleInput[];
  readonly todays: readonly Day[];
  readonly dueSoonDays: number;
  readonly links: readonly Link[];
  /** Dependencies are wrong; such plans are never kept, because where the fault stands may move with a text elsewhere. */
  readonly faulty: boolean;
}

interface Kept {
  readonly ground: Ground;
  readonly schedule: PlanSchedule;
}

/** Keeps the schedules of its last call. What is the same then is the same object. */
export function keepingSchedule(): SchedulePlans {
  let kept: ReadonlyMap<string, Kept> = new Map();
  return (plans, joined, options) => {
    const grounds = groundsOf(plans, joined, options);
    const isKept = (ground: Ground) => {
      const [first] = ground.plans;
      const before = first && kept.get(first.uri);
      return before !== undefined && sameGround(before.ground, ground);
    };
    const changed = grounds.filter((ground) => !isKept(ground));
    // All of them are as they were joined, and what the join knows of them holds.
    const fresh =
      changed.length === grounds.length
        ? schedulePlans(plans, joined, options)
        : schedulePlans(
            changed.flatMap((ground) => ground.plans),
            { links: changed.flatMap(({ links }) => links), problems: joined.problems },
            options,
          );
    const next = new Map<string, Kept>();
    for (const ground of grounds) {
      for (const { uri } of ground.plans) {
        const schedule = fresh.get(uri) ?? kept.get(uri)?.schedule;
        if (schedule) next.set(uri, { ground, schedule });
      }
    }
    kept = next;
    return new Map([...next].map(([uri, { schedule }]) => [uri, schedule]));
  };
}

/** Plans in groups that wait for each other across files, each in the order it is given. */
export function connectedPlans<P extends { readonly uri: string }>(
  plans: readonly P[],
  links: readonly Link[],
): readonly (readonly P[])[] {
  const firstOf = connected(plans, links);
  return [...groupBy(plans, ({ uri }) => firstOf(uri)).values()];
}

function groundsOf(plans: readonly ScheduleInput[], joined: Joined, options: ScheduleOptions): readonly Ground[] {
  const firstOf = connected(plans, joined.links);
  const members = groupBy(plans, ({ uri }) => firstOf(uri));
  const links = groupBy(joined.links, ({ successor }) => firstOf(uriOf(successor)));
  return [...members].map(([first, group]) => ({
    plans: group,
    todays: group.map(({ plan }) => options.todayFor(plan)),
    dueSoonDays: options.dueSoonDays,
    links: links.get(first) ?? [],
    faulty: group.some(({ uri }) => joined.problems.has(uri)),
  }));
}

/** For each plan one that stands for all it is linked with, directly or through others. */
function connected(plans: readonly { readonly uri: string }[], links: readonly Link[]): (uri: string) => string {
  const towards = new Map<string, string>(plans.map(({ uri }) => [uri, uri]));
  const firstOf = (uri: string): string => {
    let at = uri;
    for (let next = towards.get(at); next !== undefined && next !== at; next = towards.get(at)) {
      // Shortens the way for the next one that goes it.
      towards.set(at, towards.get(next) ?? next);
      at = next;
    }
    return at;
  };
  for (const { predecessor, successor } of links) towards.set(firstOf(uriOf(predecessor)), firstOf(uriOf(successor)));
  return firstOf;
}

function uriOf(ref: string): string {
  return ref.slice(0, ref.lastIndexOf('#'));
}

function groupBy<T>(items: readonly T[], nameOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const name = nameOf(item);
    const group = groups.get(name);
    if (group) group.push(item);
    else groups.set(name, [item]);
  }
  return groups;
}

function sameGround(before: Ground, now: Ground): boolean {
  return (
    !before.faulty &&
    !now.faulty &&
    before.dueSoonDays === now.dueSoonDays &&
    sameList(before.todays, now.todays, Object.is) &&
    sameList(before.plans, now.plans, samePlan) &&
    sameList(before.links, now.links, sameLink)
  );
}

function sameList<T>(left: readonly T[], right: readonly T[], same: (left: T, right: T) => boolean): boolean {
  return (
    left.length === right.length &&
    left.every((item, at) => {
      const other = right[at];
      return other !== undefined && same(item, other);
    })
  );
}

function samePlan(left: ScheduleInput, right: ScheduleInput): boolean {
  return (
    left.uri === right.uri && left.plan === right.plan && left.places === right.places && left.fields === right.fields
  );
}

/** A lag is the same object as long as the plan is. */
function sameLink(left: Link, right: Link): boolean {
  return (
    left.predecessor === right.predecessor &&
    left.successor === right.successor &&
    left.type === right.type &&
    left.lag === right.lag &&
    left.inCycle === right.inCycle
  );
}
