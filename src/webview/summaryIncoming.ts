// Reads what the host sends to the page of a summary: what is not one of the known messages is nothing, so that no half of one is ever shown.
import {
  type PageBlock,
  type PageColumn,
  type PageOffer,
  type PageRun,
  type PageSummary,
  pageLists,
  summaryWordNames,
  type ToSummaryPage,
} from '../protocol/summaryPage';

type Fields = Readonly<Record<string, unknown>>;

export function readMessage(value: unknown): ToSummaryPage | undefined {
  const fields = fieldsOf(value);
  if (fields?.type === 'told') return isText(fields.text) ? { type: 'told', text: fields.text } : undefined;
  return fields?.type === 'summary' && isSummary(fields) ? fields : undefined;
}

function isSummary(fields: Fields): fields is Fields & PageSummary {
  const { number, title, locale, blocks, places, markdown, color, lists, mermaid, notices, mayIssue, words } = fields;
  return (
    Number.isInteger(number) &&
    [title, locale, markdown].every(isText) &&
    isListOf(places, isText) &&
    isListOf(blocks, (block) => isBlock(block, places.length)) &&
    [undefined, 'green', 'amber', 'red'].some((known) => known === color) &&
    pageLists.every((name) => isList(fieldsOf(lists)?.[name])) &&
    typeof mermaid === 'boolean' &&
    isListOf(notices, isText) &&
    typeof mayIssue === 'boolean' &&
    summaryWordNames.every((name) => isText(fieldsOf(words)?.[name]))
  );
}

function isBlock(value: unknown, places: number): value is PageBlock {
  const block = fieldsOf(value);
  const isRuns = (runs: unknown) => isListOf(runs, (run) => isRun(run, places));
  switch (block?.kind) {
    case 'heading':
      return (block.level === 1 || block.level === 2 || block.level === 3) && isRuns(block.runs);
    case 'paragraph':
      return isRuns(block.runs);
    case 'list':
      return isListOf(block.items, isRuns);
    case 'table':
      return isListOf(block.columns, (column) => isColumn(column, isRuns));
    case 'source':
    case 'markdown':
      return isText(block.text);
    default:
      return false;
  }
}

function isColumn(value: unknown, isRuns: (runs: unknown) => boolean): value is PageColumn {
  const column = fieldsOf(value);
  if (!column || !isText(column.head) || (column.align !== 'left' && column.align !== 'right')) return false;
  return isListOf(column.cells, isRuns);
}

function isRun(value: unknown, places: number): value is PageRun {
  if (isText(value)) return true;
  const run = fieldsOf(value);
  if (!run || !isText(run.text)) return false;
  if (run.kind === 'strong' || run.kind === 'code') return true;
  if (run.kind === 'link') return isText(run.href);
  return run.kind === 'figure' && Number.isInteger(run.place) && Number(run.place) >= 0 && Number(run.place) < places;
}

function isList(value: unknown): boolean {
  const list = fieldsOf(value);
  return list !== undefined && isText(list.value) && isListOf(list.offers, isOffer);
}

function isOffer(value: unknown): value is PageOffer {
  const offer = fieldsOf(value);
  return offer !== undefined && isText(offer.value) && isText(offer.label);
}

function fieldsOf(value: unknown): Fields | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : undefined;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= 2_000_000;
}

function isListOf<Entry>(value: unknown, is: (entry: unknown) => entry is Entry): value is readonly Entry[];
function isListOf(value: unknown, is: (entry: unknown) => boolean): value is readonly unknown[];
function isListOf(value: unknown, is: (entry: unknown) => boolean): boolean {
  return Array.isArray(value) && value.length <= 100_000 && value.every(is);
}
