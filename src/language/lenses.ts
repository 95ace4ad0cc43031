// What can be done with one click above a milestone and above the plan. Knows no command and no editor.
import { allMilestones } from '../model/planFile';
import { statusOf } from '../report/words';
import type { Page } from './page';

export interface Lens {
  /** Above the line of this offset. */
  readonly offset: number;
  readonly act: 'markDone' | 'reopen' | 'timeline' | 'summary';
  /** `uri#key` of a milestone, the bare URI of the plan. */
  readonly ref: string;
}

/** None while the text cannot be read, and for what an alias shows in several places. */
export function lensesOf({ uri, text, file, snapshot }: Page): readonly Lens[] {
  const { plan } = file;
  if (!plan) return [];
  const known = snapshot?.plans.find((candidate) => candidate.uri === uri);
  const lenses: Lens[] = [];
  const project = file.fields.get('project') ?? file.fields.get('milestones');
  if (project)
    for (const act of ['timeline', 'summary'] as const) lenses.push({ offset: project.start, act, ref: uri });
  for (const milestone of allMilestones(plan.milestones)) {
    const span = file.places.get(milestone.key)?.span;
    if (!span || text[span.start] === '*') continue;
    const schedule = known?.text === text ? known.schedule.milestones.get(milestone.key) : undefined;
    const { status } = milestone;
    // What counts as done because the milestone around it is cannot be reopened by itself.
    const isRuled = schedule !== undefined && statusOf(milestone, schedule) !== status;
    const ref = `${uri}#${milestone.key}`;
    if (status === 'done') lenses.push({ offset: span.start, act: 'reopen', ref });
    else if (status !== 'cancelled' && !isRuled) lenses.push({ offset: span.start, act: 'markDone', ref });
    lenses.push({ offset: span.start, act: 'timeline', ref });
  }
  return lenses;
}
