// Fixes of days that disagree with each other, with the milestone around or before, or with the calendar. Knows dates only.
import { type Day, parseDay } from '../base/day';
import { message } from '../base/message';
import type { Span, TextEdit } from '../base/text';
import type { Milestone } from '../model/plan';
import { allMilestones } from '../model/planFile';
import type { Problem } from '../model/problem';
import { workingDaysOf } from '../schedule/workingDays';
import { chars, fix, type Ground, milestoneAt, replace, type Standing, shown, withDay } from './fixesGround';
import type { Fix } from './fixesKinds';

/** The two days change places, quotation marks and all. */
export function swapDays(ground: Ground, problem: Problem): readonly Fix[] {
  const pair = isAtTop(ground, problem) ? topDays(ground) : milestoneDays(ground, problem);
  if (!pair) return [];
  const [first, second] = pair;
  const edits: readonly TextEdit[] = [
    { span: first, text: chars(ground, second) },
    { span: second, text: chars(ground, first) },
  ];
  return fix(message('Swap the two days'), edits, { preferred: true });
}

type Two = readonly [Span, Span];

function isAtTop({ source }: Ground, { span }: Problem): boolean {
  return source?.file.fields.get('deadline')?.start === span.start;
}

function topDays({ source }: Ground): Two | undefined {
  const [start, deadline] = [source?.file.fields.get('start'), source?.file.fields.get('deadline')];
  return start && deadline && [start, deadline];
}

function milestoneDays(ground: Ground, { span }: Problem): Two | undefined {
  const at = milestoneAt(ground, span.start);
  if (!at) return undefined;
  for (const [from, to] of [
    ['start', 'due'],
    ['started', 'completed'],
  ] as const) {
    const [first, second] = [at.place.fields.get(from), at.place.fields.get(to)];
    const [early, late] = [at.milestone[from], at.milestone[to]];
    if (!first || !second || early === undefined || late === undefined || early <= late) continue;
    if (first.start === span.start || second.start === span.start) return [first, second];
  }
  return undefined;
}

/** `2027-01-01..2026-12-24` the other way round. */
export function swapRange(ground: Ground, { span, instead }: Problem): readonly Fix[] {
  if (instead !== undefined) return [];
  const parts = /^(["']?)(\d{4}-\d\d-\d\d)( *\.\. *)(\d{4}-\d\d-\d\d)(["']?)$/.exec(chars(ground, span));
  if (!parts) return [];
  const [, open = '', from = '', dots = '', to = '', close = ''] = parts;
  return fix(message('Swap the two days'), replace(span, `${open}${to}${dots}${from}${close}`), { preferred: true });
}

/** Due on the day of the milestone around or in front of this one; or that one moves instead. */
export function earlierDue(ground: Ground, { code, span }: Problem): readonly Fix[] {
  const at = milestoneAt(ground, span.start);
  if (!at) return [];
  if (code === 'milestone.dueAfterParent') {
    const around = parentWithDue(ground, at.milestone);
    if (!around) return [];
    const own = at.milestone.due;
    return [
      ...moved(ground, at, around.milestone.due, true),
      ...(own === undefined
        ? []
        : fix(
            message('Move “{title}”, which it belongs to, to {day}', {
              title: shown(around.milestone.title),
              day: { day: own, style: 'medium' },
            }),
            withDay(ground, around, 'due', own),
          )),
    ];
  }
  const after = lastPredecessor(ground, at.milestone);
  if (after === undefined) return [];
  return [after, nextWorked(ground, at, after)].flatMap((day, position) => moved(ground, at, day, position === 0));
}

function moved(ground: Ground, at: Standing, day: Day | undefined, preferred: boolean): readonly Fix[] {
  if (day === undefined) return [];
  return fix(message('Move it to {day}', { day: { day, style: 'medium' } }), withDay(ground, at, 'due', day), {
    preferred,
  });
}

/** The nearest milestone around that has a due date. */
function parentWithDue({ plan, source }: Ground, milestone: Milestone): Standing | undefined {
  let found: Milestone | undefined;
  for (const outer of allMilestones(plan?.milestones ?? [])) {
    if (outer === milestone || outer.due === undefined) continue;
    for (const inner of allMilestones(outer.milestones)) if (inner === milestone) found = outer;
  }
  const place = found && source?.file.places.get(found.key);
  return found && place && { milestone: found, place };
}

/** The latest due date of what comes before, in this file and in others. */
function lastPredecessor({ plan, page }: Ground, milestone: Milestone): Day | undefined {
  const days = milestone.dependsOn.flatMap(({ id }): Day[] => {
    const slash = id.indexOf('/');
    const name = slash < 0 ? page.baseName : id.slice(0, slash);
    const plans =
      name === page.baseName
        ? [plan]
        : (page.snapshot?.plans ?? []).filter((other) => other.baseName === name).map((other) => other.plan);
    return plans.flatMap((other) =>
      [...allMilestones(other?.milestones ?? [])].flatMap((each) =>
        each.id === id.slice(slash + 1) && each.due !== undefined ? [each.due] : [],
      ),
    );
  });
  return days.sort((left, right) => right - left)[0];
}

/** The next day on which work is done, or the one before; which of the two does less harm is known to the problem. */
export function workingDay(ground: Ground, { span, instead }: Problem): readonly Fix[] {
  const at = milestoneAt(ground, span.start);
  const due = at?.milestone.due;
  if (!at || due === undefined || !ground.plan) return [];
  const { nearest } = workingDaysOf(ground.plan);
  const [next, before] = [nearest(due, 1, at.milestone.owner), nearest(due, -1, at.milestone.owner)];
  const meant = instead === undefined ? next : parseDay(instead);
  return [meant, next, before].flatMap((day, position) => moved(ground, at, day, position === 0));
}

/** Due on the day that would hold, which the problem knows. */
export function heldDay(ground: Ground, { span, instead }: Problem): readonly Fix[] {
  const at = milestoneAt(ground, span.start);
  return at && instead !== undefined ? moved(ground, at, parseDay(instead), true) : [];
}

/** Due on its own deadline rather than after it, or on the working day before. */
export function dueByDeadline(ground: Ground, { span }: Problem): readonly Fix[] {
  const at = milestoneAt(ground, span.start);
  const { due, deadline } = at?.milestone ?? {};
  if (!at || !ground.plan || due === undefined || deadline === undefined || due <= deadline) return [];
  const before = workingDaysOf(ground.plan).nearest(deadline, -1, at.milestone.owner);
  return [deadline, before].flatMap((day, position) => moved(ground, at, day, position === 0));
}

function nextWorked({ plan }: Ground, { milestone }: Standing, after: Day): Day | undefined {
  return plan && workingDaysOf(plan).nearest(after, 1, milestone.owner);
}
