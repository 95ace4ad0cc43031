// A Gantt chart of a summary as the source of a Mermaid block. Sees only what the audience may see.
import { addDays, type Day, isoDay } from '../base/day';
import type { SeenMilestone, SeenPlan } from './audience';
import { plain } from './plain';

/** `undefined` where no milestone has a date. */
export function mermaidGantt(seen: SeenPlan, rows: readonly SeenMilestone[]): string | undefined {
  const lines = rows.flatMap((row, at) => lineOf(row, at) ?? []);
  if (lines.length === 0) return undefined;
  return ['gantt', `  title ${mermaidText(seen.project)}`, '  dateFormat YYYY-MM-DD', ...lines].join('\n');
}

function lineOf(row: SeenMilestone, at: number): string | undefined {
  const end = row.spanEnd ?? row.completed ?? row.due ?? row.forecast;
  if (end === undefined || row.status === 'cancelled') return undefined;
  const start = row.spanStart !== undefined && row.spanStart < end ? row.spanStart : undefined;
  const tags = [...stateTags(row), ...(start === undefined ? ['milestone'] : []), `m${at}`];
  // The end of a bar is the day after its last one.
  const dates = start === undefined ? `${iso(end)}, 0d` : `${iso(start)}, ${iso(addDays(end, 1))}`;
  return `  ${mermaidText(row.title)} :${tags.join(', ')}, ${dates}`;
}

function stateTags({ status, lateDays, begun }: SeenMilestone): readonly string[] {
  if (status === 'done') return ['done'];
  return [...(lateDays === undefined ? [] : ['crit']), ...(begun ? ['active'] : [])];
}

function iso(day: Day): string {
  return isoDay(day);
}

/** Whatever could end a title, start a statement or be taken for markup is written as a number, as Mermaid's own entity codes are. */
export function mermaidText(text: string): string {
  const line = plain(text, 80).replace(/[^\p{L}\p{N}\p{M}\p{Emoji_Presentation} (),./!?'’–—…+-]/gu, code);
  // A title of nothing but invisible characters would leave the line without one.
  if (line === '') return '–';
  return statement.test(line) ? code(line.slice(0, 1)) + line.slice(1) : line;
}

/** A line that begins like this is no title to Mermaid. */
const statement =
  /^(?:\d|gantt|dateFormat|inclusiveEndDates|topAxis|axisFormat|tickInterval|weekday|weekend|todayMarker|excludes|includes|title|section|click|call|href|acc|vert)/i;

function code(sign: string): string {
  return `#${sign.codePointAt(0)};`;
}
