// Timeline rows in a few words, for the tests of the drawing.
import { type Day, day } from '../../../src/base/day';
import { noDay, type RowState, rowStates, type TimelineRows } from '../../../src/report/timelineRows';

export interface Row {
  readonly depth?: number;
  readonly start?: string;
  readonly end?: string;
  readonly baseline?: string;
  readonly deadline?: string;
  readonly state?: RowState;
  readonly progress?: number;
  readonly details?: string;
}

export const today: Day = day('2026-11-23');

export function rows(specs: readonly Row[], links: readonly number[] = []): TimelineRows {
  const at = (text: string | undefined) => (text === undefined ? noDay : day(text));
  const depths = specs.map((spec) => spec.depth ?? 1);
  return {
    count: specs.length,
    today,
    refs: specs.map((_, row) => `ref ${row}`),
    titles: specs.map((_, row) => `title ${row}`),
    details: specs.map((spec) => spec.details ?? ''),
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
    links: Int32Array.from(links),
    stale: new Uint8Array(specs.length),
  };
}
