// The milestone a place lies in, and those around it, in text that may be broken. Knows no other file.
import type { Milestone } from '../model/plan';
import type { Asked } from './completionKinds';

/** The outermost first. By place where the text can be read; else by position in the last plan that could be. */
export function milestoneChain({
  page,
  at,
  where,
  plan,
}: Pick<Asked, 'page' | 'at' | 'where' | 'plan'>): readonly Milestone[] {
  const chain: Milestone[] = [];
  let inside = plan?.milestones ?? [];
  for (const [index, step] of where.path.entries()) {
    if (step !== 'milestones' || index % 2 === 1) continue;
    const position = where.path[index + 1];
    if (typeof position !== 'number') break;
    const found = page.file.plan
      ? inside.findLast(({ key }) => (page.file.places.get(key)?.span.start ?? Number.POSITIVE_INFINITY) <= at)
      : inside[position];
    if (!found) break;
    chain.push(found);
    inside = found.milestones;
  }
  return chain;
}
