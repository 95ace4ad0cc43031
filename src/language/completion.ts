// What can be completed at a place of a plan that is being typed, also where the text cannot be read at this moment. Knows no editor.
import { message } from '../base/message';
import { dayCompletions } from './completionDays';
import { fieldCompletions } from './completionFields';
import { captures, slotOf } from './completionInsert';
import type { Asked, Completion, CompletionOptions, Completions } from './completionKinds';
import { milestoneCompletions } from './completionMilestones';
import { personCompletions, personKeys } from './completionPeople';
import { entriesFarther, snippetCompletions } from './completionSnippets';
import { spaces, styleOf } from './completionStyle';
import { fixedValues, placed, singleKind } from './completionValues';
import type { Page } from './page';
import { whereAt } from './where';
import { kindAt, shapeOf } from './whereKinds';

export function completionsAt(page: Page, offset: number, { today }: CompletionOptions): Completions {
  const { text } = page;
  const at = Math.max(0, Math.min(text.length, offset));
  const where = whereAt(text, at);
  const { start, end } = where.word;
  // Behind the closing quotation mark a value is complete.
  const isClosed = at === end && end - start > 1 && `"'`.includes(text[start] ?? ' ') && text[start] === text[end - 1];
  if (where.part === 'none' || at < start || at > end || isClosed) return { items: [], isIncomplete: false };
  const plan = page.file.plan ?? page.snapshot?.plans.find(({ uri }) => uri === page.uri)?.plan;
  const asked: Asked = { page, text, at, where, plan, today, style: styleOf(text) };
  if (isBehindTab(text, start)) return { items: [], isIncomplete: false };
  return where.part === 'key' ? ofKey(asked) : ofValue(asked);
}

/** Behind a tab at the beginning of a line YAML takes no key. */
function isBehindTab(text: string, start: number): boolean {
  return /^[ \t-]*\t[ \t-]*$/.test(text.slice(text.lastIndexOf('\n', start - 1) + 1, start));
}

function ofKey(asked: Asked): Completions {
  const { where } = asked;
  const fields = where.shape ? fieldCompletions(asked, where.shape) : [];
  const people = kindAt(where.group)?.is === 'people' ? personKeys(asked) : [];
  const items = [...snippetCompletions(asked), ...entriesFarther(asked), ...fields, ...people];
  return { items, isIncomplete: false };
}

function ofValue(asked: Asked): Completions {
  const { where } = asked;
  const single = singleKind(asked);
  const begun = where.begins ? fieldCompletions(asked, where.begins) : [];
  if (where.word.start === where.word.end && captures(asked)) return { items: begun, isIncomplete: false };
  const entries = [...snippetCompletions(asked), ...bracesFor(asked), ...fieldsFarther(asked), ...later(begun)];
  switch (single?.is) {
    case 'day':
    case 'days':
      return { items: [...dayCompletions(asked), ...entries], isIncomplete: true };
    case 'person':
      return { items: [...personCompletions(asked), ...entries], isIncomplete: true };
    case 'reference': {
      const { items, isIncomplete } = milestoneCompletions(asked, slotOf(asked).written);
      return { items: [...items, ...later(entries)], isIncomplete };
    }
    default:
      return { items: [...fixedValues(asked), ...entries], isIncomplete: single?.is === 'duration' };
  }
}

/** Behind the plain values that most people write. */
function later(items: readonly Completion[]): Completion[] {
  return items.map((item) => ({ ...item, sort: `5${item.sort}` }));
}

/** A group of fields on the line of its key. */
function bracesFor(asked: Asked): Completion[] {
  const { where } = asked;
  const shape = shapeOf(where.kind);
  const isEmpty = where.word.start === where.word.end;
  if (!shape || shape.short !== undefined || where.inList || where.begins || !isEmpty) return [];
  const [item] = placed(asked, [
    { kind: 'snippet', label: '{ }', value: '{ $1 }', detail: message('its fields, on this line') },
  ]);
  return item ? [{ ...item, isSnippet: true, again: true }] : [];
}

/** Right under a dash, where the editor puts the cursor behind a first line: the fields of the entry above. */
function fieldsFarther(asked: Asked): Completion[] {
  const { text, where } = asked;
  if (!where.needsDash) return [];
  const { start } = where.word;
  for (const width of [2, 4]) {
    const moved = whereAt(text.slice(0, start) + spaces(width) + text.slice(start), asked.at + width);
    if (moved.part !== 'key' || !moved.shape || moved.flow || moved.indent !== where.indent + width) continue;
    return fieldCompletions({ ...asked, where: { ...moved, word: where.word } }, moved.shape);
  }
  return [];
}
