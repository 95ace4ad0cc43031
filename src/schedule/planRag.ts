// The colour of a whole plan: the worst that holds for it or for any of its open milestones, which is named. Knows only what was found out about them.
import type { Day } from '../base/day';
import { counted, type Message, message } from '../base/message';
import type { Plan } from '../model/plan';
import type { Verdict } from './health';
import { overloadReason, worstFirst } from './looks';
import type { Look } from './looksDates';
import { type Judged, namer, onTrack } from './planHealth';
import { colored } from './rag';
import { type Feasibility, type PlanSchedule, type Rag, type RagDimension, ragDimensions } from './schedule';

export interface PlanFacts {
  readonly plan: Plan;
  readonly today: Day;
  readonly counts: PlanSchedule['counts'];
  readonly feasibility: readonly Feasibility[];
  /** Its health. */
  readonly verdict: Verdict;
}

/** What is done, cancelled or on hold as a whole has no colour. */
export function planRag(facts: PlanFacts, judged: readonly Judged[]): Rag {
  const { health, reason } = facts.verdict;
  if (health === 'done' || health === 'cancelled' || health === 'on-hold')
    return { color: undefined, reason, dimensions: [] };
  const own = [...deadlineLook(facts, judged), ...overloadLooks(facts)];
  const named = worstMilestones(judged);
  const dimensions = ragDimensions.flatMap((dimension) => {
    // Of equals the first stays first, and what holds for the whole plan says more than one of its milestones.
    const [worst] = [...own, ...named].filter((look) => look.dimension === dimension).sort(worstFirst);
    return worst ? [worst] : [];
  });
  return colored(dimensions.sort(worstFirst), () => greenReason(facts, judged));
}

/** For each dimension the look of the worst colour; of several that of the milestone that is most late, else the first. */
function worstMilestones(judged: readonly Judged[]): readonly RagDimension[] {
  const worst = new Map<RagDimension['dimension'], Found>();
  for (const each of judged) {
    for (const look of each.looks) {
      const known = worst.get(look.dimension);
      if (!known || worse(look, each, known)) worst.set(look.dimension, { look, each });
    }
  }
  const name = namer(judged);
  return [...worst.values()].map(({ look: { dimension, color, say }, each }) => ({
    dimension,
    color,
    reason: message('{title}: {reason}', { title: name(each), reason: say().reason }),
  }));
}

interface Found {
  readonly look: Look;
  readonly each: Judged;
}

function worse(look: Look, each: Judged, than: Found): boolean {
  const order = look.color === than.look.color ? 0 : worstFirst(look, than.look);
  return order < 0 || (order === 0 && (each.lateDays ?? 0) > (than.each.lateDays ?? 0));
}

function deadlineLook({ plan: { deadline }, today, counts }: PlanFacts, judged: readonly Judged[]): RagDimension[] {
  if (deadline === undefined || deadline >= today) return [];
  const open = judged.filter(({ status }) => status !== 'done' && status !== 'cancelled').length;
  const days = counted(today - deadline, '{count} day', '{count} days');
  const reason = counted(
    counts.total,
    'its deadline of {deadline} passed {days} ago and the milestone is still open',
    'its deadline of {deadline} passed {days} ago with {open} of {count} milestones open',
    { deadline: { day: deadline }, days, open },
  );
  return [{ dimension: 'dates', color: 'red', reason }];
}

function overloadLooks({ plan, feasibility }: PlanFacts): RagDimension[] {
  return feasibility.flatMap((each): RagDimension[] => {
    const reason = overloadReason(each, plan);
    return reason ? [{ dimension: 'feasibility', color: 'amber', reason }] : [];
  });
}

function greenReason({ counts }: PlanFacts, judged: readonly Judged[]): Message {
  if (judged.length === 0) return message('Green: there are no milestones yet');
  const open = judged.filter(({ status }) => status !== 'done' && status !== 'cancelled');
  return message('Green: {reason}', { reason: onTrack(open, counts, namer(judged)).reason });
}
