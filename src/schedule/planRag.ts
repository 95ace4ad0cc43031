// The colour of a whole plan: the worst that holds for it or for any of its open milestones, which is named. Knows only what was found out about them.
import type { Day } from '../base/day';
import { counted, type Message, message } from '../base/message';
import type { Plan } from '../model/plan';
import type { Verdict } from './health';
import { overloadReason, worstFirst } from './looks';
import { type AllJudged, namer, onTrack, openIn } from './planHealth';
import { colored } from './rag';
import { type Feasibility, type Rag, type RagDimension, ragDimensions } from './schedule';

export interface PlanFacts {
  readonly plan: Plan;
  readonly today: Day;
  readonly feasibility: readonly Feasibility[];
  /** Its health. */
  readonly verdict: Verdict;
}

/** What is done, cancelled or on hold as a whole has no colour. */
export function planRag(facts: PlanFacts, all: AllJudged): Rag {
  const { health, reason } = facts.verdict;
  if (health === 'done' || health === 'cancelled' || health === 'on-hold')
    return { color: undefined, reason, dimensions: [] };
  const own = [...deadlineLook(facts, all), ...overloadLooks(facts)];
  const named = worstMilestones(all);
  const dimensions = ragDimensions.flatMap((dimension) => {
    // Of equals the first stays first, and what holds for the whole plan says more than one of its milestones.
    const [worst] = [...own, ...named].filter((look) => look.dimension === dimension).sort(worstFirst);
    return worst ? [worst] : [];
  });
  return colored(dimensions.sort(worstFirst), () => greenReason(all));
}

function worstMilestones(judged: AllJudged): readonly RagDimension[] {
  const name = namer(judged);
  return [...judged.worst].flatMap(([dimension, { color, number }]) => {
    const reason = judged.lookOf(number, dimension);
    return reason ? [{ dimension, color, reason: message('{title}: {reason}', { title: name(number), reason }) }] : [];
  });
}

function deadlineLook({ plan: { deadline }, today }: PlanFacts, judged: AllJudged): RagDimension[] {
  if (deadline === undefined || deadline >= today) return [];
  const days = counted(today - deadline, '{count} day', '{count} days');
  const reason = counted(
    judged.counts.total,
    'its deadline of {deadline} passed {days} ago and the milestone is still open',
    'its deadline of {deadline} passed {days} ago with {open} of {count} milestones open',
    { deadline: { day: deadline }, days, open: openIn(judged) },
  );
  return [{ dimension: 'dates', color: 'red', reason }];
}

function overloadLooks({ plan, feasibility }: PlanFacts): RagDimension[] {
  return feasibility.flatMap((each): RagDimension[] => {
    const reason = overloadReason(each, plan);
    return reason ? [{ dimension: 'feasibility', color: 'amber', reason }] : [];
  });
}

function greenReason(judged: AllJudged): Message {
  if (judged.first === judged.end) return message('Green: there are no milestones yet');
  return message('Green: {reason}', { reason: onTrack(judged, namer(judged)).reason });
}
