// Which milestones can be made to wait for which, as far as the rows tell, and the next one to choose. The host decides.
import type { PanelWord } from '../protocol/words';
import { rowFlags, type TimelineRows } from '../report/timelineRows';
import { type Content, refAt } from './content';
import type { Linking, Target } from './gestureState';
import { isMilestone, rowFor } from './grab';

/** The row as the other end of the arrow, with the reason if it cannot be that; `undefined` for no row. */
export function targetOf(content: Content, linking: Linking, row: number): Target | undefined {
  const ref = refAt(content.rows, row);
  const { rows } = content;
  if (ref === undefined || !isMilestone(rows, row)) {
    if (row < 0 || linking.by === 'keys') return undefined;
    const isGroup = ((rows.flags[row] ?? 0) & rowFlags.group) !== 0;
    return { ref: ref ?? '', why: isGroup ? 'Nothing can wait for a heading' : 'Nothing can wait for a whole plan' };
  }
  const [waits, on] = linking.by === 'pointer' ? [ref, linking.from.ref] : [linking.from.ref, ref];
  const why = whyNotWait(content.received, rowFor(content.received, waits), rowFor(content.received, on));
  return why === undefined ? { ref } : { ref, why };
}

/** Why one row cannot wait for another. Asked of the rows as they came: arranged ones may have lost what lies in what. */
export function whyNotWait(rows: TimelineRows, waits: number, on: number): PanelWord | undefined {
  if (waits === on) return 'A milestone cannot wait for itself';
  if (isInside(rows, waits, on) || isInside(rows, on, waits)) return 'One lies inside the other';
  if (isLinked(rows, on, waits)) return 'It waits for that one already';
  return isLinked(rows, waits, on) ? 'That one waits for it already' : undefined;
}

function isInside(rows: TimelineRows, inner: number, outer: number): boolean {
  return inner > outer && inner <= outer + (rows.inside[outer] ?? 0);
}

function isLinked({ links }: TimelineRows, from: number, to: number): boolean {
  for (let at = 0; at + 1 < links.length; at += 2) if (links[at] === from && links[at + 1] === to) return true;
  return false;
}

/** The next shown milestone up or down that could be chosen, whether allowed or not; plans, headings and itself are passed over. */
export function nextTarget(content: Content, linking: Linking, step: 1 | -1): Target | undefined {
  const { rows, shown } = content;
  const own = shown.positionOf[rowFor(rows, linking.from.ref)] ?? -1;
  const over = linking.over ? rowFor(rows, linking.over.ref) : -1;
  let at = over < 0 ? own : (shown.positionOf[over] ?? own);
  for (at += step; at >= 0 && at < shown.count; at += step) {
    const row = shown.rowAt[at] ?? -1;
    if (at !== own && isMilestone(rows, row)) return targetOf(content, linking, row);
  }
  return undefined;
}
