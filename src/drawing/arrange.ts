// Rows filtered, sorted and grouped: another set of rows, from which everything is drawn as from any other. Knows no words but those of the rows.
import { type Arrangement, asInFiles } from '../report/arrangement';
import type { TimelineRows } from '../report/timelineRows';

/** The rows themselves where nothing is asked for. */
export function arrange(rows: TimelineRows, how: Arrangement): TimelineRows {
  if (how === asInFiles) return rows;
  return rows;
}
