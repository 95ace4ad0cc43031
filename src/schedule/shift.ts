// Which milestones move with one that is rescheduled, and to which days. Changes nothing: the result says what to write.
import type { Day } from '../base/day';
import type { Link } from '../model/join';
import type { Milestone } from '../model/plan';
import type { WorkCalendar } from '../network/calendar';
import { addWorkingTime, workingTimeBetween } from '../network/workingTime';
import { workersOf } from './networkOfCalendars';
import { isAhead, isInside, type Outline, outline, refOf, type ScheduleInput } from './outline';

export interface Shift {
  /** Working days, by the calendar of the rescheduled milestone's owner; negative is earlier. Never 0. */
  readonly days: number;
  /** In file order; every one has a new day. */
  readonly moved: readonly Moved[];
}

export interface Moved {
  /** `uri#key`. */
  readonly ref: string;
  readonly start?: Day;
  readonly due?: Day;
}

/**
 * What depends on the milestone `ref` when its due date becomes `due`: all that is still ahead behind its links, at any distance and in any plan.
 * Each moves by the same number of working days of its own owner. `undefined` where no working day lies between the old due date and the new one.
 */
export function shiftOf(
  plans: readonly ScheduleInput[],
  links: readonly Link[],
  { ref, due }: { readonly ref: string; readonly due: Day },
): Shift | undefined {
  const all = outline(plans);
  const refs = all.milestones.map((_, number) => refOf(all, number));
  const first = refs.indexOf(ref);
  const milestone = all.milestones[first];
  if (milestone?.due === undefined) return undefined;
  const workers = workersOf(plans.map(({ plan }) => plan));
  const calendarOf = (number: number) => workers.of(all.planOf[number] ?? 0, all.owners[number]).days;
  const days = workingTimeBetween(calendarOf(first), { day: milestone.due, part: 1 }, { day: due, part: 1 });
  if (days === 0) return undefined;
  const dueOf = (number: number) => {
    const before = all.milestones[number]?.due;
    return before === undefined ? undefined : dueAfter(calendarOf(number), before, days);
  };
  const found = dependentsOf(
    { all, following: followingOf(refs, links), ends: endsOf(all, days > 0), dueOf },
    first,
    due,
  );
  const moved = found.flatMap(({ number, start: moves }): Moved[] => {
    const own = all.milestones[number];
    const name = refs[number];
    if (!own || name === undefined) return [];
    const start = moves && own.start !== undefined ? startAfter(calendarOf(number), own.start, days) : undefined;
    const end = dueOf(number);
    if (start === undefined && end === undefined) return [];
    return [{ ref: name, ...(start === undefined ? {} : { start }), ...(end === undefined ? {} : { due: end }) }];
  });
  return { days, moved };
}

/** A due date is inclusive: its day is over by then. */
function dueAfter(calendar: WorkCalendar, due: Day, days: number): Day {
  return addWorkingTime(calendar, { day: due, part: 1 }, days).day;
}

function startAfter(calendar: WorkCalendar, start: Day, days: number): Day {
  return addWorkingTime(calendar, { day: start, part: 0 }, days).day;
}

/** A milestone that moves; without `start`, only its finish does. */
interface Found {
  readonly number: number;
  readonly start: boolean;
}

interface Ground {
  readonly all: Outline;
  readonly following: Following;
  readonly ends: Ends;
  /** The new due date. */
  readonly dueOf: (number: number) => Day | undefined;
}

