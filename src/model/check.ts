// Where the fields of a plan contradict each other, although each is right by itself. Knows no day "today".

import type { Day } from '../base/day';
import { counted, message } from '../base/message';
import type { Span } from '../base/text';
import type { Milestone, Plan } from './plan';
import type { Places } from './planFile';
import { type Reading, report } from './reading';

/** The only version of the file format there is. */
const knownVersion = 1;

export function checkPlan(
  plan: Plan,
  fields: ReadonlyMap<string, Span>,
  places: ReadonlyMap<string, Places>,
  reading: Reading,
): void {
  const version = fields.get('version');
  if (version && plan.version !== undefined && plan.version !== knownVersion) {
    const said = message(
      'This file says version {version} of the format; only version {known} is known here. It is read as that.',
      { version: plan.version, known: knownVersion },
    );
    report(reading, 'version.unsupported', version, said, 'warning');
  }
  const deadline = fields.get('deadline');
  if (deadline && isAfter(plan.start, plan.deadline)) {
    report(reading, 'dates.order', deadline, message('The deadline is before the start.'));
  }
  checkAll(plan.milestones, undefined, (milestone, parentDue) => {
    const place = places.get(milestone.key);
    if (place) checkMilestone({ milestone, place, parentDue, reading });
  });
}

interface Checked {
  readonly milestone: Milestone;
  readonly place: Places;
  /** The due date of the nearest milestone around this one that has one. */
  readonly parentDue: Day | undefined;
  readonly reading: Reading;
}

function checkAll(
  milestones: readonly Milestone[],
  parentDue: Day | undefined,
  check: (milestone: Milestone, parentDue: Day | undefined) => void,
): void {
  for (const milestone of milestones) {
    check(milestone, parentDue);
    checkAll(milestone.milestones, milestone.due ?? parentDue, check);
  }
}

function checkMilestone(checked: Checked): void {
  checkDates(checked);
  checkStatus(checked);
  const { milestone, place, reading } = checked;
  const progress = place.fields.get('progress');
  const inside = milestone.tasks.length + milestone.acceptanceCriteria.length + milestone.milestones.length;
  if (progress && milestone.progress !== undefined && inside > 0) {
    const said = message('Progress follows from what is inside this milestone, so this number is not used.');
    report(reading, 'progress.derived', progress, said, 'hint');
  }
}

function checkDates({ milestone, place, parentDue, reading }: Checked): void {
  const { start, due, started, completed } = milestone;
  const at = (name: string) => place.fields.get(name) ?? place.title;
  if (isAfter(start, due)) report(reading, 'dates.order', at('start'), message('The start is after the due date.'));
  if (isAfter(started, completed)) {
    report(reading, 'dates.order', at('started'), message('Work cannot have started after it was completed.'));
  }
  if (due !== undefined && isAfter(due, parentDue)) {
    const said = message('This is due after the milestone it belongs to, which is due on {due}.', {
      due: { day: parentDue ?? due },
    });
    report(reading, 'milestone.dueAfterParent', at('due'), said, 'warning');
  }
}

function checkStatus({ milestone, place, reading }: Checked): void {
  const { statusWritten, status, completed, started, acceptanceCriteria } = milestone;
  const at = place.fields.get('status') ?? place.fields.get('completed') ?? place.title;
  if (completed !== undefined && statusWritten !== undefined && statusWritten !== 'done') {
    const said = message('The milestone has a day of completion, so its status can only be `done`.');
    report(reading, 'status.contradiction', at, said);
  } else if (started !== undefined && statusWritten === 'planned') {
    const said = message('The milestone has a day on which it was started, so its status is no longer `planned`.');
    report(reading, 'status.contradiction', at, said, 'warning');
  }
  const open = acceptanceCriteria.filter(({ done }) => !done).length;
  if (status === 'done' && open > 0) report(reading, 'status.contradiction', at, openCriteria(open), 'warning');
}

function openCriteria(open: number) {
  return counted(
    open,
    'The milestone is done, but {count} of its acceptance criteria is still open.',
    'The milestone is done, but {count} of its acceptance criteria are still open.',
  );
}

function isAfter(left: Day | undefined, right: Day | undefined): boolean {
  return left !== undefined && right !== undefined && left > right;
}
