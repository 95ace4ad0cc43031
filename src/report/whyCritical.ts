// The sentences of "Why critical?" and "Why not?": how much time a milestone has to spare, and before what. Computes no float.
import { counted, type Message, message } from '../base/message';
import type { Limit, MilestoneSchedule } from '../schedule/schedule';
import type { Known } from './known';
import { type StepGround, type StepWords, titleFor } from './whyStep';

/** `last` is the milestone at the end of the chain of what has to be held; `undefined` for what has no float. */
export function criticalAnswer(first: Known, last: Known): Message | undefined {
  const { milestone, schedule } = first;
  const { title } = milestone;
  const float = schedule.totalFloatDays;
  if (float === undefined) return undefined;
  const end = endOf(last, first);
  const count = Math.round(Math.abs(float) * 10) / 10;
  if (float < 0 && count > 0)
    return counted(
      count,
      '{title} is critical: it is {count} working day too late for {end}',
      '{title} is critical: it is {count} working days too late for {end}',
      { title, end },
    );
  if (schedule.critical || count === 0)
    return message('{title} is critical: there is no time to spare before {end}', { title, end });
  return counted(
    count,
    '{title} is not critical: it has {count} working day to spare before {end}',
    '{title} is not critical: it has {count} working days to spare before {end}',
    { title, end },
  );
}

function noFloat({ health }: MilestoneSchedule): Message {
  if (health === 'done') return message('done, so nothing waits for it any more');
  if (health === 'cancelled') return message('cancelled, so nothing waits for it');
  return message('no date, so nothing says whether it is critical');
}

/** What has to be held in the end. */
function endOf(last: Known, first: Known): Message {
  const { plan, milestone } = last;
  const { limit } = last.schedule;
  const { project } = plan.plan;
  if (limit?.kind === 'deadline') {
    const deadline = { day: limit.day };
    return milestone === first.milestone
      ? message('its deadline, {deadline}', { deadline })
      : message('the deadline of {title}, {deadline}', { title: titleFor(last, first), deadline });
  }
  if (limit?.kind === 'project')
    return message('the deadline of {title}, {deadline}', { title: project, deadline: { day: limit.day } });
  const { forecast } = plan.schedule;
  return forecast === undefined
    ? message('the finish of {title}', { title: project })
    : message('the finish of {title}, {day}', { title: project, day: { day: forecast } });
}

/** Until when one milestone has to be finished, and what for. */
export function criticalStep(known: Known, { other }: StepGround): Message {
  const { limit, lateFinish } = known.schedule;
  if (lateFinish === undefined || limit === undefined) return noFloat(known.schedule);
  // A deadline on a day off is still that day, though the last working day for it comes before.
  const words = { other, day: { day: 'day' in limit ? limit.day : lateFinish } };
  switch (limit.kind) {
    case 'deadline':
      return message('has to finish by {day}, its deadline', words);
    case 'project':
      return message('has to finish by {day}, the deadline of the project', words);
    case 'finish':
      return message('has to finish by {day}, when the project finishes', words);
    case 'around':
      return message('has to finish by {day}, because it is part of {other}', words);
    case 'successor':
      return successorStep(limit, words);
  }
}

function successorStep({ type }: Extract<Limit, { readonly kind: 'successor' }>, words: StepWords): Message {
  switch (type) {
    case 'FS':
      return message('has to finish by {day}, because {other} follows it', words);
    case 'SS':
      return message('has to finish by {day}, because {other} begins with it', words);
    case 'FF':
      return message('has to finish by {day}, because {other} finishes with it', words);
    case 'SF':
      return message('has to finish by {day}, because {other} finishes when it begins', words);
  }
}
