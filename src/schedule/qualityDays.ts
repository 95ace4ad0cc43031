// Hints on due dates: on a day off, or before what must come first. Knows no day "today".
import { type Day, isoDay } from '../base/day';
import { type Message, message } from '../base/message';
import type { Milestone } from '../model/plan';
import { planOf } from './outline';
import type { Told } from './qualityHints';
import { type Looked, placeOf } from './qualityLooked';

/** `quality.dayOff` and `milestone.dueBeforePredecessor`. */
export function hintDays(looked: Looked, number: number, due: Day): void {
  const { all, bounds, days, inherited, hint } = looked;
  const latest = all.milestones[bounds.predecessor.get(number) ?? -1]?.due;
  if (latest !== undefined && latest > due)
    hint('milestone.dueBeforePredecessor', () => ({
      span: placeOf(looked, number, 'due'),
      message: dueBefore(looked, number),
    }));
  if (!days.works(due, inherited.owner(number))) hint('quality.dayOff', () => off(looked, number, due));
}

function off(looked: Looked, number: number, due: Day): Told {
  const { days, inherited, plan } = looked;
  const other = workingDayFor(looked, number, due);
  const owner = days.works(due) ? inherited.owner(number) : undefined;
  const name = plan.people.find(({ key }) => key === owner)?.name ?? owner;
  return {
    span: placeOf(looked, number, 'due'),
    message: name === undefined ? dayOff(due, other) : personOff(due, other, name),
    ...(other === undefined ? {} : { instead: isoDay(other) }),
  };
}

function dueBefore({ all, bounds, position }: Looked, number: number): Message {
  const at = bounds.predecessor.get(number) ?? -1;
  const { title = '', due } = all.milestones[at] ?? {};
  const args = { title, due: due === undefined ? '' : { day: due } };
  const plan = planOf(all, at);
  if (!plan || plan === all.plans[position]?.plan)
    return message('This waits for “{title}”, which is due only on {due}. Move one of the two.', args);
  return message('This waits for “{title}” of {project}, which is due only on {due}. Move one of the two.', {
    ...args,
    project: plan.project,
  });
}

/** The next working day; the one before where the next would come too late for something else; none where neither would do. */
function workingDayFor({ all, bounds, days, inherited }: Looked, number: number, due: Day): Day | undefined {
  const owner = inherited.owner(number);
  const milestone = all.milestones[number];
  const next = days.nearest(due, 1, owner);
  const latest = Math.min(
    bounds.successorDue.get(number) ?? Number.POSITIVE_INFINITY,
    dueAround(all, number) ?? Number.POSITIVE_INFINITY,
    milestone?.deadline ?? Number.POSITIVE_INFINITY,
  );
  if (next === undefined || next <= latest) return next;
  const before = days.nearest(due, -1, owner);
  const earliest = Math.max(
    all.milestones[bounds.predecessor.get(number) ?? -1]?.due ?? Number.NEGATIVE_INFINITY,
    milestone?.start ?? Number.NEGATIVE_INFINITY,
    ...(milestone ? [latestInside(milestone)] : []),
  );
  return before !== undefined && before >= earliest ? before : undefined;
}

function dueAround({ milestones, parents }: Looked['all'], number: number): Day | undefined {
  for (let at = parents[number] ?? -1; at >= 0; at = parents[at] ?? -1) {
    const due = milestones[at]?.due;
    if (due !== undefined) return due;
  }
  return undefined;
}

/** The latest due date directly inside, and of those that have none, inside them. */
function latestInside({ milestones }: Milestone): number {
  let latest = Number.NEGATIVE_INFINITY;
  const open = [...milestones];
  for (let next = open.pop(); next; next = open.pop()) {
    if (next.due === undefined) open.push(...next.milestones);
    else if (next.due > latest) latest = next.due;
  }
  return latest;
}

function dayOff(due: Day, other: Day | undefined): Message {
  const day = { day: due, style: 'full' } as const;
  if (other === undefined) return message('This is due on a day off, {due}. Take a working day.', { due: day });
  const args = { due: day, other: { day: other, style: 'full' } as const };
  return other > due
    ? message('This is due on a day off, {due}. Take the next working day, {other}.', args)
    : message('This is due on a day off, {due}. Take the working day before it, {other}.', args);
}

function personOff(due: Day, other: Day | undefined, person: string): Message {
  const day = { day: due, style: 'full' } as const;
  if (other === undefined) return message('{person} does not work on {due}. Take a working day.', { person, due: day });
  const args = { person, due: day, other: { day: other, style: 'full' } as const };
  return other > due
    ? message('{person} does not work on {due}. Take the next working day, {other}.', args)
    : message('{person} does not work on {due}. Take the working day before it, {other}.', args);
}
