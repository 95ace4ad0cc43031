// What does not hold in a plan as it stands today, each at the date it is about: hours that are missing, deadlines that are missed. Computes no date.
import type { Problem } from '../model/problem';
import { reportMissed } from './missedDeadlines';
import { reportOverload } from './overload';
import { collectHints } from './qualityHints';
import type { Scheduled } from './reporting';

/** `date.infeasible`, `deadline.missed` and `float.negative`; nothing about a plan whose text cannot be read now. */
export function scheduleProblems(scheduled: Scheduled): readonly Problem[] {
  const { places, fields } = scheduled.all.plans[scheduled.position] ?? {};
  if (!places) return [];
  const { hint: report, all } = collectHints();
  const reporting = { ...scheduled, places, fields: fields ?? new Map(), report };
  reportOverload(reporting);
  reportMissed(reporting);
  return all();
}
