// The words for the fields a consent covers, for the people who work on the plan. What goes to a client is worded in the language of the summary.
import { parseDay } from '../base/day';
import { counted, type Message, type MessageArgument, message } from '../base/message';
import { parseMoney } from '../base/money';
import type { FieldDifference } from './difference';

/** A field inside a sentence. */
export function fieldWord(field: FieldDifference['field']): Message {
  switch (field) {
    case 'title':
      return message('the title');
    case 'description':
      return message('the description');
    case 'scope.in':
      return message('what is part of it');
    case 'scope.out':
      return message('what is not part of it');
    case 'scope.assumptions':
      return message('the assumptions');
    case 'deliverables':
      return message('the deliverables');
    case 'acceptanceCriteria':
      return message('the acceptance criteria');
    case 'due':
      return message('the due date');
    case 'deadline':
      return message('the deadline');
    case 'amount':
      return message('the amount');
    case 'currency':
      return message('the currency');
  }
}

/** What has changed since, at least one field, as one part of a sentence: each by its name, the values of those that are short. */
export function changedWords(differences: readonly FieldDifference[], currency?: string): Message {
  const [first, second, ...more] = differences.map((difference) => changedWord(difference, currency));
  if (first === undefined) return message('something that is agreed');
  if (second === undefined) return first;
  if (more.length === 0) return message('{first} and {second}', { first, second });
  const rest = counted(more.length, '{count} more field', '{count} more fields');
  return message('{first}, {second} and {rest}', { first, second, rest });
}

function changedWord({ field, was, is }: FieldDifference, currency: string | undefined): Message {
  const name = fieldWord(field);
  const before = was === undefined ? undefined : shortValue(field, was, currency);
  const now = is === undefined ? undefined : shortValue(field, is, currency);
  if (before !== undefined && now !== undefined)
    return message('{field} ({was} → {is})', { field: name, was: before, is: now });
  if (before !== undefined && is === undefined)
    return message('{field} ({was} → nothing)', { field: name, was: before });
  if (now !== undefined && was === undefined) return message('{field} (nothing → {is})', { field: name, is: now });
  return name;
}

/** Longer texts are named only; they are shown side by side elsewhere. */
const longest = 40;

function shortValue(
  field: FieldDifference['field'],
  value: string,
  currency: string | undefined,
): MessageArgument | undefined {
  const day = field === 'due' || field === 'deadline' ? parseDay(value) : undefined;
  if (day !== undefined) return { day, style: 'medium' };
  const money = field === 'amount' ? parseMoney(value) : undefined;
  if (money !== undefined) return { money, currency };
  return value.length > longest || value.includes('\n') ? undefined : value;
}
