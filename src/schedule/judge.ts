// What the milestones of one plan are found to be, first what counts for the plan, then each with its sentences for whoever asks. Knows no rule of its own.
import { againstOf, colorIn, healthWordForPlan } from './against';
import { noDay } from './columns';
import { isOpen } from './dates';
import type { Exposures } from './exposure';
import { healthReason, healthReasonForPlan } from './health';
import type { Known, OfPlan } from './known';
import { looksOf } from './looks';
import { factsOf } from './milestoneFacts';
import { milestoneSchedule, type Found as Placed } from './milestoneSchedule';
import { MilestonesLater } from './milestonesLater';
import type { PlanGround } from './planGround';
import type { AllJudged, Worst } from './planHealth';
import { ragOf } from './rag';
import { type Health, healths, type MilestoneSchedule, type PlanSchedule, ragColors, ragDimensions } from './schedule';

/** Nothing of what is found out about a milestone is kept but what counts for the plan: keeping it for thousands costs more than finding it out again for a few. */
export function judgeAll(known: Known, { position, today }: PlanGround, ofPlan: OfPlan): AllJudged {
  const { all, dates } = known;
  const { statuses, columns } = all;
  const counts = { late: 0, dueToday: 0, done: 0, total: 0 };
  const worst: (Worst | undefined)[] = ragDimensions.map(() => undefined);
  const byHealth = new Map<Health, number[]>(healths.map((health) => [health, []]));
  const first = all.starts[position] ?? 0;
  const end = all.starts[position + 1] ?? 0;
  for (let number = first; number < end; number++) {
    const bits = againstOf(known, ofPlan, number);
    const health = healthWordForPlan(known, ofPlan, number, bits);
    byHealth.get(health)?.push(number);
    const status = statuses[number];
    if (health === 'late') counts.late++;
    if (columns.limit[number] === today && isOpen(status)) counts.dueToday++;
    if (status === 'done') counts.done++;
    if (status !== 'cancelled') counts.total++;
    if (bits !== 0) noteWorst(worst, bits, number, dates.lateDays[number] ?? 0);
  }
  const found = new Map(ragDimensions.flatMap((dimension, at) => (worst[at] ? [[dimension, worst[at]] as const] : [])));
  return {
    ...{ all, first, end, counts, worst: found },
    by: (health) => byHealth.get(health) ?? [],
    lateDaysOf: (number) => dates.lateDays[number] ?? 0,
    limitOf: (number) => (columns.limit[number] === noDay ? Number.POSITIVE_INFINITY : (columns.limit[number] ?? 0)),
    ...sentencesOf(known, ofPlan),
  };
}

/** Of several of one colour the one that is most late, else the first. */
function noteWorst(worst: (Worst | undefined)[], bits: number, number: number, lateDays: number): void {
  for (let at = 0; at < worst.length; at++) {
    const color = colorIn(bits, at);
    if (color && isWorse(color, lateDays, worst[at])) worst[at] = { color, number, lateDays };
  }
}

function isWorse(color: Worst['color'], lateDays: number, than: Worst | undefined): boolean {
  if (!than) return true;
  if (color !== than.color) return ragColors.indexOf(color) > ragColors.indexOf(than.color);
  return lateDays > than.lateDays;
}

function sentencesOf(known: Known, ofPlan: OfPlan): Pick<AllJudged, 'healthOf' | 'lookOf'> {
  return {
    healthOf(number) {
      const facts = factsOf(known, number, ofPlan);
      if (!facts) throw new RangeError('No such milestone');
      return healthReasonForPlan(facts, looksOf(facts));
    },
    lookOf(number, of) {
      const facts = factsOf(known, number, ofPlan);
      return (
        facts &&
        looksOf(facts)
          .find(({ dimension }) => dimension === of)
          ?.say().reason
      );
    },
  };
}

/** Each with its sentences, made when somebody asks for it. */
export function milestonesOf(
  known: Known & Placed,
  ground: PlanGround,
  ofPlan: OfPlan,
  exposures: Exposures,
): PlanSchedule['milestones'] {
  const { position } = ground;
  const { days } = ground.workerOf(undefined);
  return new MilestonesLater(known.all, position, (number): MilestoneSchedule | undefined => {
    const facts = factsOf(known, number, ofPlan);
    if (!facts) return undefined;
    const looks = looksOf(facts);
    const reason = healthReason(facts, looks);
    const rag = ragOf(facts, looks, reason);
    const exposure = exposures.milestones.get(number);
    return milestoneSchedule(known, number, facts, { judgement: { healthReason: reason, rag, exposure }, days });
  });
}
