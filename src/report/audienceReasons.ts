// The reasons an audience may read: why a project stands as it does, and why a milestone is expected later than it is due.
import { type Message, type MessageArgument, message } from '../base/message';
import type { Milestone } from '../model/plan';
import { allMilestones, milestoneRef } from '../model/planFile';
import type { Driver, MilestoneSchedule } from '../schedule/schedule';
import type { PlanSnapshot } from '../snapshot';
import { lazily } from './lazily';
import { plain } from './plain';

/** Whether reasons may name other projects and count hours: only the team knows of both. */
export interface Reader {
  readonly team: boolean;
  readonly find: Find;
}

/** The milestone a `uri#key` stands for. */
export type Find = (ref: string) => { readonly plan: PlanSnapshot; readonly milestone: Milestone } | undefined;

/** Finds milestones of all these plans. */
export function findIn(plans: readonly PlanSnapshot[]): Find {
  const known = lazily(() => {
    const found = new Map<string, { readonly plan: PlanSnapshot; readonly milestone: Milestone }>();
    for (const plan of plans)
      for (const milestone of allMilestones(plan.plan.milestones))
        found.set(milestoneRef(plan.uri, milestone), { plan, milestone });
    return found;
  });
  return (ref) => known().get(ref);
}

/** Who asks for one client must not read about the work for another, nor how many hours anybody has. */
export function planReason(plan: PlanSnapshot, { team }: Reader): Message {
  const { health, healthReason } = plan.schedule;
  if (team) return healthReason;
  if (holds(healthReason, hoursSentences(plan))) return message('There is little time for what is due');
  if (isOwn(healthReason, ownWords(plan))) return healthReason;
  return health === 'blocked'
    ? message('It waits for work outside this project')
    : message('Its dates depend on work outside this project');
}

/** The sentences in which hours are counted, by their pattern. */
function hoursSentences({ schedule }: PlanSnapshot): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { rag } of [schedule, ...schedule.milestones.values()])
    for (const { dimension, reason } of rag.dimensions) if (dimension === 'feasibility') found.add(reason.text);
  return found;
}

/** Whether a sentence is one of these or has one in it. */
function holds({ text, args }: Message, patterns: ReadonlySet<string>): boolean {
  if (patterns.has(text)) return true;
  return Object.values(args).some((value) => typeof value === 'object' && 'text' in value && holds(value, patterns));
}

/** Every name that a summary of the plan may hold. */
function ownWords({ plan }: PlanSnapshot): ReadonlySet<string> {
  const words = [plan.project, ...(plan.client === undefined ? [] : [plan.client])];
  for (const { key, name, role } of plan.people)
    words.push(key, ...(name === undefined ? [] : [name]), ...(role === undefined ? [] : [role]));
  for (const { title, blockedBy, owner } of allMilestones(plan.milestones))
    words.push(title, ...(blockedBy ? [blockedBy.text] : []), ...(owner === undefined ? [] : [owner]));
  return new Set(words.map((word) => plain(word)));
}

/** Whether all names in a sentence are the plan's own. */
function isOwn({ args }: Message, words: ReadonlySet<string>): boolean {
  const isKnown = (value: MessageArgument) => {
    if (typeof value === 'string') return !/\p{L}/u.test(value) || words.has(plain(value));
    return typeof value === 'number' || !('text' in value) || isOwn(value, words);
  };
  return Object.values(args).every(isKnown);
}

/** Why a milestone is expected later than it is due; `undefined` when it is not, or when a milestone inside it says it. */
export function laterReason(
  plan: PlanSnapshot,
  milestone: Milestone,
  schedule: MilestoneSchedule,
  reader: Reader,
): Message | undefined {
  const { forecast, driver } = schedule;
  if (!driver || forecast === undefined || !isLater(plan, milestone, schedule)) return undefined;
  const cause = causeOf(plan, driver, reader);
  if (!cause || milestone.due === undefined) return undefined;
  return message('expected on {forecast} instead of {due}: {cause}', {
    forecast: { day: forecast },
    due: { day: milestone.due },
    cause,
  });
}

/** What is overdue is finished today at the earliest; that alone is no news. */
function isLater({ schedule: { today } }: PlanSnapshot, { due }: Milestone, own: MilestoneSchedule): boolean {
  return due !== undefined && own.forecast !== undefined && own.forecast > (due < today ? today : due);
}

function causeOf(plan: PlanSnapshot, driver: Driver, reader: Reader): Message | undefined {
  switch (driver.kind) {
    case 'completed':
    case 'due':
      return undefined;
    case 'start':
      return message('the work that begins on {day} takes until then', { day: { day: driver.day } });
    case 'today':
      return message('the work that is left takes until then');
    case 'predecessor': {
      const title = titleFor(plan, driver.ref, reader);
      return title === undefined
        ? message('it waits for work outside this project')
        : message('it waits for {title}', { title });
    }
    case 'around': {
      const title = titleFor(plan, driver.ref, reader);
      return title === undefined
        ? undefined
        : message('{title}, which it is part of, begins on {day}', { title, day: { day: driver.day } });
    }
    case 'inside':
      return insideCause(reader, driver.ref);
  }
}

/** The milestone at the bottom of what is inside, unless it has a line of its own. */
function insideCause({ find }: Reader, ref: string): Message | undefined {
  let found = find(ref);
  // Plans are at most this deep.
  for (let steps = 0; found && steps < 100; steps++) {
    const { plan, milestone } = found;
    const own = plan.schedule.milestones.get(milestone.key);
    if (own?.driver?.kind !== 'inside')
      return own && isLater(plan, milestone, own)
        ? undefined
        : message('it is done when {title} is', { title: plain(milestone.title) });
    found = find(own.driver.ref);
  }
  return undefined;
}

/** The title of a milestone the reader may know of, with its project where that is another one. */
function titleFor({ uri }: PlanSnapshot, ref: string, { team, find }: Reader): string | Message | undefined {
  const found = find(ref);
  const title = plain(found?.milestone.title ?? '');
  if (found?.plan.uri === uri) return title;
  return found && team
    ? message('{title} of {project}', { title, project: plain(found.plan.plan.project) })
    : undefined;
}
