// What hovering over a row tells, as Markdown in which no text of the plan can act. Takes every line from `told`.
import type { Message, Say } from '../base/message';
import type { Milestone } from '../model/plan';
import type { MilestoneSchedule } from '../schedule/schedule';
import type { PlanSnapshot } from '../snapshot';
import { bold, escapeMarkdown, escapeParagraphs } from './markdown';
import { plain } from './plain';
import { type Told, type ToldParts, toldOfMilestone, toldOfPlan } from './told';

export function milestoneTooltip(
  plan: PlanSnapshot,
  milestone: Milestone,
  schedule: MilestoneSchedule,
  more: ToldParts,
): string {
  return markdownOf(toldOfMilestone(plan, milestone, schedule, more), more.say);
}

export function planTooltip(plan: PlanSnapshot, say: Say): string {
  return markdownOf(toldOfPlan(plan, say), say);
}

/** Characters of a line. */
const longest = 500;

function markdownOf({ title, detail, notice, standing, why, facts, prose }: Told, say: Say): string {
  const line = (fact: Message) => escapeMarkdown(plain(say(fact), longest));
  return [
    [bold(plain(title)), escapeMarkdown(detail)].filter((part) => part !== '').join(' · '),
    ...notice.map(line),
    line(standing),
    why.map((sentence, at) => `${at + 1}. ${line(sentence)}`).join('\n'),
    facts.map((fact) => `- ${line(fact)}`).join('\n'),
    ...prose.map((text) => escapeParagraphs(text, 600)),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}
