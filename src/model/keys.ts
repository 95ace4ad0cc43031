// A key for every milestone that no other one of its file has. Knows no other file.
import { message } from '../base/message';
import { textInstead } from './instead';
import type { Milestone } from './plan';
import { allMilestones, type Places } from './planFile';
import { type Reading, report } from './reading';
import { isId } from './slug';

/** Gives every later milestone of an id the key `id~2`, `id~3` …, reports it, and returns the places by key. */
export function assignKeys(
  milestones: readonly Milestone[],
  places: ReadonlyMap<Milestone, Places>,
  reading: Reading,
): ReadonlyMap<string, Places> {
  const seen = new Map<string, Seen>();
  const byKey = new Map<string, Places>();
  const taken = new Set<string>();
  for (const { id } of allMilestones(milestones)) taken.add(id);
  for (const milestone of allMilestones(milestones)) {
    const place = places.get(milestone);
    const before = seen.get(milestone.id);
    if (!place) continue;
    if (!milestone.idWritten) hintMissing(milestone, place, reading);
    if (before) {
      before.count++;
      // `~` is in no id, so this key is no other milestone's id. The milestone is not handed out yet: it is still being made.
      Object.assign(milestone, { key: `${milestone.id}~${before.count}` });
      const free = freeId(milestone.id, before, taken);
      reportDuplicate({ milestone, place, firstWritten: before.written, free }, reading);
    } else {
      seen.set(milestone.id, { count: 1, written: milestone.idWritten, tried: 1 });
    }
    byKey.set(milestone.key, place);
  }
  return byKey;
}

/** What is known of the first milestone with an id. */
interface Seen {
  count: number;
  readonly written: boolean;
  /** The last number tried for an id of its own. */
  tried: number;
}

/** `design-2`, `design-3` …, and no number is tried twice. */
function freeId(id: string, seen: Seen, taken: Set<string>): string {
  let free = id;
  while (taken.has(free)) free = `${id}-${++seen.tried}`;
  taken.add(free);
  return free;
}

function hintMissing(milestone: Milestone, place: Places, reading: Reading): void {
  const written = place.fields.get('id');
  // An id that cannot be one has its own problem.
  if (written && written.end > written.start) return;
  const said = message(
    'This milestone has no id. Write `id: {id}`, so that it stays the same when the title changes.',
    { id: milestone.id },
  );
  report(reading, { code: 'id.missing', span: place.title, message: said, severity: 'hint' });
}

interface Twin {
  readonly milestone: Milestone;
  readonly place: Places;
  readonly firstWritten: boolean;
  /** An id no milestone of the file has. */
  readonly free: string;
}

function reportDuplicate({ milestone, place, firstWritten, free }: Twin, reading: Reading): void {
  const args = { id: milestone.id };
  if (!milestone.idWritten && !firstWritten) {
    const said = message('Another milestone above has this title too. Give each an `id:` of its own.', args);
    report(reading, { code: 'id.duplicate', span: place.title, message: said, severity: 'warning' });
    return;
  }
  const own = milestone.idWritten ? place.fields.get('id') : undefined;
  const said = message('Another milestone above has the id {id} already. Give this one an id of its own.', args);
  const instead = own && isId(free) ? textInstead(reading.loaded.text, own, milestone.id, free) : undefined;
  report(reading, { code: 'id.duplicate', span: own ?? place.title, message: said, instead });
}
