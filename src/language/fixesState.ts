// Fixes of what a milestone says about how far it is: its status, its day of completion, its progress. Knows no other field.
import { isoDay } from '../base/day';
import { message } from '../base/message';
import { mapAt, pairsOf, pathAt, writeFields } from '../model/patch';
import type { Problem } from '../model/problem';
import {
  changed,
  fix,
  type Ground,
  mapOf,
  milestoneAt,
  type Standing,
  withDay,
  withoutOwn,
  withValue,
} from './fixesGround';
import type { Fix } from './fixesKinds';

/** Whatever makes status, days and criteria agree. What the status itself should be is known to the problem. */
export function contradiction(ground: Ground, { span, instead }: Problem): readonly Fix[] {
  const at = milestoneAt(ground, span.start);
  if (!at) return [];
  const { completed, started, statusWritten, status } = at.milestone;
  if (completed !== undefined && statusWritten !== undefined && statusWritten !== 'done')
    return [
      ...(instead === undefined ? setTo(ground, at, 'done') : []),
      ...fix(message('Delete the day of completion'), withoutOwn(ground, at, 'completed')),
      ...fix(message('Delete the status, which follows from the rest'), withoutOwn(ground, at, 'status')),
    ];
  if (started !== undefined && statusWritten === 'planned')
    return [
      ...(instead === undefined ? setTo(ground, at, 'in-progress') : []),
      ...fix(message('Delete the status, which follows from the rest'), withoutOwn(ground, at, 'status')),
      ...fix(message('Delete the day on which it was started'), withoutOwn(ground, at, 'started')),
    ];
  return status === 'done' ? doneAfterAll(ground, at) : [];
}

function setTo(ground: Ground, at: Standing, status: string): readonly Fix[] {
  return fix(message('Write {text}', { text: status }), withValue(ground, at, 'status', status), { preferred: true });
}

/** Done with open criteria, or without a day. */
function doneAfterAll(ground: Ground, { milestone }: Standing): readonly Fix[] {
  const { key: id, completed, acceptanceCriteria } = milestone;
  const on = ground.today;
  const day = completed === undefined ? changed(ground, [{ kind: 'markDone', id, on }]) : undefined;
  const open = acceptanceCriteria.flatMap(({ done, text }, criterion) => (done ? [] : [{ criterion, text }]));
  const met = open.map(
    ({ criterion, text }) => ({ kind: 'toggleCriterion', id, criterion, was: text, done: true }) as const,
  );
  const handed = changed(ground, [{ kind: 'setStatus', id, status: 'submitted', on }]);
  return [
    ...fix(message('Mark all acceptance criteria as met'), met.length > 0 ? changed(ground, met) : undefined),
    ...fix(message('Set the status to submitted, waiting for the client'), open.length > 0 ? handed : undefined),
    ...fix(message('Write today as the day of completion'), day),
  ];
}

/** Progress that follows from what is inside is not read at all. */
export function withoutProgress(ground: Ground, { span }: Problem): readonly Fix[] {
  const at = milestoneAt(ground, span.start);
  const edits = at && withoutOwn(ground, at, 'progress');
  return fix(message('Delete the progress, which is not used'), edits, { preferred: true, all: true });
}

/** Of a milestone or of one of its tasks. */
export function completedToday(ground: Ground, { span }: Problem): readonly Fix[] {
  const { source, today } = ground;
  const title = message('Write today, {day}', { day: { day: today, style: 'medium' } });
  const field = source && pathAt(source, span.start).at(-1);
  if (!source) return [];
  if (field?.is === 'field' && field.name === 'completed') {
    const at = milestoneAt(ground, span.start);
    const isOwn = at && mapOf(ground, at) === field.map;
    const written = { name: 'completed', written: { kind: 'word', value: isoDay(today) }, after: [] } as const;
    const edits = isOwn ? withDay(ground, at, 'completed', today) : writeFields(source, field.map, [written]);
    return fix(title, edits, { preferred: true });
  }
  const map = mapAt(source, span.start);
  const written = { name: 'completed', written: { kind: 'word', value: isoDay(today) }, after: [] } as const;
  return fix(title, map && pairsOf(map, 'completed').length === 1 ? writeFields(source, map, [written]) : undefined, {
    preferred: true,
  });
}
