// The tables of a summary: the milestones with their dates, and the money by the state it is in. Sees only what the audience may see.
import { type Day, formatDay } from '../base/day';
import { counted, type Message, message } from '../base/message';
import { addMoney, formatMoney, type Money, noMoney } from '../base/money';
import { type PaymentState, paymentStates } from '../model/plan';
import type { SeenMilestone } from './audience';
import { bold, type Column, escapeInline, table } from './markdown';
import { plain } from './plain';
import { type Section, type Telling, told, toldAsLine } from './telling';
import { paymentWord, stateWord } from './words';

const none = '–';
/** More rows than this do not fit on a page; then the top of the plan is shown, whose figures hold what is inside. */
const mostRows = 12;
/** Of a plan that is long even so, so many of the done milestones. */
const mostDone = 5;

/** Columns without a single value are left out. */
export function milestoneTable(telling: Telling): Section | undefined {
  const { rows, leftOut, inside } = rowsFor(telling.seen.milestones);
  if (rows.length === 0) return undefined;
  const { say } = telling;
  const dates = (head: string, of: (row: SeenMilestone) => Day | undefined) =>
    optional(
      head,
      'left',
      rows.map((row) => dayCell(telling, of(row))),
    );
  const body = table([
    { head: say(message('Milestone')), align: 'left', cells: rows.map(titleCell) },
    ...dates(say(message('Baseline')), (row) => row.baseline),
    ...dates(say(message('Due')), (row) => row.due),
    ...dates(say(forecastHead(rows)), (row) => row.forecast),
    ...dates(say(message('80 % likely by')), (row) => row.p80),
    ...optional(say(message('Variance in days')), 'right', rows.map(varianceCell)),
    { head: say(message('Progress')), align: 'right', cells: rows.map((row) => progressCell(telling, row)) },
  ]);
  const notes = notesOn(leftOut, inside).map((note) => toldAsLine(telling, note));
  return { heading: message('Milestones'), body: [body, ...notes].join('\n\n') };
}

/** What the table does not show is said under it. */
function notesOn(leftOut: number, inside: number): Message[] {
  const notes: Message[] = [];
  if (inside > 0)
    notes.push(
      counted(
        inside,
        '{count} milestone inside one of these is counted in it.',
        '{count} milestones inside these are counted in them.',
      ),
    );
  if (leftOut > 0)
    notes.push(
      counted(
        leftOut,
        '{count} milestone that was done earlier is left out.',
        '{count} milestones that were done earlier are left out.',
      ),
    );
  return notes;
}

/** What is done has an actual finish where the rest has a forecast. */
function forecastHead(rows: readonly SeenMilestone[]): Message {
  return rows.every(({ status, forecast }) => status === 'done' || forecast === undefined)
    ? message('Finished')
    : message('Forecast');
}

function rowsFor(all: readonly SeenMilestone[]): {
  readonly rows: readonly SeenMilestone[];
  readonly leftOut: number;
  readonly inside: number;
} {
  if (all.length <= mostRows) return { rows: all, leftOut: 0, inside: 0 };
  const top = all.filter(({ depth }) => depth === 0);
  if (top.length <= mostRows) return { rows: top, leftOut: 0, inside: all.length - top.length };
  const done = top.filter(({ status }) => status === 'done');
  const recent = new Set(
    [...done].sort((left, right) => (right.completed ?? -1e9) - (left.completed ?? -1e9)).slice(0, mostDone),
  );
  const rows = top.filter((row) => row.status !== 'done' || recent.has(row));
  return { rows, leftOut: top.length - rows.length, inside: 0 };
}

function optional(head: string, align: Column['align'], cells: readonly string[]): Column[] {
  return cells.every((cell) => cell === none) ? [] : [{ head, align, cells }];
}

function titleCell({ title, depth }: SeenMilestone): string {
  const text = escapeInline(plain(title, 120));
  return depth === 0 ? text : `${'–'.repeat(Math.min(depth, 5))} ${text}`;
}

function dayCell(telling: Telling, day: Day | undefined): string {
  // Four columns of dates with whole months would wrap on a page.
  return day === undefined ? none : formatDay(day, telling.locale, 'medium');
}

function varianceCell({ finishVarianceDays }: SeenMilestone): string {
  if (finishVarianceDays === undefined) return none;
  if (finishVarianceDays === 0) return '0';
  return finishVarianceDays > 0 ? `+${finishVarianceDays}` : `−${-finishVarianceDays}`;
}

function progressCell(telling: Telling, { status, progressPercent }: SeenMilestone): string {
  if (status === 'done' || status === 'cancelled' || status === 'on-hold' || status === 'submitted')
    return told(telling, stateWord(status));
  return told(telling, message('{percent} %', { percent: progressPercent }));
}

/** Amounts added up exactly, one row a payment state. What is cancelled counts only where money has moved. */
export function money(telling: Telling): Section | undefined {
  const { seen, say, locale } = telling;
  const priced = seen.milestones.filter(
    ({ amount, status, paymentState }) =>
      amount !== undefined && (status !== 'cancelled' || (paymentState !== undefined && paymentState !== 'unfunded')),
  );
  if (priced.length === 0) return undefined;
  const states: readonly (PaymentState | undefined)[] = [...paymentStates, undefined];
  const groups = states
    .map((state) => ({ state, milestones: priced.filter(({ paymentState }) => paymentState === state) }))
    .filter(({ milestones }) => milestones.length > 0);
  const text = (amount: Money) => escapeInline(formatMoney(amount, locale, seen.currency));
  const total =
    groups.length > 1
      ? { name: [bold(say(message('Total')))], amount: [`**${text(sum(priced))}**`], rest: [''] }
      : noTotal;
  const body = table([
    {
      head: say(message('Payment')),
      align: 'left',
      cells: [...groups.map(({ state }) => told(telling, paymentWord(state))), ...total.name],
    },
    {
      head: say(message('Amount')),
      align: 'right',
      cells: [...groups.map(({ milestones }) => text(sum(milestones))), ...total.amount],
    },
    {
      head: say(message('Milestones')),
      align: 'left',
      cells: [...groups.map(({ milestones }) => names(telling, milestones)), ...total.rest],
    },
  ]);
  return { heading: message('Money'), body };
}

/** One row is its own total. */
const noTotal = { name: [], amount: [], rest: [] };

function sum(milestones: readonly SeenMilestone[]): Money {
  return milestones.reduce((all, { amount }) => addMoney(all, amount ?? noMoney), noMoney);
}

function names(telling: Telling, milestones: readonly SeenMilestone[]): string {
  return milestones.length > 3
    ? told(telling, counted(milestones.length, '{count} milestone', '{count} milestones'))
    : milestones.map(({ title }) => escapeInline(plain(title, 60))).join(', ');
}
