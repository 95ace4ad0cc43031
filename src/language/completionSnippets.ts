// Completion of whole entries where a list takes them, and of a whole plan in an empty file. Knows no field.
import { message } from '../base/message';
import { columnOf } from './completionFields';
import { captures, type Slot, slotOf } from './completionInsert';
import type { Asked, Completion } from './completionKinds';
import { asValue, spaces } from './completionStyle';
import { inBraces, onLines, planSnippet, snippetFor } from './snippets';
import { whereAt } from './where';
import { kindAt, shapeOf } from './whereKinds';

export function snippetCompletions(asked: Asked): Completion[] {
  const { where, plan, today, style } = asked;
  const slot = slotOf(asked);
  if (isEmptyFile(asked)) return [wholePlan(asked, slot)];
  const isEntry = typeof where.group.at(-1) === 'number' || typeof where.path.at(-1) === 'number';
  const begun = where.part === 'key' && (where.flow || where.siblings.length > 0);
  if (!isEntry || begun) return [];
  const path = where.part === 'key' ? where.group : where.path;
  const shape = shapeOf(kindAt(path));
  const snippet = shape && snippetFor(shape.name, { today, people: plan?.people ?? [] });
  if (!snippet || slot.quoted || (!where.flow && captures(asked))) return [];
  const column = columnOf(asked);
  const body = where.flow ? inBraces(snippet) : onLines(snippet, column, style);
  return [
    {
      ...common(slot),
      label: snippet.label,
      filter: snippet.label,
      detail: snippet.detail,
      insert: slot.before + body + slot.after,
    },
  ];
}

function common(slot: Slot): Pick<Completion, 'kind' | 'isSnippet' | 'replace' | 'sort' | 'again'> {
  return { kind: 'snippet', isSnippet: true, replace: slot.replace, sort: '0', again: false };
}

/** Nothing but blanks and comments, and the word that is being typed. */
function isEmptyFile({ text, where }: Asked): boolean {
  if (where.part !== 'key' || where.path.length > 1 || where.group.length > 0 || where.siblings.length > 0)
    return false;
  const rest = text.slice(0, where.word.start) + text.slice(where.word.end);
  return rest.length < 4_000 && /^\ufeff?(?:[ \t\r\n]|#[^\n]*(?:\n|$)|---[ \t\r]*\n)*$/.test(rest);
}

function wholePlan({ page, today, style }: Asked, slot: Slot): Completion {
  const insert = slot.before + planSnippet(today, asValue(page.baseName), style);
  const detail = message('a whole plan to begin with');
  return { ...common(slot), label: 'plan', filter: 'plan', detail, insert };
}

/** On an empty line at the margin of a list, the milestone that could follow there with more blanks before it. */
export function entriesFarther(asked: Asked): Completion[] {
  const { text, at, where } = asked;
  if (where.flow || where.word.end > where.word.start || where.part !== 'key' || captures(asked)) return [];
  for (const width of [1, 2, 4]) {
    const blanks = spaces(width);
    const moved = whereAt(text.slice(0, at) + blanks + text.slice(at), at + width);
    if (!moved.needsDash || moved.indent !== where.indent + width) continue;
    const [found] = snippetCompletions({ ...asked, where: { ...moved, word: where.word } });
    return found ? [found] : [];
  }
  return [];
}
