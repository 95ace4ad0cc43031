// Takes one predecessor away, and the whole field with the last one. Knows no other field.
import { message } from '../base/message';
import { pathAt, type Step, withoutEntry, withoutField } from '../model/patch';
import type { Problem } from '../model/problem';
import { chars, fix, type Ground, shown } from './fixesGround';
import type { Fix } from './fixesKinds';

export function breakDependency(ground: Ground, { code, span, instead }: Problem): readonly Fix[] {
  const { source } = ground;
  if (!source) return [];
  const path = pathAt(source, span.start);
  const at = path.findLastIndex((step) => step.is === 'field' && step.name === 'dependsOn');
  const [field, entry] = [path[at], path[at + 1]];
  if (field?.is !== 'field') return [];
  const id = shown(chars(ground, span));
  const title =
    code === 'dependency.unknown' ? message('Remove {id}', { id }) : message('Do not wait for {id}', { id });
  const more = { preferred: instead === undefined };
  const whole = withoutField(source, field);
  if (!isOneOfMany(entry)) return fix(title, whole, more);
  return fix(title, withoutEntry(source, entry), more);
}

function isOneOfMany(step: Step | undefined): step is Extract<Step, { is: 'entry' }> {
  return step?.is === 'entry' && step.list.items.length > 1;
}
