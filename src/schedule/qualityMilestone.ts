// Hints on what a milestone does not say: how it is measured, who answers for it, what belongs to it, when it begins. Knows no calendar.
import { type Message, message } from '../base/message';
import type { ProblemCode } from '../model/codes';
import type { Facts } from './qualityFacts';
import { type Looked, placeOf } from './qualityLooked';

const noCriteria = message('Nothing says when this is done. Add `acceptanceCriteria:` with what both sides can check.');
const vague = message(
  'This cannot be checked as it stands. Name a number, or what is to be tested, approved or delivered.',
);
const noOwner = message('Nobody answers for this. Name one person with `owner:`.');
const noDescription = message('Nothing says what belongs to this. Add a sentence or two with `description:`.');
const noStart = message('Nothing says when work on this begins. Add `start:`, or `dependsOn:` with what comes first.');
const amountWithoutCriteria = message(
  'An amount is due for this, but nothing says what it is paid for. Add `acceptanceCriteria:` with what both sides can check.',
);

export function hintMilestone(looked: Looked, number: number, facts: Facts): void {
  const { inherited, hint } = looked;
  const at = (code: ProblemCode, field: string, message: Message) =>
    hint(code, () => ({ span: placeOf(looked, number, field), message }));
  const measured = inherited.isMeasured(number);
  // What is split into smaller milestones is measured by those.
  if (!measured && !facts.isSplit) at('quality.noCriteria', 'title', noCriteria);
  for (const index of facts.vague) hintVague(looked, number, index);
  if (!inherited.isOwned(number)) at('quality.noOwner', 'title', noOwner);
  if (!inherited.isDescribed(number)) at('quality.noDescription', 'title', noDescription);
  if (!begins(looked, number, facts)) at('quality.noStart', 'title', noStart);
  if (facts.isPaid && !measured && !inherited.holdsCriteria(number))
    at('quality.amountWithoutCriteria', 'amount', amountWithoutCriteria);
}

function hintVague({ all, places, hint }: Looked, number: number, index: number): void {
  hint('quality.vagueCriterion', () => {
    const place = places.get(all.milestones[number]?.key ?? '');
    return { span: place?.criteria?.[index] ?? place?.title, message: vague };
  });
}

/**
 * Where work has begun, its start is no question any more. The plan's own start is that of what comes first, in the file or in time: whatever
 * comes later without a start or a predecessor could begin on any day, and nobody would notice that it began too late.
 */
function begins({ all, plan, first, inherited, firstDue }: Looked, number: number, { due }: Facts): boolean {
  if (inherited.begins(number)) return true;
  const status = all.statuses[number];
  if (status !== 'planned' && status !== 'on-hold') return true;
  const isFirst = number === first || (due !== undefined && due === firstDue);
  return plan.start !== undefined && isFirst;
}
