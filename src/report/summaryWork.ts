// The parts of a summary about the work: what was delivered, what comes next, what needs attention. Sees only what the audience may see.
import type { Day } from '../base/day';
import { counted, type Message, message } from '../base/message';
import type { SeenMilestone } from './audience';
import type { Run, Runs } from './document';
import { colonIn } from './languages';
import { plain } from './plain';
import { ofMilestone, told } from './summaryFigures';
import { andMore, briefly, isOpen, item, listOf, type Section, type Telling } from './telling';

/** Done milestones, the latest first, without those that stand inside a done one. With `since`, only what was completed on that day or later: what was finished on it after the last summary must not be lost. */
export function delivered(telling: Telling): Section | undefined {
  const { seen, since } = telling;
  const outermost = seen.milestones.filter(
    ({ status, parent }) => status === 'done' && seen.milestones[parent ?? -1]?.status !== 'done',
  );
  const found = outermost
    .filter(({ completed }) => since === undefined || (completed !== undefined && completed >= since))
    .sort((left, right) => latestFirst(left.completed, right.completed));
  if (found.length === 0) return undefined;
  const shown = found.slice(0, telling.brevity.delivered);
  const lines = shown.map((milestone) =>
    item(telling, milestone.name, [[...finished(telling, milestone), ...handedOver(telling, milestone)]]),
  );
  return {
    heading:
      since === undefined ? message('Delivered so far') : message('Delivered since {day}', { day: { day: since } }),
    blocks: listOf([...lines, ...moreBefore(telling, found.length - shown.length)]),
  };
}

function moreBefore({ say, since }: Telling, count: number): readonly Runs[] {
  if (count <= 0 || since !== undefined) return andMore({ say }, count);
  return [[say(message('and {count} more before that', { count }))]];
}

function latestFirst(left: Day | undefined, right: Day | undefined): number {
  return (right ?? -1e9) - (left ?? -1e9);
}

function finished(telling: Telling, milestone: SeenMilestone): Runs {
  const { completed, lateDays } = milestone;
  if (completed === undefined) return told(telling, message('finished'));
  const day = { day: { day: completed } };
  return told(
    telling,
    lateDays === undefined
      ? message('finished on {day}', day)
      : counted(lateDays, 'finished on {day}, {count} day late', 'finished on {day}, {count} days late', day),
    ofMilestone(milestone, 'completed'),
  );
}

/** What was handed over, as links where there are some; only in a summary of a period, which is short. */
function handedOver({ say, since, brevity, locale }: Telling, { deliverables }: SeenMilestone): Runs {
  if (since === undefined || deliverables.length === 0) return [];
  const shown = deliverables.slice(0, Math.min(3, brevity.delivered)).map(({ title, url }): Run => {
    const text = plain(title, 80);
    return url === undefined ? text : { kind: 'link', text, href: url };
  });
  const more = deliverables.length - shown.length;
  if (more > 0) shown.push(say(message('and {count} more', { count: more })));
  return shown.flatMap((run, at) => (at === 0 ? [`${colonIn(locale)} `, run] : [', ', run]));
}

/** The next commitments by date: at most five, and what was due before today at the front. Without any dates, the first three. */
export function next(telling: Telling): Section | undefined {
  const { milestones } = telling.seen;
  const open = milestones.filter((milestone) => isOpen(milestone) && milestone.status !== 'submitted');
  const dated = open
    .filter(({ due, parent }) => due !== undefined && milestones[parent ?? -1]?.due !== due)
    .sort((left, right) => (left.due ?? 0) - (right.due ?? 0));
  const { brevity } = telling;
  const undated = () => open.filter(({ parent }) => parent === undefined).slice(0, Math.min(3, brevity.next));
  const shown = dated.length > 0 ? dated.slice(0, brevity.next) : undated();
  if (shown.length === 0) return undefined;
  const items = shown.map((milestone) =>
    item(
      telling,
      milestone.name,
      [
        told(telling, dueText(milestone), ofMilestone(milestone, 'due')),
        [briefly(milestone.owner?.name ?? '', brevity.title)],
      ],
      [briefly(milestone.notes ?? '', Math.min(160, brevity.text))],
    ),
  );
  return { heading: message('Next'), blocks: listOf(items) };
}

function dueText({ due, daysToDue, lateDays }: SeenMilestone): Message {
  if (due === undefined) return message('no date yet');
  const day = { day: { day: due } };
  if (lateDays !== undefined && lateDays > 0)
    return counted(lateDays, 'was due on {day} ({count} day ago)', 'was due on {day} ({count} days ago)', day);
  if (daysToDue === undefined) return message('due on {day}', day);
  if (daysToDue === 0) return message('due today, {day}', day);
  return counted(daysToDue, 'due tomorrow, {day}', 'due on {day} (in {count} days)', day);
}

/** What is expected later than it is due, the first due date first, with what holds it up. */
export function later(telling: Telling): Section | undefined {
  const found = telling.seen.milestones
    .filter((milestone) => isOpen(milestone) && milestone.laterReason !== undefined)
    .sort((left, right) => (left.due ?? 0) - (right.due ?? 0));
  if (found.length === 0) return undefined;
  const shown = found.slice(0, telling.brevity.later);
  const lines = shown.map((milestone) =>
    item(telling, milestone.name, reasonOf(telling, milestone, milestone.laterReason)),
  );
  return {
    heading: message('Later than planned'),
    blocks: listOf([...lines, ...andMore(telling, found.length - shown.length)]),
  };
}

function reasonOf(telling: Telling, milestone: SeenMilestone, reason: Message | undefined): readonly Runs[] {
  return reason === undefined ? [] : [told(telling, reason, ofMilestone(milestone, 'due'))];
}

/** For the team: what is late, held up or at risk, with its reason. */
export function attention(telling: Telling): Section | undefined {
  const { milestones } = telling.seen;
  const troubled = (['late', 'blocked', 'at-risk'] as const).flatMap((health) =>
    milestones.filter((milestone) => milestone.health === health && milestone.healthReason !== undefined),
  );
  const unproved = milestones.filter(({ staleEvidence }) => staleEvidence !== undefined);
  if (troubled.length + unproved.length === 0) return undefined;
  const lines = troubled
    .slice(0, 7)
    .map((milestone) => item(telling, milestone.name, reasonOf(telling, milestone, milestone.healthReason)));
  const proofs = unproved.map((milestone) =>
    item(telling, milestone.name, [
      told(telling, proofText(milestone.staleEvidence ?? 0), ofMilestone(milestone, 'acceptanceCriteria')),
    ]),
  );
  return {
    heading: message('Needs attention'),
    blocks: listOf([...lines, ...andMore(telling, troubled.length - lines.length), ...proofs]),
  };
}

function proofText(count: number): Message {
  return counted(
    count,
    'the evidence of {count} criterion is missing or has changed',
    'the evidence of {count} criteria is missing or has changed',
  );
}

/** For the team: what is written for nobody else. */
export function internal(telling: Telling): Section | undefined {
  const lines = telling.seen.milestones.flatMap(({ name, internal }) =>
    internal === undefined ? [] : [item(telling, name, [[plain(internal, 400)]])],
  );
  return lines.length === 0 ? undefined : { heading: message('Internal notes'), blocks: listOf(lines) };
}
