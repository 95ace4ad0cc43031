// What hovering over a milestone or a person of a plan tells. Takes every figure from the schedule, like the tree's tooltip, of which it is a longer one.
import { counted, message, type Say } from '../base/message';
import type { Milestone, Plan } from '../model/plan';
import { allMilestones, milestoneRef } from '../model/planFile';
import { groundOf } from '../report/ground';
import type { Known } from '../report/known';
import { bold, escapeMarkdown, escapeParagraphs } from '../report/markdown';
import { plain } from '../report/plain';
import { predecessorsOf } from '../report/predecessors';
import { staleNotice } from '../report/told';
import { milestoneTooltip } from '../report/tooltip';
import { driverOf, whyThisDate } from '../report/why';
import type { Snapshot } from '../snapshot';

/** Steps of the chain that decides a date; a hover is no place for more. */
const mostSteps = 4;

/** Markdown. Also what is `internal`: this is the author's own editor. */
export function milestoneHover(snapshot: Snapshot, { plan, milestone, schedule }: Known, say: Say): string {
  const ref = milestoneRef(plan.uri, milestone);
  const steps = whyThisDate(snapshot, ref, mostSteps)?.steps ?? [];
  const tooltip = milestoneTooltip(plan, milestone, schedule, {
    say,
    ground: groundOf(plan),
    predecessors: predecessorsOf(snapshot, ref),
    driver: driverOf(snapshot, ref),
    // One step alone says no more than the forecast itself.
    why: steps.length > 1 ? steps.map(({ says }) => says) : [],
  });
  const parts = [
    plan.stale ? escapeMarkdown(say(staleNotice())) : '',
    tooltip,
    milestone.internal === undefined
      ? ''
      : `${escapeMarkdown(say(message('Internal:')))} ${escapeParagraphs(milestone.internal, 600)}`,
  ];
  return parts.filter((part) => part !== '').join('\n\n');
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
