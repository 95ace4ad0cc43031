// Why a change is not made, as values with a plain sentence each. Knows no text and no editor.
import { type Message, message } from '../base/message';
import type { Refusal } from './change';
import type { Milestone } from './plan';

export function isRefusal(result: object): result is Refusal {
  return 'refused' in result;
}

export function refusal(refused: string, said: Message): Refusal {
  return { refused, message: said };
}

/** Nothing in the plan has this id. */
export function unknownMilestone(id: string): Refusal {
  return refusal('milestone.unknown', message('There is no milestone {id} in this plan any more.', { id }));
}

export function ambiguousMilestone(id: string, count: number): Refusal {
  const args = { id, count };
  const said = message(
    '{count} milestones have the id {id}. Give each its own id, so that it is clear which one is meant.',
    args,
  );
  return refusal('milestone.ambiguous', said);
}

/** A change would show in more than one place, or the value stands somewhere else. */
export function sharedValue(milestone: Pick<Milestone, 'title'>): Refusal {
  const said = message(
    'A part of “{title}” is shared with other places of the file by an anchor, an alias or a merge key. Change it by hand, so that nothing else changes with it.',
    { title: milestone.title },
  );
  return refusal('edit.shared', said);
}

export function writtenTwice(milestone: Pick<Milestone, 'title'>, field: string): Refusal {
  const said = message('“{title}” has more than one {field}. Delete all but one and try again.', {
    title: milestone.title,
    field,
  });
  return refusal('edit.twice', said);
}

export function unexpectedValue(milestone: Pick<Milestone, 'title'>, field: string): Refusal {
  const said = message('The {field} of “{title}” is not a single value here. Correct it by hand and try again.', {
    title: milestone.title,
    field,
  });
  return refusal('edit.unexpected', said);
}

export function unexpectedList(milestone: Pick<Milestone, 'title'>, field: string): Refusal {
  const said = message('The {field} of “{title}” is not a list here. Correct it by hand and try again.', {
    title: milestone.title,
    field,
  });
  return refusal('edit.unexpected', said);
}

export function unexpectedGroup(milestone: Pick<Milestone, 'title'>, field: string): Refusal {
  const said = message('The {field} of “{title}” is not a group of fields here. Correct it by hand and try again.', {
    title: milestone.title,
    field,
  });
  return refusal('edit.unexpected', said);
}

/** The text is written in a way in which no edit could be proved right. */
export function unsafeEdit(): Refusal {
  const said = message(
    'This place of the file is written in a way that cannot be changed without touching something else. Nothing was changed; please edit it by hand.',
  );
  return refusal('edit.unsafe', said);
}
