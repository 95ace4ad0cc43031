// Reads what the page of a summary sends. The page is not trusted: whatever is not exactly one of the known messages is nothing.
import { type FromSummaryPage, pageActions, pageLists } from '../protocol/summaryPage';
import { type Exact, exact, isCounter, isText, nameIn } from './panelFields';

export function readFromSummaryPage(value: unknown): FromSummaryPage | undefined {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, 'type') || !('type' in value))
    return undefined;
  const { type } = value;
  return typeof type === 'string'
    ? readers.get(type)?.((names, more) => exact(value, ['type', ...names], more))
    : undefined;
}

const readers: ReadonlyMap<string, (fields: Exact) => FromSummaryPage | undefined> = new Map([
  ['ready', (fields: Exact): FromSummaryPage | undefined => fields([]) && { type: 'ready' }],
  ['choose', readChoose],
  ['mermaid', readMermaid],
  ['open', readOpen],
  ['copied', readCopied],
  ['run', readRun],
]);

function readChoose(fields: Exact): FromSummaryPage | undefined {
  const known = fields(['list', 'value']);
  const list = nameIn(pageLists, known?.list);
  return known && list && isText(known.value) ? { type: 'choose', list, value: known.value } : undefined;
}

function readMermaid(fields: Exact): FromSummaryPage | undefined {
  const on = fields(['on'])?.on;
  return typeof on === 'boolean' ? { type: 'mermaid', on } : undefined;
}

function readOpen(fields: Exact): FromSummaryPage | undefined {
  const known = fields(['number', 'place']);
  if (!known || !isCounter(known.number) || !isCounter(known.place)) return undefined;
  return { type: 'open', number: known.number, place: known.place };
}

function readCopied(fields: Exact): FromSummaryPage | undefined {
  const known = fields(['number', 'rich']);
  if (!known || !isCounter(known.number) || typeof known.rich !== 'boolean') return undefined;
  return { type: 'copied', number: known.number, rich: known.rich };
}

function readRun(fields: Exact): FromSummaryPage | undefined {
  const known = fields(['number', 'action']);
  const action = nameIn(pageActions, known?.action);
  return known && action && isCounter(known.number) ? { type: 'run', number: known.number, action } : undefined;
}
