// What is said of the evidence of a milestone's criteria and of the money at risk in a plan, for the team. Computes neither.
import {
  type CitedFinding,
  type CriterionEvidence,
  type EvidenceState,
  evidenceStates,
  type Finding,
} from '../agreement/evidence';
import { askForMoney } from '../agreement/paymentsAsk';
import { type Message, message } from '../base/message';
import type { PlanSnapshot } from '../snapshot';
import { plain } from './plain';

/** A tooltip has room for so many. */
const mostStale = 3;

/** How many criteria stand in which state, then what is wrong with the stale ones. Nothing where none is ticked or none cites anything. */
export function evidenceLines({ agreement }: PlanSnapshot, key: string): readonly Message[] {
  const criteria = agreement.evidence.get(key) ?? [];
  if (criteria.every(({ state }) => state === 'asserted')) return [];
  const wrong = criteria.filter(({ state }) => state === 'stale').flatMap(wrongIn);
  return [countLine(criteria), ...wrong.slice(0, mostStale)];
}

function countLine(criteria: readonly CriterionEvidence[]): Message {
  const counts = evidenceStates.flatMap((state) => {
    const count = criteria.filter((each) => each.state === state).length;
    return count === 0 ? [] : [stateCount(state, count)];
  });
  const what = counts.reduce((all, next) => message('{all}, {next}', { all, next }));
  return message('Evidence: {what}', { what });
}

function stateCount(state: EvidenceState, count: number): Message {
  switch (state) {
    case 'asserted':
      return message('{count} only asserted', { count });
    case 'evidenced':
      return message('{count} evidenced', { count });
    case 'verified':
      return message('{count} verified', { count });
    case 'stale':
      return message('{count} stale', { count });
  }
}

function wrongIn({ cited }: CriterionEvidence): readonly Message[] {
  return cited.flatMap(({ citation, finding }: CitedFinding) => {
    const what = findingWord(finding);
    return what ? [message('Evidence {name}: {what}', { name: plain(citation.text, 80), what })] : [];
  });
}

/** What is wrong; `undefined` where nothing is. */
function findingWord(finding: Finding): Message | undefined {
  switch (finding) {
    case 'missing':
      return message('the file is missing');
    case 'changed':
      return message('changed since the criterion was ticked');
    case 'unreachable':
      return message('not reachable from the current branch');
    case 'outside':
      return message('leads out of the workspace, so it was not looked at');
    default:
      return undefined;
  }
}

/** When to stop and ask for money; nothing where none is exposed, and nothing for a client, whose snapshot knows of no exposure. */
export function exposedLines({ plan, schedule, agreement }: PlanSnapshot): readonly Message[] {
  const advice = agreement.exposure.total > 0n ? askForMoney(plan, schedule, schedule.today) : undefined;
  return advice ? [advice] : [];
}
