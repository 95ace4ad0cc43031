// The hover card of a row: what its tooltip says, as labelled lines of plain text, and the tasks that can be ticked. Takes every line from `told`.
import type { Message, Say } from '../base/message';
import type { Milestone } from '../model/plan';
import type { Snapshot } from '../snapshot';
import { groundOf } from './ground';
import { type Known, knownRef } from './known';
import { plain } from './plain';
import { predecessorsOf } from './predecessors';
import { forClient } from './timelineAudience';
import { staleNotice, type Told, toldOfMilestone, toldOfPlan } from './told';
import { driverOf, whyThisDate } from './why';
import { healthWord } from './words';

/** As the panel shows it. */
export interface RowCard {
  readonly title: string;
  readonly detail: string;
  readonly lines: readonly { readonly label?: string; readonly text: string }[];
  readonly tasks: readonly CardTask[];
}

export interface CardTask {
  /** Its number among the tasks. */
  readonly task: number;
  /** Its text as it is written. */
  readonly was: string;
  readonly title: string;
  readonly done: boolean;
}

export interface CardOptions {
  readonly say: Say;
  readonly audience: 'team' | 'client';
}

const mostSteps = 4;
const mostTasks = 100;
/** Characters of a line, of a paragraph and of a task that is told apart by its text. */
const longest = 500;
const longestProse = 600;
const longestTask = 1_000;

/** Of the milestone or plan that a reference names; `undefined` where there is none. */
export function cardOf(snapshot: Snapshot, ref: string, { say, audience }: CardOptions): RowCard | undefined {
  const isClient = audience === 'client';
  const seen = isClient ? forClient(snapshot, uriOf(ref)) : snapshot;
  const plan = seen.plans.find(({ uri }) => uri === ref);
  if (plan) return cardFrom(toldOfPlan(plan, say), [], say);
  const known = knownRef(seen, ref);
  if (!known) return undefined;
  if (isClient) return cardFrom(toldClient(seen, ref, known, say), [], say);
  return cardFrom(toldTeam(seen, ref, known, say), tasksOf(known.milestone), say);
}

function uriOf(ref: string): string {
  const at = ref.indexOf('#');
  return at < 0 ? ref : ref.slice(0, at);
}

/** Why something is as it is, a client reads only where it is expected later than it was agreed. */
function toldClient(seen: Snapshot, ref: string, { plan, milestone, schedule }: Known, say: Say): Told {
  const predecessors = predecessorsOf(seen, ref);
  const told = toldOfMilestone(plan, milestone, schedule, {
    say,
    ground: groundOf(plan),
    predecessors,
    driver: undefined,
  });
  return schedule.healthReason.text === '' ? { ...told, standing: healthWord(schedule.health) } : told;
}

function toldTeam(snapshot: Snapshot, ref: string, { plan, milestone, schedule }: Known, say: Say): Told {
  const steps = whyThisDate(snapshot, ref, mostSteps)?.steps ?? [];
  const told = toldOfMilestone(plan, milestone, schedule, {
    say,
    ground: groundOf(plan),
    predecessors: predecessorsOf(snapshot, ref),
    driver: driverOf(snapshot, ref),
    // One step alone says no more than the forecast itself.
    why: steps.length > 1 ? steps.map(({ says }) => says) : [],
  });
  return plan.stale ? { ...told, notice: [staleNotice()] } : told;
}

function cardFrom(
  { title, detail, notice, standing, why, facts, prose }: Told,
  tasks: RowCard['tasks'],
  say: Say,
): RowCard {
  const sentence = (fact: Message) => ({ text: plain(say(fact), longest) });
  return {
    title: plain(title),
    detail: plain(detail),
    lines: [
      ...[...notice, standing, ...why].map(sentence),
      ...facts.map((fact) => labelled(fact, say)),
      ...prose.map((text) => ({ text: plain(text, longestProse) })),
    ].filter(({ text }) => text !== ''),
    tasks,
  };
}

/** `Due: 4 December 2026` in two parts, in whatever language: where the pattern begins with words and a colon, so does what is said. */
function labelled(fact: Message, say: Say): RowCard['lines'][number] {
  const text = plain(say(fact), longest);
  const [, label, rest] = /^[^:{]+: /.test(fact.text) ? (/^([^:：]{1,60}?)\s*[:：]\s*(\S.*)$/.exec(text) ?? []) : [];
  return label === undefined || rest === undefined ? { text } : { label, text: rest };
}

/** In file order, with the number and the text by which each is found again. */
function tasksOf({ tasks }: Milestone): readonly CardTask[] {
  return tasks
    .map(({ title, done }, task) => ({ task, was: title, title: plain(title), done }))
    .filter(({ was }) => was.length <= longestTask)
    .slice(0, mostTasks);
}
