// A key for every milestone that no other one of its file has. Knows no other file.
import { message } from '../base/message';
import type { Milestone } from './plan';
import { allMilestones, type Places } from './planFile';
import { type Reading, report } from './reading';

/** Gives every later milestone of an id the key `id~2`, `id~3` …, reports it, and returns the places by key. */
export function assignKeys(
  milestones: readonly Milestone[],
  places: ReadonlyMap<Milestone, Places>,
  reading: Reading,
): ReadonlyMap<string, Places> {
  const seen = new Map<string, { count: number; written: boolean }>();
  const byKey = new Map<string, Places>();
  for (const milestone of allMilestones(milestones)) {
    const place = places.get(milestone);
    const before = seen.get(milestone.id);
    if (!place) continue;
    if (!milestone.idWritten) hintMissing(milestone, place, reading);
    if (before) {
      before.count++;
      // `~` is in no id, so this key is no other milestone's id. The milestone is not handed out yet: it is still being made.
      Object.assign(milestone, { key: `${milestone.id}~${before.count}` });
      reportDuplicate(milestone, place, before.written, reading);
    } else {
      seen.set(milestone.id, { count: 1, written: milestone.idWritten });
    }
    byKey.set(milestone.key, place);
  }
  return byKey;
}

function hintMissing(milestone: Milestone, place: Places, reading: Reading): void {
  const written = place.fields.get('id');
  // An id that cannot be one has its own problem.
  if (written && written.end > written.start) return;
  const said = message(
    'This milestone has no id. Write `id: {id}`, so that it stays the same when the title changes.',
    { id: milestone.id },
  );
  report(reading, 'id.missing', place.title, said, 'hint');
}

function reportDuplicate(milestone: Milestone, place: Places, firstWritten: boolean, reading: Reading): void {
  const args = { id: milestone.id };
  if (milestone.idWritten || firstWritten) {
    const span = (milestone.idWritten ? place.fields.get('id') : undefined) ?? place.title;
    report(
      reading,
      'id.duplicate',
      span,
      message('Another milestone above has the id {id} already. Give this one an id of its own.', args),
    );
    return;
  }
  const said = message('Another milestone above has this title too. Give each an `id:` of its own.', args);
  report(reading, 'id.duplicate', place.title, said, 'warning');
}
