// The health of a whole plan in one sentence that names its milestones. Knows only the verdicts on them.
import type { Day } from '../base/day';
import { counted, type Message, type MessageArgument, message } from '../base/message';
import type { Plan } from '../model/plan';
import type { Verdict } from './health';
import type { Outline } from './outline';
import type { Health, PlanSchedule, RagDimension } from './schedule';

/** The milestones of a plan, and the sentences about them, which are made where one is named. All by number in the outline. */
export interface AllJudged {
  readonly all: Outline;
  /** From the first up to, not including, `end`. */
  readonly first: number;
  readonly end: number;
  readonly counts: PlanSchedule['counts'];
  /** Those of one health, in file order. */
  readonly by: (health: Health) => readonly number[];
  /** 0 when not late. */
  readonly lateDaysOf: (number: number) => number;
  /** Its due date, else its deadline; `Infinity` without. */
  readonly limitOf: (number: number) => number;
  /** For each dimension the worst colour that a milestone has, and whose it is: of several the one that is most late, else the first. */
  readonly worst: ReadonlyMap<RagDimension['dimension'], Worst>;
  readonly healthOf: (number: number) => Message;
  readonly lookOf: (number: number, dimension: RagDimension['dimension']) => Message | undefined;
}

export interface Worst {
  readonly color: RagDimension['color'];
  readonly number: number;
  readonly lateDays: number;
}

/** How many are neither done nor cancelled. */
export function openIn({ first, end, by }: AllJudged): number {
  return end - first - by('done').length - by('cancelled').length;
}

/** The worst that holds for any open milestone; a passed deadline of the project is worse than all. */
export function planHealth(plan: Plan, today: Day, judged: AllJudged): Verdict {
  const { counts, by, healthOf } = judged;
  const open = openIn(judged);
  if (open === 0) return closed(judged);
  const passed = plan.deadline === undefined ? undefined : deadlinePassed(plan.deadline, today, open, counts.total);
  if (passed) return passed;
  const name = namer(judged);
  return (
    late(judged, name) ??
    trouble('blocked', by('blocked'), counts.total, { name, healthOf }) ??
    trouble('at-risk', by('at-risk'), counts.total, { name, healthOf }) ??
    dueSoon(judged, today, name) ??
    onHold(by('on-hold').length, open) ??
    onTrack(judged, name)
  );
}

function closed({ first, end, counts: { total, done } }: AllJudged): Verdict {
  const all = end - first;
  if (all === 0) return { health: 'on-track', reason: message('There are no milestones yet') };
  if (total === 0) {
    const reason = counted(all, 'Its milestone is cancelled', 'All {count} milestones are cancelled');
    return { health: 'cancelled', reason };
  }
  const cancelled = all - total;
  const reason =
    cancelled === 0
      ? counted(done, 'Its milestone is done', 'All {count} milestones are done')
      : counted(
          cancelled,
          'Everything is done; {count} milestone is cancelled',
          'Everything is done; {count} milestones are cancelled',
        );
  return { health: 'done', reason };
}

function deadlinePassed(deadline: Day, today: Day, open: number, total: number): Verdict | undefined {
  if (deadline >= today) return undefined;
  const days = counted(today - deadline, '{count} day', '{count} days');
  const reason = counted(
    total,
    'The deadline of {deadline} passed {days} ago and the milestone is still open',
    'The deadline of {deadline} passed {days} ago with {open} of {count} milestones open',
    { deadline: { day: deadline }, days, open },
  );
  return { health: 'late', reason };
}

function late({ all, by, counts: { total }, lateDaysOf }: AllJudged, name: Name): Verdict | undefined {
  const late = by('late');
  const worst = pick(late, (left, right) => lateDaysOf(left) > lateDaysOf(right));
  if (worst === undefined) return undefined;
  const title = name(worst);
  const days = counted(lateDaysOf(worst), '{count} day', '{count} days');
  let reason: Message;
  if (all.statuses[worst] === 'submitted') reason = lateAtClient(late.length, total, title, days);
  else if (total === 1) reason = message('{title} is {days} late', { title, days });
  else if (late.length === 1) {
    reason = message('1 of {total} milestones is late: {title}, by {days}', { total, title, days });
  } else {
    const args = { late: late.length, total, title, days };
    reason = message('{late} of {total} milestones are late; {title} most, by {days}', args);
  }
  return { health: 'late', reason };
}

