// What an invoice for a milestone needs, as a document and as a table: number, client, lines, amount, dates. Sees only what the client may see.
import { addDays, type Day, isoDay } from '../base/day';
import { type Message, message, type Say } from '../base/message';
import { addMoney, formatMoney, type Money, moneyText, noMoney } from '../base/money';
import type { PlanSnapshot } from '../snapshot';
import { type SeenMilestone, type SeenPlan, seenBy } from './audience';
import { type CsvCell, csv } from './csv';
import type { Block, Document, DocumentColumn, Runs } from './document';
import { plain } from './plain';

export interface InvoiceOptions {
  /** As the invoice is numbered; one line. */
  readonly number: string;
  /** The day of the invoice. */
  readonly on: Day;
  /** Calendar days until it is to be paid. */
  readonly dueDays: number;
}

export interface InvoiceLine {
  readonly key: string;
  readonly title: string;
  readonly amount: Money;
  readonly completed?: Day;
  readonly submitted?: Day;
  readonly deliverables: readonly string[];
}

export interface Invoice {
  readonly number: string;
  readonly on: Day;
  readonly due: Day;
  readonly project: string;
  readonly client?: string;
  readonly currency?: string;
  /** The milestone's own amount, then those of what lies inside it. */
  readonly lines: readonly InvoiceLine[];
  /** Their sum, exact. */
  readonly total: Money;
}

/** `undefined` where neither the milestone `key` nor anything inside it has an amount, or where it is not there. What is cancelled is not invoiced. */
export function invoiceOf(plan: PlanSnapshot, key: string, options: InvoiceOptions): Invoice | undefined {
  const seen = seenBy(plan, 'client');
  const lines = withInner(seen, key).flatMap(lineOf);
  if (lines.length === 0) return undefined;
  const { project, client, currency } = seen;
  return {
    number: plain(options.number, 60),
    on: options.on,
    due: addDays(options.on, options.dueDays),
    project: plain(project),
    ...(client === undefined ? {} : { client: plain(client) }),
    ...(currency === undefined ? {} : { currency }),
    lines,
    total: lines.reduce((sum, { amount }) => addMoney(sum, amount), noMoney),
  };
}

/** The milestone and all that stands below it, which in file order is what follows it and is deeper. */
function withInner({ milestones }: SeenPlan, key: string): readonly SeenMilestone[] {
  const first = milestones.findIndex((milestone) => milestone.key === key);
  const head = milestones[first];
  if (!head) return [];
  const end = milestones.findIndex(({ depth }, at) => at > first && depth <= head.depth);
  return milestones.slice(first, end < 0 ? undefined : end);
}

function lineOf(milestone: SeenMilestone): InvoiceLine[] {
  const { key, title, amount, status, completed, submitted, deliverables } = milestone;
  if (amount === undefined || status === 'cancelled') return [];
  return [
    {
      key,
      title,
      amount,
      ...(completed === undefined ? {} : { completed }),
      ...(submitted === undefined ? {} : { submitted }),
      deliverables: deliverables.map((each) => plain(each.title, 120)),
    },
  ];
}

interface Words {
  readonly say: Say;
  /** BCP 47. */
  readonly locale: string;
}

export function invoiceDocument(invoice: Invoice, { say, locale }: Words): Document {
  const { number, client, project, lines, total, currency } = invoice;
  const title = say(message('Invoice {number}', { number }));
  const money = (amount: Money) => formatMoney(amount, locale, currency);
  const fact = (text: Message): Runs => [say(text)];
  const facts: Runs[] = [
    ...(client === undefined ? [] : [fact(message('Client: {client}', { client }))]),
    fact(message('Project: {project}', { project })),
    fact(message('Date of the invoice: {day}', { day: { day: invoice.on } })),
    fact(message('To be paid by {day}', { day: { day: invoice.due } })),
  ];
  const columns: DocumentColumn[] = [
    {
      head: say(message('Service')),
      align: 'left',
      cells: [...lines.map(({ title, key }): Runs => [figure(title, key, 'title')]), [strong(say(message('Total')))]],
    },
    ...delivered(lines, { say, locale }),
    {
      head: say(message('Amount')),
      align: 'right',
      cells: [...lines.map(({ amount, key }): Runs => [figure(money(amount), key, 'amount')]), [strong(money(total))]],
    },
  ];
  const blocks: Block[] = [
    { kind: 'heading', level: 1, runs: [title] },
    { kind: 'list', items: facts },
    { kind: 'table', columns },
    ...handedOver(lines, say),
  ];
  return { title, locale, blocks };
}

function delivered(lines: readonly InvoiceLine[], { say }: Words): DocumentColumn[] {
  if (lines.every((line) => deliveryOf(line) === undefined)) return [];
  const cells = lines.map((line): Runs => {
    const day = deliveryOf(line);
    return day === undefined ? ['–'] : [figure(say(message('{day}', { day: { day } })), line.key, 'completed')];
  });
  return [{ head: say(message('Delivered')), align: 'left', cells: [...cells, ['']] }];
}

/** The day it was handed in, else that on which it was finished. */
function deliveryOf({ submitted, completed }: InvoiceLine): Day | undefined {
  return submitted ?? completed;
}

function handedOver(lines: readonly InvoiceLine[], say: Say): Block[] {
  const items = lines.flatMap(({ title, deliverables }): Runs[] =>
    deliverables.length === 0 ? [] : [[strong(title), ` – ${deliverables.join(', ')}`]],
  );
  if (items.length === 0) return [];
  return [
    { kind: 'heading', level: 2, runs: [say(message('Handed over'))] },
    { kind: 'list', items },
  ];
}

function strong(text: string): Runs[number] {
  return { kind: 'strong', text };
}

function figure(text: string, key: string, field: string): Runs[number] {
  return { kind: 'figure', text, trace: { key, field } };
}

/** One line a service, with the facts of the invoice on each, as accounting programs read them. Heads and figures are the same in every language. */
export function invoiceCsv(invoice: Invoice): string {
  const text = (value: string | undefined): CsvCell => ({ text: value ?? '' });
  const day = (value: Day | undefined): CsvCell => ({ figure: value === undefined ? '' : isoDay(value) });
  const rows = invoice.lines.map((line, at): readonly CsvCell[] => [
    text(invoice.number),
    day(invoice.on),
    day(invoice.due),
    text(invoice.client),
    text(invoice.project),
    { figure: String(at + 1) },
    text(line.key),
    text(line.title),
    day(deliveryOf(line)),
    { figure: moneyText(line.amount) },
    text(invoice.currency),
  ]);
  return csv([heads.map((head) => ({ text: head })), ...rows]);
}

const heads = 'number,date,due,client,project,line,milestone,title,delivered,amount,currency'.split(',');
const numbered = /^(.*?)(\d+)(\D*)$/s;

/** The next number after those written in a plan: the last digits of the greatest, plus one, as wide as before. `undefined` where there is none. */
export function nextInvoiceNumber(written: readonly string[]): string | undefined {
  const last = [...written].sort((a, b) => a.localeCompare(b, 'en', { numeric: true })).at(-1);
  const [, before, digits, after] = (last === undefined ? undefined : numbered.exec(last)) ?? [];
  if (before === undefined || digits === undefined || after === undefined) return undefined;
  return before + String(BigInt(digits) + 1n).padStart(digits.length, '0') + after;
}
