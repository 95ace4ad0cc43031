// What the panel remembers between visits, and how it is read back: an unknown value until it has passed here.
import type { PanelAudience } from '../protocol/messages';
import { type Arrangement, asInFiles, type Filter, groupings, sortings } from '../report/arrangement';
import { rowStates } from '../report/timelineRows';

export const panelModes = ['timeline', 'list'] as const;
export type PanelMode = (typeof panelModes)[number];

export interface SavedState {
  /** Absent while the whole plan is fitted. */
  readonly scale?: { readonly start: number; readonly pxPerDay: number };
  /** The row at the top and how many pixels of it are scrolled away. */
  readonly top?: { readonly ref: string; readonly pixels: number };
  readonly selected?: string;
  /** Refs of rows, and keys of groups. */
  readonly collapsed: readonly string[];
  readonly legend: boolean;
  /** The strip with the whole plan is shown where there is room. */
  readonly overview: boolean;
  readonly arrangement: Arrangement;
  readonly mode: PanelMode;
  readonly audience: PanelAudience;
}

type Unknown = Readonly<Record<string, unknown>>;

const farthestDay = 4_000_000;
const longestRef = 20_000;
const longestText = 1_000;

/** The saved state as far as it makes sense. */
export function readState(value: unknown): SavedState {
  const { scale, top, selected, collapsed, legend, overview, arrangement, mode, audience } = isRecord(value)
    ? value
    : {};
  return {
    ...(isRecord(scale) && isNumber(scale.start, farthestDay) && isNumber(scale.pxPerDay, 1000) && scale.pxPerDay > 0
      ? { scale: { start: scale.start, pxPerDay: scale.pxPerDay } }
      : {}),
    ...(isRecord(top) && isText(top.ref, longestRef) && isNumber(top.pixels, 1000)
      ? { top: { ref: top.ref, pixels: top.pixels } }
      : {}),
    ...(isText(selected, longestRef) ? { selected } : {}),
    collapsed: Array.isArray(collapsed) ? collapsed.slice(0, 20_000).filter((ref) => isText(ref, longestRef)) : [],
    legend: legend === true,
    overview: overview !== false,
    arrangement: readArrangement(arrangement),
    mode: mode === 'list' ? mode : 'timeline',
    audience: audience === 'client' ? audience : 'team',
  };
}

function readArrangement(value: unknown): Arrangement {
  if (!isRecord(value)) return asInFiles;
  return {
    groupBy: groupings.find((each) => each === value.groupBy) ?? asInFiles.groupBy,
    sortBy: sortings.find((each) => each === value.sortBy) ?? asInFiles.sortBy,
    descending: value.descending === true,
    filter: readFilter(value.filter),
  };
}

function readFilter(value: unknown): Filter {
  const { text, owner, state, tag, lateOnly } = isRecord(value) ? value : {};
  return {
    text: isText(text, longestText) ? text : '',
    ...(isText(owner, longestText) ? { owner } : {}),
    ...(rowStates.some((each) => each === state) ? { state: String(state) } : {}),
    ...(isText(tag, longestText) ? { tag } : {}),
    lateOnly: lateOnly === true,
  };
}

function isRecord(value: unknown): value is Unknown {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown, longest: number): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= longest;
}

function isNumber(value: unknown, most: number): value is number {
  return typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= most;
}
