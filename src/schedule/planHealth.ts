// The health of a whole plan in one sentence that names its milestones. Knows only the verdicts on them.
import type { Day } from '../base/day';
import { counted, type Message, type MessageArgument, message } from '../base/message';
import type { Milestone, Plan, Status } from '../model/plan';
import { limitOf } from './dates';
import type { Verdict } from './health';
import type { Health, PlanSchedule, RagDimension } from './schedule';

/** One milestone of the plan, at any depth, in file order. */
export interface Judged {
  /** Of the milestone in the outline. */
  readonly number: number;
  readonly health: Health;
  readonly milestone: Milestone;
  readonly status: Status;
  readonly lateDays: number | undefined;
  /** The milestone around it. */
  readonly around: Milestone | undefined;
}

/** The milestones of a plan, and the sentences about them, which are made where one is named. */
export interface AllJudged {
  readonly judged: readonly Judged[];
  readonly counts: PlanSchedule['counts'];
  /** For each dimension the worst colour that a milestone has, and whose it is: of several the one that is most late, else the first. */
  readonly worst: ReadonlyMap<RagDimension['dimension'], Worst>;
  readonly healthOf: (number: number) => Message;
  readonly lookOf: (number: number, dimension: RagDimension['dimension']) => Message | undefined;
}

export interface Worst {
  readonly color: RagDimension['color'];
  readonly judged: Judged;
}

/** The worst that holds for any open milestone; a passed deadline of the project is worse than all. */
export function planHealth(plan: Plan, today: Day, all: AllJudged): Verdict {
  const { judged, counts, healthOf } = all;
  const open = judged.filter(({ status }) => status !== 'done' && status !== 'cancelled');
  if (open.length === 0) return closed(judged, counts);
  const passed =
    plan.deadline === undefined ? undefined : deadlinePassed(plan.deadline, today, open.length, counts.total);
  if (passed) return passed;
  const name = namer(judged);
  const by = (health: Health) => open.filter((each) => each.health === health);
  return (
    late(by('late'), counts.total, name) ??
    trouble('blocked', by('blocked'), counts.total, { name, healthOf }) ??
    trouble('at-risk', by('at-risk'), counts.total, { name, healthOf }) ??
    dueSoon(by('due-soon'), today, name) ??
    onHold(open) ??
    onTrack(open, counts, name)
  );
}

function closed(judged: readonly Judged[], { total, done }: PlanSchedule['counts']): Verdict {
  if (judged.length === 0) return { health: 'on-track', reason: message('There are no milestones yet') };
  if (total === 0) {
    const reason = counted(judged.length, 'Its milestone is cancelled', 'All {count} milestones are cancelled');
    return { health: 'cancelled', reason };
  }
  const cancelled = judged.length - total;
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

function late(late: readonly Judged[], total: number, name: Name): Verdict | undefined {
  const worst = pick(late, (left, right) => (left.lateDays ?? 0) > (right.lateDays ?? 0));
  if (!worst) return undefined;
  const title = name(worst);
  const days = counted(worst.lateDays ?? 0, '{count} day', '{count} days');
  let reason: Message;
  if (worst.status === 'submitted') reason = lateAtClient(late.length, total, title, days);
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
  troubled: readonly Judged[],
  total: number,
  { name, healthOf }: { readonly name: Name } & Pick<AllJudged, 'healthOf'>,
): Verdict | undefined {
  const first = troubled[0];
  if (!first) return undefined;
  const args = { title: name(first), reason: healthOf(first.number), troubled: troubled.length, total };
  if (troubled.length === 1) return { health, reason: message('{title}: {reason}', args) };
  const reason =
    health === 'blocked'
      ? message('{troubled} of {total} milestones are blocked; {title}: {reason}', args)
      : message('{troubled} of {total} milestones are at risk; {title}: {reason}', args);
  return { health, reason };
}

function dueSoon(soon: readonly Judged[], today: Day, name: Name): Verdict | undefined {
  const found = nextOf(soon);
  if (!found) return undefined;
  const title = name(found.next);
  const days = found.day - today;
  const reason =
    days === 0
      ? message('Next is {title}, due today', { title })
      : counted(days, 'Next is {title}, due tomorrow', 'Next is {title}, due in {count} days', { title });
  return { health: 'due-soon', reason };
}

function onHold(open: readonly Judged[]): Verdict | undefined {
  if (open.some((each) => each.health !== 'on-hold')) return undefined;
  const reason = counted(open.length, 'The open milestone is on hold', 'All {count} open milestones are on hold');
  return { health: 'on-hold', reason };
}

/** How much is done, and what is next. */
export function onTrack(open: readonly Judged[], { done, total }: PlanSchedule['counts'], name: Name): Verdict {
  const found = nextOf(open.filter(({ health }) => health === 'on-track' || health === 'due-soon'));
  const share = counted(total, '{done} of {count} milestone done', '{done} of {count} milestones done', { done });
  if (!found) return { health: 'on-track', reason: message('{share}; no open one has a due date', { share }) };
  const args = { share, title: name(found.next), due: { day: found.day } };
  return { health: 'on-track', reason: message('{share}; next is {title}, due {due}', args) };
}

type Name = (judged: Judged) => MessageArgument;

/** The title, with that of the milestone around it where several milestones of the plan have the same. */
export function namer(all: readonly Judged[]): Name {
  return ({ milestone, around }) => {
    const { title } = milestone;
    // Most stand at the top, and need no look at all the others.
    if (!around) return title;
    const alone = all.every((other) => other.milestone === milestone || other.milestone.title !== title);
    return alone ? title : message('{title} ({around})', { title, around: around.title });
  };
}

function nextOf(judged: readonly Judged[]): { readonly next: Judged; readonly day: Day } | undefined {
  const dayOf = ({ milestone }: Judged) => limitOf(milestone) ?? Number.POSITIVE_INFINITY;
  const next = pick(judged, (left, right) => dayOf(left) < dayOf(right));
  const day = next && limitOf(next.milestone);
  return next && day !== undefined ? { next, day } : undefined;
}

/** The first of those no other one goes before. */
function pick<Each>(all: readonly Each[], before: (left: Each, right: Each) => boolean): Each | undefined {
  return all.reduce<Each | undefined>(
    (best, each) => (best === undefined || before(each, best) ? each : best),
    undefined,
  );
}
