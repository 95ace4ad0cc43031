// What an export shows: rows that a client may see, as the panel shows them or whole. Knows no file and no format.
import type { Day } from '../base/day';
import { message, type Say } from '../base/message';
import { arrange } from '../drawing/arrange';
import type { GroupWords } from '../drawing/arrangeGroups';
import { format } from '../drawing/axis';
import type { DayRange } from '../drawing/scale';
import { shownRows } from '../drawing/shown';
import { stateName } from '../drawing/svgWords';
import type { Shown } from '../protocol/messages';
import { plain } from '../report/plain';
import { timelineRows } from '../report/timeline';
import { type TimelineRows, textAt } from '../report/timelineRows';
import type { Snapshot } from '../snapshot';

export interface ExportAsked {
  /** The plan's URI; all plans where absent. */
  readonly plan?: string | undefined;
  /** As the panel shows them; everything where absent. */
  readonly shown?: Shown | undefined;
}

export interface ExportRows {
  readonly rows: TimelineRows;
  readonly collapsed: ReadonlySet<number>;
  /** Those that are shown, in their order. */
  readonly listed: readonly number[];
  readonly range?: DayRange;
  readonly title: string;
  /** For the file's name. */
  readonly baseName: string;
  readonly day: Day;
}

export function exportRows(
  snapshot: Snapshot,
  { plan, shown }: ExportAsked,
  { say, locale }: { readonly say: Say; readonly locale: string },
): ExportRows {
  const only = snapshot.plans.length === 1 ? snapshot.plans[0] : snapshot.plans.find(({ uri }) => uri === plan);
  const all = timelineRows(snapshot, say, { ...(only ? { plan: only.uri } : {}), audience: 'client' });
  const rows = shown ? arrange(all, shown.arrangement, groupWords(say, locale)) : all;
  const collapsed = shown ? rowsOf(rows, shown.collapsed) : new Set<number>();
  const { rowAt, count } = shownRows(rows, collapsed);
  return {
    ...{ rows, collapsed, listed: [...rowAt.subarray(0, count)] },
    ...(shown && shown.to > shown.from ? { range: { from: shown.from, to: shown.to } } : {}),
    title: only ? plain(only.plan.project) : say(message('Milestones')),
    baseName: only ? only.baseName : 'milestones',
    day: only ? only.schedule.today : snapshot.today,
  };
}

function rowsOf(rows: TimelineRows, refs: readonly string[]): ReadonlySet<number> {
  const wanted = new Set(refs);
  const found = new Set<number>();
  for (let row = 0; row < rows.count && wanted.size > 0; row++) if (wanted.has(textAt(rows.refs, row))) found.add(row);
  return found;
}

function groupWords(say: Say, locale: string): GroupWords {
  return {
    owner: (name) => name ?? say(message('No owner')),
    state: (state) => say(stateName(state)),
    month: (firstDay) => (firstDay === undefined ? say(message('No date')) : format(locale, 'monthYear', firstDay)),
    head: (name, count) => `${name} (${count})`,
  };
}
