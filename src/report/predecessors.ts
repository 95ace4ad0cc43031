// What comes before one milestone, of all plans. Knows no words.
import type { Snapshot } from '../snapshot';
import { knownRef } from './known';
import type { Predecessor } from './told';

export function predecessorsOf({ plans, links }: Snapshot, ref: string): readonly Predecessor[] {
  return links.flatMap((link) => {
    if (link.successor !== ref) return [];
    const found = knownRef({ plans }, link.predecessor);
    if (!found) return [];
    const foreign = !ref.startsWith(`${found.plan.uri}#`);
    return [{ milestone: found.milestone, link, ...(foreign ? { project: found.plan.plan.project } : {}) }];
  });
}
