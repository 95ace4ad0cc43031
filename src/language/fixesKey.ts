// Fixes of fields by their names: a field of one's own, a field written twice, a title or a person that is not there. Knows no values.
import { message } from '../base/message';
import { keySpan, pairsOf, pathAt, type Step, withoutField, writeFields } from '../model/patch';
import type { Problem } from '../model/problem';
import { slugOf } from '../model/slug';
import { fresh } from '../model/spliceScalar';
import { column, lineEnding } from '../model/spliceText';
import { chars, fix, type Ground, shown, withPerson } from './fixesGround';
import { freeId } from './fixesId';
import type { Fix } from './fixesKinds';

type FieldAt = Extract<Step, { is: 'field' }>;

/** The field whose key begins there. */
function keyAt({ source }: Ground, offset: number): FieldAt | undefined {
  const step = source && pathAt(source, offset).at(-1);
  return step?.is === 'field' && keySpan(step.pair).start === offset ? step : undefined;
}

/** A field that begins with `x-` is nobody's business. */
export function keepAsOwn(ground: Ground, { span }: Problem): readonly Fix[] {
  const field = keyAt(ground, span.start);
  if (!field || /^["'?&!*]/.test(chars(ground, span))) return [];
  const title = message('Keep it as x-{name}', { name: shown(field.name) });
  return fix(title, [{ span: { start: span.start, end: span.start }, text: 'x-' }]);
}

/** Only the last one of two counts, so that taking the earlier one away changes nothing that is read. */
export function removeEarlier(ground: Ground, { span }: Problem): readonly Fix[] {
  const field = keyAt(ground, span.start);
  if (!field || !ground.source) return [];
  const pairs = pairsOf(field.map, field.name);
  const earlier = pairs[pairs.indexOf(field.pair) - 1];
  if (!earlier) return [];
  const title = message('Delete the earlier {name}', { name: shown(field.name) });
  return fix(title, withoutField(ground.source, { map: field.map, pair: earlier }), { preferred: true });
}

/** A text in the list of milestones is most likely a title; its id comes with it, so that nothing is left to be done. */
export function plainMilestone(ground: Ground, { span }: Problem): readonly Fix[] {
  const { source, text, plan } = ground;
  const entry = source && pathAt(source, span.start).at(-1);
  const written = chars(ground, span);
  if (entry?.is !== 'entry' || 'items' in entry.item || written.includes('\n')) return [];
  const id = freeId(plan, slugOf(written));
  const { list } = entry;
  const start = list.flow
    ? `{ id: ${id}, title: `
    : `id: ${id}${lineEnding(text)}${' '.repeat(column(text, span.start))}title: `;
  const edits = [
    { span: { start: span.start, end: span.start }, text: start },
    { span: { start: span.end, end: span.end }, text: list.flow ? ' }' : '' },
  ];
  return fix(message('Make this the title of a milestone'), edits, { preferred: true, all: true });
}

/** The id is the best title there is until somebody writes one. */
export function missingTitle(ground: Ground, { span }: Problem): readonly Fix[] {
  const { source } = ground;
  const step = source && pathAt(source, span.start).findLast((each) => each.is === 'field');
  if (!source || step?.is !== 'field') return [];
  const [id] = pairsOf(step.map, 'id');
  const written = id?.value && 'source' in id.value ? (id.value.source ?? '') : '';
  const title = capital(written.replace(/[-_.]+/g, ' ').trim());
  if (title === '') return [];
  const field = { name: 'title', written: { kind: 'text', value: title }, after: ['id'] } as const;
  return fix(message('Write the title {title}', { title: shown(title) }), writeFields(source, step.map, [field]), {
    preferred: true,
  });
}

/** Adds a line to `people`, or the field itself in front of the milestones. */
export function addPerson(ground: Ground, { span }: Problem): readonly Fix[] {
  const name = chars(ground, span).replace(/^(["'])(.*)\1$/s, '$2');
  if (name === '' || name.length > 60 || /[\p{Cc}\p{Cf}]/u.test(name)) return [];
  const inline = `{ name: ${fresh({ kind: 'text', value: capital(name) })} }`;
  return fix(message('Add {name} to the people', { name: shown(name) }), withPerson(ground, name, inline));
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
