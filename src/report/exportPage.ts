// One page that can be mailed and printed: the pictures of a timeline and below them its milestones as a table. No script, nothing to load; every text is encoded here.
import type { Day } from '../base/day';
import { counted, type Message, message, type Say } from '../base/message';
import { htmlPage, htmlText } from './documentPage';
import { pageStyle } from './exportPageStyle';
import { plain } from './plain';
import { noDay, rowFlags, rowStates, type TimelineRows, textAt } from './timelineRows';
import { stateWord } from './words';

export interface PageParts {
  readonly say: Say;
  /** BCP 47. */
  readonly locale: string;
  readonly title: string;
  /** From when to when; empty where there are no dates. */
  readonly period: string;
  /** SVG elements, encoded already. */
  readonly pictures: readonly string[];
  /** Rows of the table, in their order. */
  readonly listed: readonly number[];
}

export function exportPage(rows: TimelineRows, { say, locale, title, period, pictures, listed }: PageParts): string {
  const heading = html(title);
  const figures = pictures.map((picture) => `<figure>${picture}</figure>`).join('\n');
  const none = html(say(message('No milestones yet')));
  const table = listed.length === 0 ? `<p>${none}</p>` : tableOf(rows, listed, say);
  const body = `<header><h1>${heading}</h1><p>${html(period)}</p></header>\n${figures}\n${table}`;
  return htmlPage({ title: plain(title, 400), locale, style: pageStyle, body });
}

/** A text of a length that can be read, as it can stand in an element. */
function html(text: string): string {
  return htmlText(plain(text, 400));
}

interface Column {
  readonly head: Message;
  readonly isNumber: boolean;
  readonly cell: (row: number) => string;
}

/** Columns in which nothing stands are left out. */
function tableOf(rows: TimelineRows, listed: readonly number[], say: Say): string {
  const columns = columnsOf(rows, say)
    .map((column) => ({ ...column, cells: listed.map((row) => (isGroup(rows, row) ? '' : column.cell(row))) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  const name = html(say(message('Milestones')));
  const heads = columns.map(({ head, isNumber }) => `<th scope="col"${numeric(isNumber)}>${html(say(head))}</th>`);
  const lines = listed.map((row, line) => {
    const cells = columns.map(({ cells, isNumber }) => `<td${numeric(isNumber)}>${html(cells[line] ?? '')}</td>`);
    return `<tr${kindOf(rows, row)}><th scope="row">${html(textAt(rows.titles, row))}</th>${cells.join('')}</tr>`;
  });
  return `<div class="wide" role="region" aria-label="${name}" tabindex="0"><table>
<caption>${name}</caption>
<thead><tr><th scope="col">${html(say(message('Milestone')))}</th>${heads.join('')}</tr></thead>
<tbody>
${lines.join('\n')}
</tbody>
</table></div>`;
}

function numeric(isNumber: boolean): string {
  return isNumber ? ' class="n"' : '';
}

function isGroup(rows: TimelineRows, row: number): boolean {
  return ((rows.flags[row] ?? 0) & rowFlags.group) !== 0;
}

function kindOf(rows: TimelineRows, row: number): string {
  const depth = Math.min(rows.depth[row] ?? 0, 12);
  return ` class="d${depth} ${rowStates[rows.state[row] ?? 0] ?? 'planned'}"`;
}

function columnsOf(rows: TimelineRows, say: Say): readonly Column[] {
  const known = new Map<number, string>();
  const date = (day: number | undefined) => {
    if (day === undefined || day === noDay) return '';
    const said = known.get(day) ?? say(message('{day}', { day: { day: day as Day, style: 'medium' } }));
    known.set(day, said);
    return said;
  };
  const variance = (days: number | undefined) => (days === undefined || days === noDay ? '' : say(varianceWord(days)));
  const start = (row: number) => {
    const own = rows.start[row] ?? noDay;
    return date(own === noDay ? rows.statedStart[row] : own);
  };
  return [
    { head: message('State'), isNumber: false, cell: (row) => stateIn(rows, row, say) },
    { head: message('Owner'), isNumber: false, cell: (row) => rows.owners[rows.owner[row] ?? -1] ?? '' },
    { head: message('Start'), isNumber: true, cell: start },
    { head: message('Due'), isNumber: true, cell: (row) => date(rows.end[row]) },
    { head: message('Against the baseline'), isNumber: true, cell: (row) => variance(rows.variance[row]) },
    { head: message('Forecast'), isNumber: true, cell: (row) => date(forecastOf(rows, row)) },
    {
      head: message('Progress'),
      isNumber: true,
      cell: (row) => say(message('{percent} %', { percent: rows.progress[row] ?? 0 })),
    },
    { head: message('Amount'), isNumber: true, cell: (row) => textAt(rows.amounts, row) },
  ];
}

function stateIn(rows: TimelineRows, row: number, say: Say): string {
  const state = rowStates[rows.state[row] ?? 0] ?? 'planned';
  const word = say(state === 'waiting' ? message('waits for its turn') : stateWord(state));
  return rows.stale[row] === 1 && rows.depth[row] === 0 ? `${word} (${say(message('out of date'))})` : word;
}

/** Of what is still open; what has ended, or is not worked on, is expected on no day. */
function forecastOf(rows: TimelineRows, row: number): number {
  const state = rowStates[rows.state[row] ?? 0];
  if (state === 'done' || state === 'cancelled' || state === 'on-hold') return noDay;
  const forecast = rows.forecast[row] ?? noDay;
  return forecast === noDay ? (rows.end[row] ?? noDay) : forecast;
}

function varianceWord(days: number): Message {
  if (days === 0) return message('on time');
  return days > 0
    ? counted(days, '{count} day late', '{count} days late')
    : counted(-days, '{count} day early', '{count} days early');
}
