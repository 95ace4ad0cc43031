// Hints on long stretches without a checkpoint. Knows no day "today".
import type { Day } from '../base/day';
import { type Message, message } from '../base/message';
import { isAhead } from './outline';
import { type Looked, placeOf } from './qualityLooked';

/** Two months: what slips in a longer stretch is noticed too late. */
const longestGap = 44;

/** `quality.longGap`, at the later of two checkpoints. A plan begins with a checkpoint: the day on which its work starts. */
export function hintGaps(looked: Looked): void {
  const { all, days, hint } = looked;
  let before = beginning(looked);
  let title: string | undefined;
  for (const [day, number] of checkpointsOf(looked)) {
    const since = before;
    const named = title;
    const count = since === undefined || day - since <= longestGap ? 0 : days.between(since, day);
    if (since !== undefined && count > longestGap && isAhead(all, number))
      hint('quality.longGap', () => ({ span: placeOf(looked, number, 'due'), message: gap(count, since, named) }));
    before = since === undefined || day > since ? day : since;
    title = all.milestones[number]?.title;
  }
}

/** The days of checkpoints in the order of time, each with one milestone: the first in the file that is still ahead, else the first. */
function checkpointsOf({ all, first, facts }: Looked): readonly (readonly [Day, number])[] {
  const found = new Map<Day, number>();
  facts.forEach(({ due, completed }, at) => {
    const number = first + at;
    const status = all.statuses[number];
    const day = status === 'done' ? (completed ?? due) : due;
    if (day === undefined || status === 'cancelled') return;
    const known = found.get(day);
    if (known === undefined || (!isAhead(all, known) && isAhead(all, number))) found.set(day, number);
  });
  return [...found].sort(([a], [b]) => a - b);
}

function beginning({ plan, facts }: Looked): Day | undefined {
  if (plan.start !== undefined) return plan.start;
  let earliest: Day | undefined;
  for (const { start } of facts) {
    if (start !== undefined && (earliest === undefined || start < earliest)) earliest = start;
  }
  return earliest;
}

function gap(count: number, before: Day, title: string | undefined): Message {
  const day = { day: before };
  if (title === undefined)
    return message(
      'The first checkpoint is {count} working days after the start on {day}. Plan one in between, so that a delay is seen early.',
      { count, day },
    );
  return message(
    'The checkpoint before, “{title}” on {day}, is {count} working days earlier. Plan one in between, so that a delay is seen early.',
    { title, count, day },
  );
}
