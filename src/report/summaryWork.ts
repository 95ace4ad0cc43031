// The parts of a summary about the work: what was delivered, what comes next, what needs attention. Sees only what the audience may see.
import type { Day } from '../base/day';
import { counted, type Message, message } from '../base/message';
import type { SeenMilestone } from './audience';
import { escapeInline, link } from './markdown';
import { plain } from './plain';
import { andMore, isOpen, item, type Section, type Telling, told } from './telling';

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
  const shown = since === undefined ? found.slice(0, 5) : found;
  const earlier = found.length - shown.length;
  const lines = shown.map((milestone) =>
    item(milestone.name, [[finished(telling, milestone), ...handedOver(telling, milestone)].join(': ')]),
  );
  if (earlier > 0) lines.push(`- ${told(telling, message('and {count} more before that', { count: earlier }))}`);
  return {
    heading:
      since === undefined ? message('Delivered so far') : message('Delivered since {day}', { day: { day: since } }),
    body: lines.join('\n'),
  };
}

function latestFirst(left: Day | undefined, right: Day | undefined): number {
  return (right ?? -1e9) - (left ?? -1e9);
}

function finished(telling: Telling, { completed, lateDays }: SeenMilestone): string {
  if (completed === undefined) return told(telling, message('finished'));
  const day = { day: { day: completed } };
  return told(
    telling,
    lateDays === undefined
      ? message('finished on {day}', day)
      : counted(lateDays, 'finished on {day}, {count} day late', 'finished on {day}, {count} days late', day),
  );
}

/** What was handed over, as links where there are some; only in a summary of a period, which is short. */
function handedOver(telling: Telling, { deliverables }: SeenMilestone): string[] {
  if (telling.since === undefined || deliverables.length === 0) return [];
  const shown = deliverables
    .slice(0, 3)
    .map(({ title, url }) => (url === undefined ? escapeInline(plain(title, 80)) : link(plain(title, 80), url)));
  const more = deliverables.length - shown.length;
  if (more > 0) shown.push(told(telling, message('and {count} more', { count: more })));
  return [shown.join(', ')];
}

/** The next commitments by date: at most five, and what was due before today at the front. Without any dates, the first three. */
export function next(telling: Telling): Section | undefined {
  const { milestones } = telling.seen;
  const open = milestones.filter((milestone) => isOpen(milestone) && milestone.status !== 'submitted');
  const dated = open
    .filter(({ due, parent }) => due !== undefined && milestones[parent ?? -1]?.due !== due)
    .sort((left, right) => (left.due ?? 0) - (right.due ?? 0));
  const shown = dated.length > 0 ? dated.slice(0, 5) : open.filter(({ parent }) => parent === undefined).slice(0, 3);
  if (shown.length === 0) return undefined;
  return {
    heading: message('Next'),
    body: shown
      .map((milestone) =>
        item(
          milestone.name,
          [told(telling, dueText(milestone)), escapeInline(milestone.owner?.name ?? '')],
          escapeInline(plain(milestone.notes ?? '', 160)),
        ),
      )
      .join('\n'),
  };
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
  const shown = found.slice(0, telling.audience === 'team' ? 7 : 3);
  const lines = shown.map(({ name, laterReason }) => item(name, laterReason ? [told(telling, laterReason)] : []));
  return {
    heading: message('Later than planned'),
    body: [...lines, ...andMore(telling, found.length - shown.length)].join('\n'),
  };
}

/** For the team: what is late, held up or at risk, with its reason. */
export function attention(telling: Telling): Section | undefined {
  const { milestones } = telling.seen;
  const troubled = (['late', 'blocked', 'at-risk'] as const).flatMap((health) =>
    milestones.filter((milestone) => milestone.health === health && milestone.healthReason !== undefined),
  );
  if (troubled.length === 0) return undefined;
  const lines = troubled
    .slice(0, 7)
    .map(({ name, healthReason }) => item(name, healthReason ? [told(telling, healthReason)] : []));
  return {
    heading: message('Needs attention'),
    body: [...lines, ...andMore(telling, troubled.length - lines.length)].join('\n'),
  };
}

/** For the team: what is written for nobody else. */
export function internal(telling: Telling): Section | undefined {
  const lines = telling.seen.milestones.flatMap(({ name, internal }) =>
    internal === undefined ? [] : [item(name, [escapeInline(plain(internal, 400))])],
  );
  return lines.length === 0 ? undefined : { heading: message('Internal notes'), body: lines.join('\n') };
}
