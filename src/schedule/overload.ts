// Says of each person whose hours do not suffice so, at the due date that breaks first. Knows the demand and computes none.
import { type Day, isoDay } from '../base/day';
import { counted, type Message, message } from '../base/message';
import type { Span } from '../base/text';
import type { Plan } from '../model/plan';
import { limitOf } from './dates';
import { nameIn } from './naming';
import type { Told } from './qualityHints';
import type { Reporting } from './reporting';
import type { Feasibility } from './schedule';

/** `date.infeasible`: one for each person, where most of the work is that is due on that day. */
export function reportOverload(reporting: Reporting): void {
  const { plan, feasibility, report } = reporting;
  for (const { owner, breaks } of feasibility) {
    if (breaks) report('date.infeasible', () => toldOf(reporting, sentence(plan, owner, breaks), breaks));
  }
}

type Breaks = NonNullable<Feasibility['breaks']>;

function sentence(plan: Plan, owner: string | undefined, breaks: Breaks): Message {
  const args = {
    due: { day: breaks.due },
    available: hours(breaks.availableHours),
    needed: hours(breaks.neededHours),
    over: hours(breaks.overHours),
    from: { day: breaks.holdsFrom },
  };
  return owner === undefined
    ? message(
        'There are {available} for what is due by {due}, and {needed} are needed, {over} too few. It would hold on {from}.',
        args,
      )
    : message(
        '{owner} has {available} for what is due by {due} and needs {needed}, {over} too few. It would hold on {from}.',
        { ...args, owner: nameIn(plan, owner) },
      );
}

function hours(count: number): Message {
  return counted(Math.round(count * 10) / 10, '{count} hour', '{count} hours');
}

/** Only the due date of a milestone may be moved: a deadline is somebody else's, and a task is written in many ways. */
function toldOf(reporting: Reporting, said: Message, { due, holdsFrom, milestones }: Breaks): Told {
  const { span, movable } = placeOf(reporting, milestones[0], due);
  return { span, message: said, ...(movable && span ? { instead: isoDay(holdsFrom) } : {}) };
}

interface Place {
  readonly span: Span | undefined;
  readonly movable: boolean;
}

/** Where the day stands that the work of a milestone is due on. */
function placeOf({ all, plan, position, places, fields }: Reporting, key: string | undefined, due: Day): Place {
  let number = all.starts[position] ?? 0;
  while (number < (all.starts[position + 1] ?? 0) && all.milestones[number]?.key !== key) number++;
  const milestone = all.milestones[number];
  for (let at = number; at >= 0; at = all.parents[at] ?? -1) {
    const around = all.milestones[at];
    const limit = around && limitOf(around);
    if (limit === undefined) continue;
    if (limit !== due) break;
    const field = around?.due === undefined ? 'deadline' : 'due';
    return { span: places.get(around?.key ?? '')?.fields.get(field), movable: field === 'due' };
  }
  const task = milestone?.tasks.findIndex((each) => !each.done && each.due === due) ?? -1;
  const span = places.get(key ?? '')?.items.get('tasks')?.[task];
  return { span: span ?? (plan.deadline === due ? fields.get('deadline') : undefined), movable: false };
}
