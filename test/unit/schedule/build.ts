// Small plans as values, for tests of what follows from them.
import { type Day, day } from '../../../src/base/day';
import { parseDuration } from '../../../src/base/duration';
import { type Message, sayer } from '../../../src/base/message';
import type { Joined, Link } from '../../../src/model/join';
import type { Criterion, Dependency, Milestone, Plan, Task } from '../../../src/model/plan';
import { allMilestones } from '../../../src/model/planFile';
import type { MilestoneSchedule, PlanSchedule } from '../../../src/schedule/schedule';
import { schedulePlans } from '../../../src/schedule/schedulePlans';

/** English, as a reader in the United Kingdom sees it. */
export const say = sayer('en-GB');

type DayField = 'start' | 'due' | 'deadline' | 'baseline' | 'started' | 'completed';
type Fields = Partial<Omit<Milestone, DayField | 'tasks' | 'acceptanceCriteria' | 'dependsOn' | 'effort'>> & {
  readonly [field in DayField]?: string;
} & {
  /** `x` in front marks a done one, an effort may follow in brackets: `x Wireframes (2d)`. */
  readonly tasks?: readonly string[];
  readonly criteria?: readonly string[];
  readonly dependsOn?: readonly (string | Dependency)[];
  readonly effort?: string;
};

export function milestone(id: string, fields: Fields = {}): Milestone {
  const { tasks, criteria, dependsOn, effort, start, due, deadline, baseline, started, completed, ...rest } = fields;
  const days = Object.entries({ start, due, deadline, baseline, started, completed });
  const dated = Object.fromEntries(days.flatMap(([name, text]) => (text === undefined ? [] : [[name, day(text)]])));
  return {
    id,
    idWritten: true,
    key: id,
    title: id.charAt(0).toUpperCase() + id.slice(1),
    status: completed === undefined ? 'planned' : 'done',
    milestones: [],
    deliverables: [],
    responsible: [],
    accountable: [],
    consulted: [],
    informed: [],
    risks: [],
    approvals: [],
    changes: [],
    tags: [],
    ...rest,
    ...dated,
    ...(effort === undefined ? {} : { effort: { likely: duration(effort) } }),
    tasks: (tasks ?? []).map(task),
    acceptanceCriteria: (criteria ?? []).map(criterion),
    dependsOn: (dependsOn ?? []).map((each) => (typeof each === 'string' ? { id: each, type: 'FS' } : each)),
  };
}

export function plan(milestones: readonly Milestone[], fields: Partial<Plan> = {}): Plan {
  const calendar = { holidays: [], workdays: [] };
  return { project: 'Relaunch', calendar, people: [], risks: [], milestones, ...fields };
}

export function duration(text: string) {
  const parsed = parseDuration(text);
  if (!parsed) throw new RangeError(text);
  return parsed;
}

function task(text: string): Task {
  const [, done, title = text, effort] = /^(x )?(.*?)(?: \((.*)\))?$/.exec(text) ?? [];
  return { title, done: done !== undefined, ...(effort === undefined ? {} : { effort: duration(effort) }) };
}

function criterion(text: string): Criterion {
  return { text, done: text.startsWith('x '), evidence: [] };
}

/** Dependencies by id within a plan, or as `uri/id` in another one. */
export function join(plans: ReadonlyMap<string, Plan>, inCycle: readonly string[] = []): Joined {
  const links: Link[] = [];
  for (const [uri, { milestones }] of plans) {
    for (const { key, dependsOn } of allMilestones(milestones)) {
      for (const { id, type, lag } of dependsOn) {
        const predecessor = id.includes('/') ? id.replace('/', '#') : `${uri}#${id}`;
        const link = { predecessor, successor: `${uri}#${key}`, type, inCycle: inCycle.includes(key) };
        links.push(lag ? { ...link, lag } : link);
      }
    }
  }
  return { links, problems: new Map() };
}

export const today = day('2026-11-23');

export interface Scheduled extends Omit<PlanSchedule, 'health'> {
  of(key: string): MilestoneSchedule;
  /** Health and reason of a milestone, as `late: 5 days late …`. */
  health(key: string): string;
  /** The same of the plan. */
  readonly whole: string;
}

export function schedule(milestones: readonly Milestone[], fields: Partial<Plan> = {}, on: Day = today): Scheduled {
  return scheduleAll(new Map([['a', plan(milestones, fields)]]), 'a', on);
}

export function scheduleAll(plans: ReadonlyMap<string, Plan>, uri: string, on: Day = today, joined = join(plans)) {
  const inputs = [...plans].map(([uri, plan]) => ({ uri, plan }));
  const found = schedulePlans(inputs, joined, { todayFor: () => on, dueSoonDays: 7 }).get(uri);
  if (!found) throw new RangeError(uri);
  return scheduled(found);
}

function scheduled(found: PlanSchedule): Scheduled {
  const of = (key: string) => {
    const one = found.milestones.get(key);
    if (!one) throw new RangeError(key);
    return one;
  };
  const both = ({ health, healthReason }: { health: string; healthReason: Message }) =>
    `${health}: ${say(healthReason)}`;
  return { ...found, of, health: (key) => both(of(key)), whole: both(found) };
}
