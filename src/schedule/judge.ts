// What the milestones of one plan are found to be, first what counts for the plan, then each with its sentences for whoever asks. Knows no rule of its own.
import { isOpen, limitOf } from './dates';
import type { Exposures } from './exposure';
import type { Facts } from './facts';
import { type Found, healthForPlan, healthOf } from './health';
import { looksOf } from './looks';
import type { Look } from './looksDates';
import { factsOf, type Known, type OfPlan } from './milestoneFacts';
import { milestoneSchedule, type Found as Placed } from './milestoneSchedule';
import { MilestonesLater } from './milestonesLater';
import type { PlanGround } from './planGround';
import type { AllJudged, Judged, Worst } from './planHealth';
import { ragOf } from './rag';
import { type MilestoneSchedule, type PlanSchedule, type RagDimension, ragColors } from './schedule';

/** Nothing of what is found out about a milestone is kept but what counts for the plan: keeping it for thousands costs more than finding it out again for a few. */
export function judgeAll(known: Known, { position, today }: PlanGround, ofPlan: OfPlan): AllJudged {
  const { all } = known;
  const judged: Judged[] = [];
  const counts = { late: 0, dueToday: 0, done: 0, total: 0 };
  const worst = new Map<RagDimension['dimension'], Worst>();
  for (let number = all.starts[position] ?? 0; number < (all.starts[position + 1] ?? 0); number++) {
    const found = judge(known, number, ofPlan);
    if (!found) continue;
    const { facts, looks, own } = found;
    const { milestone, status, dates } = facts;
    if (own.health === 'late') counts.late++;
    if (isOpen(status) && limitOf(milestone) === today) counts.dueToday++;
    if (status === 'done') counts.done++;
    if (status !== 'cancelled') counts.total++;
    const around = all.milestones[all.parents[number] ?? -1];
    const { health } = healthForPlan(facts, own);
    const each = { number, milestone, around, status, lateDays: dates.lateDays, health };
    judged.push(each);
    for (const { dimension, color } of looks) {
      if (isWorse(color, each, worst.get(dimension))) worst.set(dimension, { color, judged: each });
    }
  }
  return { judged, counts, worst, ...sentencesOf(known, ofPlan) };
}

function isWorse(color: RagDimension['color'], { lateDays }: Judged, than: Worst | undefined): boolean {
  if (!than) return true;
  if (color !== than.color) return ragColors.indexOf(color) > ragColors.indexOf(than.color);
  return (lateDays ?? 0) > (than.judged.lateDays ?? 0);
}

function sentencesOf(known: Known, ofPlan: OfPlan): Pick<AllJudged, 'healthOf' | 'lookOf'> {
  return {
    healthOf(number) {
      const found = judge(known, number, ofPlan);
      if (!found) throw new RangeError('No such milestone');
      return healthForPlan(found.facts, found.own).say();
    },
    lookOf: (number, of) =>
      judge(known, number, ofPlan)
        ?.looks.find(({ dimension }) => dimension === of)
        ?.say().reason,
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
    const found = judge(known, number, ofPlan);
    if (!found) return undefined;
    const { facts, looks, own } = found;
    const healthReason = own.say();
    const rag = ragOf(facts, looks, healthReason);
    const judgement = { health: own.health, healthReason, rag, exposure: exposures.milestones.get(number) };
    return milestoneSchedule(known, number, facts, { judgement, days });
  });
}

interface JudgedFacts {
  readonly facts: Facts;
  readonly looks: readonly Look[];
  /** Its health by itself. */
  readonly own: Found;
}

function judge(known: Known, number: number, ofPlan: OfPlan): JudgedFacts | undefined {
  const facts = factsOf(known, number, ofPlan);
  if (!facts) return undefined;
  const looks = looksOf(facts);
  return { facts, looks, own: healthOf(facts, looks) };
}
