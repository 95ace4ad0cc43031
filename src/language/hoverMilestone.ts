// What hovering over a milestone or a person of a plan tells. Takes every figure from the schedule, like the tree's tooltip, of which it is a longer one.
import { counted, type Message, message, type Say } from '../base/message';
import type { Milestone, Plan } from '../model/plan';
import { allMilestones, milestoneRef } from '../model/planFile';
import { groundsOf } from '../report/ground';
import { bold, escapeMarkdown, escapeParagraphs } from '../report/markdown';
import { plain } from '../report/plain';
import { milestoneTooltip, type Predecessor } from '../report/tooltip';
import type { MilestoneSchedule } from '../schedule/schedule';
import { workingDaysOf } from '../schedule/workingDays';
import type { PlanSnapshot, Snapshot } from '../snapshot';

/** A milestone with its plan and what follows from it today. */
export interface Known {
  readonly plan: PlanSnapshot;
  readonly milestone: Milestone;
  readonly schedule: MilestoneSchedule;
}

/** The milestone of a plan as last computed; `undefined` when it is not known there yet. */
export function knownMilestone(snapshot: Snapshot | undefined, uri: string, key: string): Known | undefined {
  const plan = snapshot?.plans.find((candidate) => candidate.uri === uri);
  const schedule = plan?.schedule.milestones.get(key);
  const milestone = plan && schedule && milestonesOf(plan.plan).get(key);
  return milestone && { plan, milestone, schedule };
}

const indexes = new WeakMap<Plan, ReadonlyMap<string, Milestone>>();

/** By key. A plan is never changed, so looking through it once is enough. */
function milestonesOf(plan: Plan): ReadonlyMap<string, Milestone> {
  const known = indexes.get(plan);
  if (known) return known;
  const index = new Map([...allMilestones(plan.milestones)].map((milestone) => [milestone.key, milestone]));
  indexes.set(plan, index);
  return index;
}

/** Markdown. Also what is `internal`: this is the author's own editor. */
export function milestoneHover(snapshot: Snapshot, known: Known, say: Say): string {
  const { plan, milestone, schedule } = known;
  const driven = drivenBy(snapshot, known);
  const tooltip = milestoneTooltip(plan, milestone, schedule, {
    say,
    ground: groundsOf(snapshot)(plan),
    predecessors: predecessorsOf(snapshot, milestoneRef(plan.uri, milestone)),
  });
  // The editor cuts a long hover, so what decides the date comes right behind the title.
  const [head = '', ...rest] = tooltip.split('\n\n');
  const parts = [
    plan.stale ? escapeMarkdown(say(message('The file cannot be read now; this is its last good state'))) : '',
    head,
    driven ? escapeMarkdown(plain(say(driven), 500)) : '',
    ...rest,
    milestone.internal === undefined
      ? ''
      : `${escapeMarkdown(say(message('Internal:')))} ${escapeParagraphs(milestone.internal, 600)}`,
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function predecessorsOf({ plans, links }: Snapshot, ref: string): readonly Predecessor[] {
  return links.flatMap((link) => {
    if (link.successor !== ref) return [];
    const found = byRef(plans, link.predecessor);
    if (!found) return [];
    const foreign = !ref.startsWith(`${found.plan.uri}#`);
    return [{ milestone: found.milestone, link, ...(foreign ? { project: found.plan.plan.project } : {}) }];
  });
}

function byRef(plans: readonly PlanSnapshot[], ref: string): Known | undefined {
  const at = ref.indexOf('#');
  return knownMilestone({ plans } as Snapshot, ref.slice(0, at), ref.slice(at + 1));
}

/** How many working days the forecast lies behind the due date, and which milestone is the cause. */
function drivenBy(snapshot: Snapshot, { plan, milestone, schedule }: Known): Message | undefined {
  const { due } = milestone;
  const { forecast } = schedule;
  const isOpen = schedule.health !== 'done' && schedule.health !== 'cancelled' && schedule.health !== 'on-hold';
  if (!isOpen || due === undefined || forecast === undefined || forecast <= due) return undefined;
  const count = workingDaysOf(plan.plan).between(due, forecast);
  const title = driver(snapshot, { plan, milestone, schedule })?.title;
  return title === undefined
    ? counted(count, '{count} working day late', '{count} working days late')
    : counted(count, '{count} working day late, driven by {title}', '{count} working days late, driven by {title}', {
        title,
      });
}

/** Of what it waits for, what is latest; else what is latest inside. */
function driver({ plans }: Snapshot, { plan, milestone, schedule }: Known): Milestone | undefined {
  const waited = schedule.waitsFor.flatMap((ref) => byRef(plans, ref) ?? []);
  const late = waited.filter(({ schedule: own }) => own.lateDays !== undefined);
  const [first] = (late.length > 0 ? late : waited).toSorted(
    (a, b) => (b.schedule.lateDays ?? b.schedule.forecast ?? 0) - (a.schedule.lateDays ?? a.schedule.forecast ?? 0),
  );
  if (first) return first.milestone;
  for (const inner of allMilestones(milestone.milestones)) {
    const own = plan.schedule.milestones.get(inner.key);
    if (inner.milestones.length === 0 && own?.forecast === schedule.forecast && own?.health !== 'done') return inner;
  }
  return undefined;
}

/** Name, role, and how much they answer for. */
export function personHover(plan: Plan, key: string, say: Say): string | undefined {
  const person = plan.people.find((candidate) => candidate.key === key);
  if (!person) return undefined;
  const open = [...allMilestones(plan.milestones)].filter(({ owner, status }) => owner === key && isOpenStatus(status));
  const head = [
    bold(plain(person.name ?? person.key)),
    ...(person.role === undefined ? [] : [plain(person.role)].map(escapeMarkdown)),
  ];
  const facts = [counted(open.length, '{count} open milestone', '{count} open milestones')];
  if (person.hoursPerDay !== undefined)
    facts.push(counted(person.hoursPerDay, '{count} hour a day', '{count} hours a day'));
  return `${head.join(' · ')}\n\n${facts.map((fact) => escapeMarkdown(say(fact))).join(' · ')}`;
}

function isOpenStatus(status: Milestone['status']): boolean {
  return status !== 'done' && status !== 'cancelled';
}
