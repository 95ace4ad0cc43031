// The table of a summary: the milestones with their dates, what was agreed against what is expected. Sees only what the audience may see.
import { type Day, formatDay } from '../base/day';
import { counted, type Message, message } from '../base/message';
import type { SeenMilestone } from './audience';
import type { DocumentColumn, Runs } from './document';
import { figure, ofMilestone, ofPlan, told } from './summaryFigures';
import { briefly, type Section, type Telling } from './telling';
import { stateWord } from './words';

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
  const dates = (head: string, field: string, of: (row: SeenMilestone) => Day | undefined) =>
    optional(
      head,
      'left',
      rows.map((row) => dayCell(telling, of(row), { row, field })),
    );
  const columns: DocumentColumn[] = [
    { head: say(message('Milestone')), align: 'left', cells: rows.map(titleCell) },
    ...dates(say(message('Baseline')), 'baseline', (row) => row.baseline),
    ...dates(say(message('Due')), 'due', (row) => row.due),
    ...dates(say(forecastHead(rows)), 'forecast', (row) => row.forecast),
    ...dates(say(message('80 % likely by')), 'effort', (row) => row.p80),
    ...optional(
      say(message('Variance in days')),
      'right',
      rows.map((row) => varianceCell(telling, row)),
    ),
    { head: say(message('Progress')), align: 'right', cells: rows.map((row) => progressCell(telling, row)) },
  ];
  const notes = notesOn(leftOut, inside).map((note) => ({
    kind: 'paragraph' as const,
    runs: told(telling, note, ofPlan('milestones')),
  }));
  return { heading: message('Milestones'), blocks: [{ kind: 'table', columns }, ...notes] };
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

/** The rows a page can hold. */
export function rowsFor(all: readonly SeenMilestone[]): {
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

function optional(head: string, align: DocumentColumn['align'], cells: readonly Runs[]): DocumentColumn[] {
  return cells.every(([cell]) => cell === none) ? [] : [{ head, align, cells }];
}

function titleCell({ title, depth }: SeenMilestone): Runs {
  const text = briefly(title, 120);
  return [depth === 0 ? text : `${'–'.repeat(Math.min(depth, 5))} ${text}`];
}

interface Cell {
  readonly row: SeenMilestone;
  readonly field: string;
}

function dayCell(telling: Telling, day: Day | undefined, { row, field }: Cell): Runs {
  if (day === undefined) return [none];
  // Four columns of dates with whole months would wrap on a page.
  return [figure(telling, formatDay(day, telling.locale, 'medium'), ofMilestone(row, sourceOf(row, field)))];
}

/** A forecast that is the day something was finished or is due comes from there. */
function sourceOf({ forecast, completed, due }: SeenMilestone, field: string): string {
  if (field !== 'forecast') return field;
  return forecast === completed ? 'completed' : forecast === due ? 'due' : field;
}

function varianceCell(telling: Telling, row: SeenMilestone): Runs {
  const { finishVarianceDays: days } = row;
  if (days === undefined) return [none];
  const text = days === 0 ? '0' : days > 0 ? `+${days}` : `−${-days}`;
  return [figure(telling, text, ofMilestone(row, 'baseline'))];
}

function progressCell(telling: Telling, row: SeenMilestone): Runs {
  const { status, progressPercent } = row;
  if (status === 'done' || status === 'cancelled' || status === 'on-hold' || status === 'submitted')
    return told(telling, stateWord(status));
  return told(telling, message('{percent} %', { percent: progressPercent }), ofMilestone(row, 'progress'));
}
