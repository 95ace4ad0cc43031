// The contract of a milestone as blocks of a document: every field a consent covers, and nothing else. Knows no plan.

import type { Contract, ContractDeliverable } from '../agreement/contract';
import type { FieldDifference } from '../agreement/difference';
import { parseDay } from '../base/day';
import { type Message, message, type Say } from '../base/message';
import { parseMoney } from '../base/money';
import type { Block, Runs } from './document';
import { openable } from './links';
import { fold } from './plain';

/** Without the title, which is the heading above it. Nothing is cut: what is not shown cannot be agreed to. */
export function contractBlocks(contract: Contract, say: Say): readonly Block[] {
  const { description, scope, deliverables, acceptanceCriteria, due, deadline, amount, currency } = contract;
  const list = (field: Field, items: readonly Runs[] | undefined): readonly Block[] =>
    items && items.length > 0 ? [label(say(fieldLabel(field))), { kind: 'list', items }] : [];
  const texts = (all: readonly string[] | undefined) => all?.map((each): Runs => [fold(each)]);
  const facts: readonly (readonly [Field, string | undefined])[] = [
    ['due', due],
    ['deadline', deadline],
    ['amount', amount],
  ];
  const lines = facts.flatMap(([field, value]): readonly Runs[] =>
    value === undefined
      ? []
      : [[`${say(fieldLabel(field))}: `, { kind: 'strong', text: valueText(field, value, currency, say) }]],
  );
  return [
    ...(description === undefined ? [] : proseBlocks(description)),
    ...list('scope.in', texts(scope?.in)),
    ...list('scope.out', texts(scope?.out)),
    ...list('scope.assumptions', texts(scope?.assumptions)),
    ...list('deliverables', deliverables?.map(deliverable)),
    ...list('acceptanceCriteria', texts(acceptanceCriteria)),
    ...(lines.length > 0 ? [{ kind: 'list', items: lines } as const] : []),
  ];
}

type Field = FieldDifference['field'];

export function label(text: string): Block {
  return { kind: 'paragraph', runs: [{ kind: 'strong', text }] };
}

/** An address that may not be opened is shown as it is: it is part of what is agreed. */
function deliverable({ title, url }: ContractDeliverable): Runs {
  const name = fold(title);
  const href = openable(url);
  if (href !== undefined) return [`${name} – `, { kind: 'link', text: href, href }];
  return url === undefined ? [name] : [`${name} – `, { kind: 'code', text: fold(url) }];
}

export function fieldLabel(field: Field): Message {
  switch (field) {
    case 'title':
      return message('Title');
    case 'description':
      return message('Description');
    case 'scope.in':
      return message('Included');
    case 'scope.out':
      return message('Not included');
    case 'scope.assumptions':
      return message('This assumes');
    case 'deliverables':
      return message('You get');
    case 'acceptanceCriteria':
      return message('It is done when');
    case 'due':
      return message('Due');
    case 'deadline':
      return message('Deadline');
    case 'amount':
      return message('Amount');
    case 'currency':
      return message('Currency');
  }
}

/** The value of a plain field for a reader. */
export function valueText(field: Field, value: string, currency: string | undefined, say: Say): string {
  if (field === 'due' || field === 'deadline') return dayOf(value, say);
  return field === 'amount' ? amountOf(value, currency, say) : fold(value);
}

function dayOf(iso: string, say: Say): string {
  const found = parseDay(iso);
  return found === undefined ? iso : say(message('{day}', { day: { day: found } }));
}

/** A word for a currency that is none is shown behind the number, because it too is agreed to. */
function amountOf(amount: string, currency: string | undefined, say: Say): string {
  const money = parseMoney(amount);
  if (money === undefined) return amount;
  const isCode = currency !== undefined && /^[A-Z]{3}$/.test(currency);
  const shown = say(message('{amount}', { amount: { money, currency: isCode ? currency : undefined } }));
  return currency === undefined || isCode ? shown : `${shown} ${fold(currency)}`;
}

/** In pieces that no encoder cuts. */
function proseBlocks(text: string): readonly Block[] {
  const blocks: Block[] = [];
  let rest = text;
  while (rest.length > longestProse) {
    const head = rest.slice(0, longestProse);
    const at = [head.lastIndexOf('\n\n'), head.lastIndexOf('\n'), head.lastIndexOf(' ')].find((end) => end > 0);
    const end = at ?? longestProse - (/[\ud800-\udbff]$/.test(head) ? 1 : 0);
    blocks.push({ kind: 'prose', text: rest.slice(0, end) });
    rest = rest.slice(end);
  }
  return [...blocks, { kind: 'prose', text: rest }];
}

const longestProse = 8_000;
