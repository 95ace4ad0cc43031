// Fixes of ids: one is written down, made unique, or made of the characters an id may have. Knows no other field.
import { message } from '../base/message';
import { pathAt } from '../model/patch';
import type { Plan } from '../model/plan';
import { allMilestones } from '../model/planFile';
import type { Problem } from '../model/problem';
import { slugOf } from '../model/slug';
import { chars, fix, type Ground, milestoneAt, type Standing, shown, withValue } from './fixesGround';
import type { Fix } from './fixesKinds';

/** Beside the title, as renaming does it. */
export function missingId(ground: Ground, { span }: Problem): readonly Fix[] {
  const at = milestoneAt(ground, span.start);
  return at
    ? writeId(ground, at, at.milestone.key === at.milestone.id ? at.milestone.id : ownId(ground, at), true)
    : [];
}

export function duplicateId(ground: Ground, { span, instead }: Problem): readonly Fix[] {
  const at = instead === undefined ? milestoneAt(ground, span.start) : undefined;
  return at ? writeId(ground, at, ownId(ground, at), false) : [];
}

/** With a number behind it the id looks like no other one. */
export function anotherId(ground: Ground, { span }: Problem): readonly Fix[] {
  const at = milestoneAt(ground, span.start);
  return at ? writeId(ground, at, freeId(ground.plan, at.milestone.id, 2), false) : [];
}

/** The third milestone of an id gets `design-3`, so that all of them can be fixed at once. */
function ownId({ plan }: Ground, { milestone: { id, key } }: Standing): string {
  return freeId(plan, id, Number(key.slice(id.length + 1)));
}

function writeId(ground: Ground, at: Standing, id: string, all: boolean): readonly Fix[] {
  return fix(message('Write the id {id}', { id: shown(id) }), withValue(ground, at, 'id', id), {
    preferred: true,
    all,
  });
}

/** The id, or the first of `id-2`, `id-3` … from `count` on, that no milestone has. */
export function freeId(plan: Plan | undefined, id: string, count = 1): string {
  const taken = new Set([...allMilestones(plan?.milestones ?? [])].map((milestone) => milestone.id));
  const numbered = (number: number) => (number > 1 ? `${id}-${number}` : id);
  let next = count;
  while (taken.has(numbered(next))) next++;
  return numbered(next);
}

/** One made of the letters and digits of the id, or else the one the title gives. Whatever refers to it in the same wrong words goes along. */
export function invalidId(ground: Ground, problem: Problem): readonly Fix[] {
  const written = word(ground, problem);
  const same = ground.problems.filter((other) => other.code === 'id.invalid' && word(ground, other) === written);
  const [owner, second] = same.filter((other) => isOwnId(ground, other));
  const together = owner && !second ? same : [problem];
  const meant = problem.instead?.replace(/^(["'])(.*)\1$/, '$2') ?? slugOf(written);
  const title = owner && milestoneAt(ground, owner.span.start)?.milestone.id;
  return [meant, ...(title === undefined ? [] : [title])].flatMap((id, position) => {
    const edits = together.map(({ span }) => ({ span, text: inQuotesOf(chars(ground, span), id) }));
    return fix(message('Write the id {id}', { id: shown(id) }), edits, { preferred: position === 0 });
  });
}

function isOwnId({ source }: Ground, { span }: Problem): boolean {
  if (!source) return false;
  const [field, entry, list] = pathAt(source, span.start).toReversed();
  return (
    field?.is === 'field' &&
    field.name === 'id' &&
    entry?.is === 'entry' &&
    list?.is === 'field' &&
    list.name === 'milestones'
  );
}

function word(ground: Ground, { span }: Problem): string {
  return chars(ground, span).replace(/^(["'])(.*)\1$/s, '$2');
}

function inQuotesOf(before: string, id: string): string {
  const quote =
    /^(["']).*\1$/s.exec(before)?.[1] ?? (/^[\d.]|^(?:y|n|yes|no|on|off|true|false|null)$/i.test(id) ? '"' : '');
  return quote + id + quote;
}