/** All that moves with `first`, without itself, by number. */
function dependentsOf(ground: Ground, first: number, due: Day): readonly Found[] {
  const { all, following, ends, dueOf } = ground;
  const found = new Map<number, boolean>();
  const open: (Found & { readonly due: Day | undefined })[] = [{ number: first, start: isMoment(all, first), due }];
  const reach = ({ to, type }: Followed) => {
    for (const next of reached(all, to, type)) {
      const known = found.get(next.number);
      if (next.number === first || isInside(all, first, next.number) || known === true || known === next.start)
        continue;
      found.set(next.number, next.start);
      open.push({ ...next, due: known === undefined ? dueOf(next.number) : undefined });
    }
  };
  for (let next = open.pop(); next; next = open.pop()) {
    const { number, start, due: after } = next;
    for (const link of following.get(number) ?? []) if (start || waitsForFinish(link)) reach(link);
    for (let around = all.parents[number] ?? -1; around >= 0; around = all.parents[around] ?? -1) {
      if (found.has(around) || !ends.moves(around, all.milestones[number]?.due, after)) continue;
      for (const link of following.get(around) ?? []) if (waitsForFinish(link)) reach(link);
    }
  }
  return [...found].map(([number, start]) => ({ number, start })).sort((left, right) => left.number - right.number);
}

/** What a link moves: a milestone with all inside it, or the finish alone of one that holds others and whose finish alone waits. */
function reached(all: Outline, to: number, type: Link['type']): readonly Found[] {
  const last = all.ends[to] ?? to + 1;
  const whole = type === 'FS' || type === 'SS' || last === to + 1;
  const moving: Found[] = [];
  for (let number = to; number < (whole ? last : to + 1); number++)
    if (canMove(all, number)) moving.push({ number, start: whole && !hasBegun(all.milestones[number]) });
  return moving;
}

interface Followed {
  readonly to: number;
  readonly type: Link['type'];
}

function waitsForFinish({ type }: Followed): boolean {
  return type === 'FS' || type === 'FF';
}

type Following = ReadonlyMap<number, readonly Followed[]>;

function followingOf(refs: readonly string[], links: readonly Link[]): Following {
  const numbers = new Map(refs.map((ref, number) => [ref, number]));
  const following = new Map<number, Followed[]>();
  for (const { predecessor, successor, type, inCycle } of links) {
    const from = numbers.get(predecessor);
    const to = numbers.get(successor);
    if (inCycle || from === undefined || to === undefined) continue;
    const list = following.get(from);
    if (list) list.push({ to, type });
    else following.set(from, [{ to, type }]);
  }
  return following;
}

/** What is finished or handed in waits for nobody any more. */
function canMove(all: Outline, number: number): boolean {
  return isAhead(all, number) && all.statuses[number] !== 'submitted';
}

/** Work that has begun keeps the day it began on. */
function hasBegun(milestone: Milestone | undefined): boolean {
  return milestone === undefined || milestone.started !== undefined || milestone.status === 'in-progress';
}

/** Whether moving its due date moves its start too. */
function isMoment({ milestones, ends }: Outline, number: number): boolean {
  const milestone = milestones[number];
  return milestone?.start === undefined && !hasBegun(milestone) && (ends[number] ?? 0) === number + 1;
}

/** Whether what waits for all of a milestone that stays moves too: only when its last date is no longer the last. */
interface Ends {
  moves(around: number, before: Day | undefined, after: Day | undefined): boolean;
}

function endsOf({ milestones, statuses, ends }: Outline, isLater: boolean): Ends {
  const known = new Map<number, { readonly last: Day | undefined; onLast: number }>();
  const endOf = (around: number) => {
    const before = known.get(around);
    if (before) return before;
    let last: Day | undefined;
    let onLast = 0;
    for (let at = around; at < (ends[around] ?? 0); at++) {
      const due = milestones[at]?.due;
      if (due === undefined || statuses[at] === 'cancelled') continue;
      if (due === last) onLast++;
      else if (last === undefined || due > last) [last, onLast] = [due, 1];
    }
    const made = { last, onLast };
    known.set(around, made);
    return made;
  };
  return {
    moves(around, before, after) {
      const end = endOf(around);
      if (end.last === undefined || before === undefined || after === undefined) return false;
      if (isLater) return after > end.last;
      if (before === end.last) end.onLast--;
      return before === end.last && end.onLast === 0;
    },
  };
}
