// Where the fields of a plan contradict each other, although each is right by itself. Knows no day "today".

import type { Day } from '../base/day';
import type { Duration } from '../base/duration';
import { counted, type Message, message } from '../base/message';
import type { Span } from '../base/text';
import { checkPayment } from './checkPayment';
import { textInstead } from './instead';
import type { Milestone, Plan, Status } from './plan';
import type { Places } from './planFile';
import type { Severity } from './problem';
import { placeOf, type Reading, report } from './reading';

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
    report(reading, { code: 'version.unsupported', span: version, message: said, severity: 'warning', instead: '1' });
  }
  const deadline = fields.get('deadline');
  if (deadline && isAfter(plan.start, plan.deadline)) {
    report(reading, { code: 'dates.order', span: deadline, message: message('The deadline is before the start.') });
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
  checkParts(checked);
  checkPayment(checked.milestone, checked.place, checked.reading);
  const { milestone, place, reading } = checked;
  const progress = place.fields.get('progress');
  const inside = milestone.tasks.length + milestone.acceptanceCriteria.length + milestone.milestones.length;
  if (progress && milestone.progress !== undefined && inside > 0) {
    const said = message('Progress follows from what is inside this milestone, so this number is not used.');
    report(reading, { code: 'progress.derived', span: progress, message: said, severity: 'hint' });
  }
}

function checkDates({ milestone, place, parentDue, reading }: Checked): void {
  const { start, due, deadline, started, completed } = milestone;
  const at = (name: string) => place.fields.get(name) ?? place.title;
  const wrongOrder = (name: string, said: Message) =>
    report(reading, { code: 'dates.order', span: at(name), message: said });
  if (isAfter(start, due)) wrongOrder('start', message('The start is after the due date.'));
  else if (isAfter(start, deadline)) wrongOrder('start', message('The start is after the deadline.'));
  if (isAfter(started, completed)) wrongOrder('started', message('Work cannot have started after it was completed.'));
  if (due !== undefined && isAfter(due, parentDue)) {
    const said = message('This is due after the milestone it belongs to, which is due on {due}.', {
      due: { day: parentDue ?? due },
    });
    report(reading, { code: 'milestone.dueAfterParent', span: at('due'), message: said, severity: 'warning' });
  }
}

function checkStatus({ milestone, place, reading }: Checked): void {
  const { statusWritten, status, completed, started, acceptanceCriteria } = milestone;
  const at = place.fields.get('status') ?? place.fields.get('completed') ?? place.title;
  const contradiction = (said: Message, severity: Severity, meant?: Status) => {
    const instead = meant && statusWritten && textInstead(reading.loaded.text, at, statusWritten, meant);
    report(reading, { code: 'status.contradiction', span: at, message: said, severity, instead });
  };
  if (completed !== undefined && statusWritten !== undefined && statusWritten !== 'done') {
    const said = message('The milestone has a day of completion, so its status can only be `done`.');
    contradiction(said, 'error', 'done');
  } else if (started !== undefined && statusWritten === 'planned') {
    const said = message('The milestone has a day on which it was started, so its status is no longer `planned`.');
    contradiction(said, 'warning', 'in-progress');
  }
  const open = acceptanceCriteria.filter(({ done }) => !done).length;
  if (status === 'done' && open > 0) contradiction(openCriteria(open), 'warning');
}

/** What the parts of a milestone say of days and estimates. */
function checkParts({ milestone, place, reading }: Checked): void {
  for (const [at, task] of milestone.tasks.entries()) {
    const span = place.completions?.get(at);
    if (!span || task.done) continue;
    const said = message('This task has a day of completion but is not done. Add `done: true`.');
    report(reading, { code: 'status.contradiction', span, message: said, severity: 'warning' });
  }
  let newest: Day | undefined;
  for (const approval of milestone.approvals) {
    const { on } = approval;
    const span = placeOf(reading, approval, 'on');
    if (span && isAfter(newest, on)) {
      const said = message(
        'This decision is older than the one above it. The newest stands last, because the last one counts.',
      );
      report(reading, { code: 'dates.order', span, message: said, severity: 'warning' });
    }
    newest = on === undefined || isAfter(newest, on) ? newest : on;
  }
  checkEstimates(milestone.effort, reading);
}

function checkEstimates(effort: Milestone['effort'], reading: Reading): void {
  if (!effort) return;
  const { optimistic, likely, pessimistic } = effort;
  const wrong = (name: string, said: Message) => {
    const span = placeOf(reading, effort, name);
    if (span) report(reading, { code: 'range.invalid', span, message: said, severity: 'warning' });
  };
  if (isLonger(optimistic, likely))
    wrong('optimistic', message('The optimistic estimate is larger than the likely one.'));
  if (isLonger(likely, pessimistic))
    wrong('pessimistic', message('The pessimistic estimate is smaller than the likely one.'));
}

/** Beyond doubt: of durations in different units it depends on the calendar. */
function isLonger(left: Duration | undefined, right: Duration | undefined): boolean {
  if (!left || !right) return false;
  const units = ['weeks', 'days', 'hours'] as const;
  return units.every((unit) => left[unit] >= right[unit]) && units.some((unit) => left[unit] > right[unit]);
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
