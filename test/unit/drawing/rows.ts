// Timeline rows in a few words, for the tests of the drawing.
import { type Day, day } from '../../../src/base/day';
import { noDay, type RowState, rowFlags, rowStates, type TimelineRows } from '../../../src/report/timelineRows';
import { plainColumns } from './plainColumns';

export interface Row {
  readonly depth?: number;
  readonly start?: string;
  readonly end?: string;
  readonly baseline?: string;
  readonly deadline?: string;
  readonly state?: RowState;
  readonly progress?: number;
  readonly details?: string;
  readonly notes?: string;
  readonly forecast?: string;
  readonly lateFinish?: string;
  readonly critical?: boolean;
  readonly short?: boolean;
}

export const today: Day = day('2026-11-23');

export function rows(specs: readonly Row[], links: readonly number[] = []): TimelineRows {
  const at = (text: string | undefined) => (text === undefined ? noDay : day(text));
  const depths = specs.map((spec) => spec.depth ?? 1);
  return {
    ...plainColumns(specs.length),
    count: specs.length,
    today,
    refs: specs.map((_, row) => `ref ${row}`),
    titles: specs.map((_, row) => `title ${row}`),
    details: specs.map((spec) => spec.details ?? ''),
    notes: specs.map((spec) => spec.notes ?? ''),
    labels: specs.map((_, row) => `label ${row}`),
    depth: Uint8Array.from(depths),
    inside: Int32Array.from(depths, (depth, row) => {
      const end = depths.findIndex((other, place) => place > row && other <= depth);
      return (end < 0 ? depths.length : end) - row - 1;
    }),
    state: Uint8Array.from(specs, (spec) => rowStates.indexOf(spec.state ?? 'planned')),
    progress: Uint8Array.from(specs, (spec) => spec.progress ?? 0),
    start: Int32Array.from(specs, (spec) => at(spec.start)),
    end: Int32Array.from(specs, (spec) => at(spec.end)),
    baseline: Int32Array.from(specs, (spec) => at(spec.baseline)),
    deadline: Int32Array.from(specs, (spec) => at(spec.deadline)),
    forecast: Int32Array.from(specs, (spec) => at(spec.forecast)),
    lateFinish: Int32Array.from(specs, (spec) => at(spec.lateFinish)),
    flags: Uint8Array.from(
      specs,
      (spec) => (spec.critical ? rowFlags.critical : 0) | (spec.short ? rowFlags.negativeFloat : 0),
    ),
    links: Int32Array.from(links),
    criticalLinks: Uint8Array.from({ length: links.length / 2 }, (_, link) => {
      const ends = [specs[links[2 * link] ?? -1], specs[links[2 * link + 1] ?? -1]];
      return ends.every((spec) => spec?.critical === true) ? 1 : 0;
    }),
    overloads: [],
    stale: new Uint8Array(specs.length),
  };
}