/** What is late longest is not the author's to finish, which the one sentence must not hide. */
function lateAtClient(late: number, total: number, title: MessageArgument, days: Message): Message {
  const args = { late, total, title, days };
  if (total === 1) return message('{title} is delivered and waits for the client, {days} late', args);
  if (late === 1) {
    return message('1 of {total} milestones is late: {title}, delivered and waiting for the client, by {days}', args);
  }
  return message(
    '{late} of {total} milestones are late; {title}, delivered and waiting for the client, most, by {days}',
    args,
  );
}

function trouble(
  health: 'blocked' | 'at-risk',
  troubled: readonly number[],
  total: number,
  { name, healthOf }: { readonly name: Name } & Pick<AllJudged, 'healthOf'>,
): Verdict | undefined {
  const first = troubled[0];
  if (first === undefined) return undefined;
  const args = { title: name(first), reason: healthOf(first), troubled: troubled.length, total };
  if (troubled.length === 1) return { health, reason: message('{title}: {reason}', args) };
  const reason =
    health === 'blocked'
      ? message('{troubled} of {total} milestones are blocked; {title}: {reason}', args)
      : message('{troubled} of {total} milestones are at risk; {title}: {reason}', args);
  return { health, reason };
}

function dueSoon(judged: AllJudged, today: Day, name: Name): Verdict | undefined {
  const found = nextOf(judged, judged.by('due-soon'));
  if (!found) return undefined;
  const title = name(found.next);
  const days = found.day - today;
  const reason =
    days === 0
      ? message('Next is {title}, due today', { title })
      : counted(days, 'Next is {title}, due tomorrow', 'Next is {title}, due in {count} days', { title });
  return { health: 'due-soon', reason };
}

function onHold(held: number, open: number): Verdict | undefined {
  if (held < open) return undefined;
  const reason = counted(open, 'The open milestone is on hold', 'All {count} open milestones are on hold');
  return { health: 'on-hold', reason };
}

/** How much is done, and what is next. */
export function onTrack(judged: AllJudged, name: Name): Verdict {
  const { done, total } = judged.counts;
  const found = nextOf(judged, [...judged.by('due-soon'), ...judged.by('on-track')]);
  const share = counted(total, '{done} of {count} milestone done', '{done} of {count} milestones done', { done });
  if (!found) return { health: 'on-track', reason: message('{share}; no open one has a due date', { share }) };
  const args = { share, title: name(found.next), due: { day: found.day } };
  return { health: 'on-track', reason: message('{share}; next is {title}, due {due}', args) };
}

type Name = (number: number) => MessageArgument;

/** The title, with that of the milestone around it where several milestones of the plan have the same. */
export function namer({ all: { milestones, parents }, first, end }: AllJudged): Name {
  return (named) => {
    const title = milestones[named]?.title ?? '';
    const around = milestones[parents[named] ?? -1];
    // Most stand at the top, and need no look at all the others.
    if (!around) return title;
    for (let number = first; number < end; number++)
      if (number !== named && milestones[number]?.title === title)
        return message('{title} ({around})', { title, around: around.title });
    return title;
  };
}

/** The first of those that are due first. */
function nextOf(
  { limitOf }: AllJudged,
  numbers: readonly number[],
): { readonly next: number; readonly day: Day } | undefined {
  const next = pick(numbers, (left, right) => {
    const sooner = limitOf(left) - limitOf(right);
    return sooner < 0 || (!(sooner > 0) && left < right);
  });
  const day = next === undefined ? Number.POSITIVE_INFINITY : limitOf(next);
  return next === undefined || day === Number.POSITIVE_INFINITY ? undefined : { next, day: day as Day };
}

/** The first of those no other one goes before. */
function pick<Each>(all: readonly Each[], before: (left: Each, right: Each) => boolean): Each | undefined {
  return all.reduce<Each | undefined>(
    (best, each) => (best === undefined || before(each, best) ? each : best),
    undefined,
  );
}
