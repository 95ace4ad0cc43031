// The first sentence of a summary: how far the work is and when it is expected to end. Sees only what the audience may see.
import type { Day } from '../base/day';
import { type Message, message } from '../base/message';
import type { SeenMilestone, SeenPlan } from './audience';
import { plain } from './plain';
import { isOpen } from './telling';

export function headline(seen: SeenPlan): Message {
  const { counts, milestones, progressPercent: percent, today } = seen;
  if (milestones.length === 0) return message('No milestones are planned yet.');
  if (counts.total === 0) return message('Nothing is planned any more.');
  if (counts.done === counts.total) return allDone(milestones);
  const open = milestones.filter(isOpen);
  if (open.length > 0 && open.every(({ status }) => status === 'submitted'))
    return message('All the work that is left is handed in and waits for approval.');
  const finish = lastForecast(milestones);
  if (!milestones.some(({ begun }) => begun)) return notBegun(finish, seen);
  const share =
    percent === 0
      ? message('Work has begun')
      : message('{project} is {percent} % complete', { percent, project: plain(seen.project) });
  if (finish === undefined) return message('{share}.', { share });
  if (finish <= today && counts.late > 0) return message('{share}; what is left is past its date.', { share });
  return underWay(share, finish, seen.deadline);
}

/** What is forecast after everything that is planned is no plan. */
function notBegun(finish: Day | undefined, { milestones, deadline }: SeenPlan): Message {
  if (finish === undefined) return message('Work has not started yet.');
  const planned = latest(milestones.filter(isOpen).flatMap(({ due }) => due ?? []));
  return planned !== undefined && finish > planned
    ? underWay(message('Work has not started yet'), finish, deadline)
    : message('Work has not started yet; the last milestone is planned for {finish}.', { finish: { day: finish } });
}

function underWay(share: Message, finish: Day, deadline: Day | undefined): Message {
  const args = { share, finish: { day: finish } };
  if (deadline === undefined) return message('{share} and is expected to finish on {finish}.', args);
  const dated = { ...args, deadline: { day: deadline } };
  return finish > deadline
    ? message('{share} and is expected to finish on {finish}, after the deadline of {deadline}.', dated)
    : message('{share} and is expected to finish on {finish}; the deadline is {deadline}.', dated);
}

function allDone(milestones: readonly SeenMilestone[]): Message {
  const last = latest(milestones.flatMap(({ completed }) => completed ?? []));
  if (milestones.some(({ status }) => status === 'cancelled'))
    return last === undefined
      ? message('All the work that was not cancelled is done.')
      : message('All the work that was not cancelled is done; the last of it was finished on {day}.', {
          day: { day: last },
        });
  return last === undefined
    ? message('All the work is done.')
    : message('All the work is done; the last of it was finished on {day}.', { day: { day: last } });
}

/** `undefined` while something at the top has no forecast or is on hold, because then the end is not known. */
function lastForecast(milestones: readonly SeenMilestone[]): Day | undefined {
  const unsure = milestones.some(
    ({ depth, status, forecast }) =>
      depth === 0 && status !== 'done' && status !== 'cancelled' && (status === 'on-hold' || forecast === undefined),
  );
  return unsure ? undefined : latest(milestones.filter(isOpen).flatMap(({ forecast }) => forecast ?? []));
}

function latest(days: readonly Day[]): Day | undefined {
  return days.reduce<Day | undefined>((last, day) => (last === undefined || day > last ? day : last), undefined);
}
