// Which rows a hand can take hold of, where, and why not. Reads the rows; knows no events and no elements.

import { reachOf } from '../drawing/reach';
import type { Scale } from '../drawing/scale';
import { type GrabPart, partAt, partsOf, statedOf } from '../drawing/snap';
import type { PanelWord } from '../protocol/words';
import { noDay, rowFlags, rowStates, type TimelineRows } from '../report/timelineRows';
import { type Content, refAt, rowOf } from './content';
import type { Grip, Subject } from './gestureState';

/** A milestone, not a plan and not a heading made by arranging. */
export function isMilestone(rows: TimelineRows, row: number): boolean {
  return row >= 0 && (rows.depth[row] ?? 0) > 0 && ((rows.flags[row] ?? 0) & rowFlags.group) === 0;
}

export function subjectOf(content: Content, row: number): Subject | undefined {
  const ref = refAt(content.rows, row);
  return ref === undefined ? undefined : { ref, number: content.number, was: statedOf(content.rows, row) };
}

/** Why nothing of a milestone can be moved; `undefined` where something can. */
export function whyNotMoved(rows: TimelineRows, row: number): PanelWord | undefined {
  const state = rowStates[rows.state[row] ?? 0];
  if (((rows.flags[row] ?? 0) & rowFlags.group) !== 0) return 'A heading has no dates to move';
  if ((rows.depth[row] ?? 0) === 0) return 'A plan has no dates of its own to move';
  if (rows.stale[row] === 1) return 'The file cannot be read now; this is its last good state';
  if (state === 'done') return 'It is done, so its dates stay';
  if (state === 'cancelled') return 'It is cancelled, so its dates stay';
  const { start, due } = statedOf(rows, row);
  return start === noDay && due === noDay ? whyNoDue(rows, row) : undefined;
}

function whyNoDue(rows: TimelineRows, row: number): PanelWord {
  return (rows.inside[row] ?? 0) > 0 ? 'Its dates come from what lies inside' : 'No due date is written for it';
}

/** What the pointer takes hold of at `x` of a row; nothing beside its shape and nothing of a plan or a heading. */
export function gripAt(
  content: Content,
  row: number,
  at: { readonly x: number; readonly scale: Scale; readonly outside?: number },
): Grip | undefined {
  const { rows } = content;
  if (!isMilestone(rows, row)) return undefined;
  const reach = reachOf(rows, row, at.scale);
  const stated = statedOf(rows, row);
  const part = partAt(reach, at.x, stated, at.outside);
  const isOn = at.x >= reach.x && at.x <= reach.x + reach.width && reach.shape !== 'none';
  const why = whyNotMoved(rows, row) ?? (part === 'barred' ? whyNoDue(rows, row) : undefined);
  if (why !== undefined) return isOn ? barred(content, row, why) : undefined;
  return part === undefined || part === 'barred' ? undefined : gripOn(content, row, part);
}

/** What the keys take hold of: all of it, where that can be moved. */
export function gripOf(content: Content, row: number): Grip | undefined {
  const why = whyNotMoved(content.rows, row);
  return why === undefined ? gripOn(content, row) : barred(content, row, why);
}

/** What the keys lead from a row that is to wait for another. */
export function linkOf(content: Content, row: number): Grip | undefined {
  const { rows } = content;
  if (!isMilestone(rows, row)) return barred(content, row, 'Only a milestone can wait for another');
  if (rows.stale[row] === 1) return barred(content, row, 'The file cannot be read now; this is its last good state');
  const subject = subjectOf(content, row);
  return subject && { kind: 'link', subject };
}

function gripOn(content: Content, row: number, part?: GrabPart): Grip | undefined {
  const { rows } = content;
  const subject = subjectOf(content, row);
  const parts = partsOf(reachOf(rows, row, { start: 0, pxPerDay: 1 }), statedOf(rows, row));
  const held = part ?? parts[0];
  if (!subject) return undefined;
  return held === undefined ? barred(content, row, whyNoDue(rows, row)) : { kind: 'move', subject, parts, part: held };
}

function barred(content: Content, row: number, why: PanelWord): Grip | undefined {
  return { kind: 'barred', ref: refAt(content.rows, row) ?? '', why };
}

const found = new WeakMap<TimelineRows, Map<string, number>>();

/** The row of a ref, or -1; looked for once, because a gesture asks with every frame. */
export function rowFor(rows: TimelineRows, ref: string): number {
  const known = found.get(rows) ?? new Map<string, number>();
  found.set(rows, known);
  const row = known.get(ref) ?? rowOf(rows, ref);
  known.set(ref, row);
  return row;
}
