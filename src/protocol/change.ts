// What leads from the rows that were sent last to the present ones. What is as it was is not told.
import { type TimelineRows, textAt } from '../report/timelineRows';
import { hunksBetween, newRows, oldRows } from './hunks';
import {
  byteColumns,
  type ChangedLinks,
  type ChangedTexts,
  emptyNumber,
  numberColumns,
  type RowsChange,
  type TextColumn,
  textColumns,
} from './wire';

/** `undefined` where so much changed that sending all of it anew is no more. */
export function changeBetween(old: TimelineRows, now: TimelineRows): RowsChange | undefined {
  const hunks = hunksBetween(old.refs, now.refs);
  const from = hunks.length > 0 ? oldRows(hunks, old.count) : undefined;
  const bytes = changed(byteColumns, (name) => changedNumbers(old[name], now[name], from, 0));
  const numbers = changed(numberColumns, (name) => changedNumbers(old[name], now[name], from, emptyNumber(name)));
  const texts = changedTexts(old, now, from);
  const entries = [...Object.values(bytes), ...Object.values(numbers), ...Object.values(texts).map(({ at }) => at)];
  if (entries.reduce((sum, pairs) => sum + pairs.length / 2, 0) > 64 + 4 * now.count) return undefined;
  const links = changedLinks(old, now, hunks);
  return {
    ...{ count: now.count, today: now.today, bytes, numbers, texts },
    ...(hunks.length > 0 ? { hunks } : {}),
    ...(links ? { links } : {}),
    ...(isSame(old.overloads, now.overloads) ? {} : { overloads: now.overloads }),
    ...(isSame(old.owners, now.owners) ? {} : { owners: now.owners }),
    ...(isSame(old.calendars.map(plainly), now.calendars.map(plainly)) ? {} : { calendars: now.calendars }),
  };
}

/** The names for which something changed, with what did. */
function changed<Name extends string, Value>(
  names: readonly Name[],
  find: (name: Name) => Value | undefined,
): Partial<Record<Name, Value>> {
  const found: Partial<Record<Name, Value>> = {};
  for (const name of names) {
    const value = find(name);
    if (value !== undefined) found[name] = value;
  }
  return found;
}

type Column = Int32Array | Uint8Array;

/** Pairs of a row and its number. @param from old rows where rows moved. */
function changedNumbers(old: Column, now: Column, from: Int32Array | undefined, empty: number): Int32Array | undefined {
  if (old === now && !from) return undefined;
  const pairs: number[] = [];
  for (let row = 0; row < now.length; row++) {
    const was = from ? (from[row] ?? -1) : row;
    const value = now[row] ?? 0;
    if (value !== (was < 0 ? empty : old[was])) pairs.push(row, value);
  }
  return pairs.length === 0 ? undefined : Int32Array.from(pairs);
}

/** Each different text once, with pairs of a row and which of them it has. */
function changedTexts(
  old: TimelineRows,
  now: TimelineRows,
  from: Int32Array | undefined,
): Partial<Record<TextColumn, ChangedTexts>> {
  return changed(textColumns, (name) => {
    const [before, after] = [old[name], now[name]];
    if (before === after && !from) return undefined;
    const pairs: number[] = [];
    const texts: string[] = [];
    const known = new Map<string, number>();
    for (let row = 0; row < now.count; row++) {
      const was = from ? (from[row] ?? -1) : row;
      const text = textAt(after, row);
      if (was >= 0 && text === textAt(before, was)) continue;
      const which = known.get(text) ?? texts.push(text) - 1;
      known.set(text, which);
      pairs.push(row, which);
    }
    return pairs.length === 0 ? undefined : { at: Int32Array.from(pairs), texts };
  });
}

/** Links follow their rows; what then differs lies between the first and the last that do. */
function changedLinks(old: TimelineRows, now: TimelineRows, hunks: Int32Array): ChangedLinks | undefined {
  const places = hunks.length > 0 ? newRows(hunks, old.count) : undefined;
  const [oldCount, nowCount] = [old.links.length / 2, now.links.length / 2];
  const end = (link: number) => {
    const row = old.links[link] ?? -1;
    return places ? places[row] : row;
  };
  const same = (link: number, nowLink: number) =>
    end(2 * link) === now.links[2 * nowLink] &&
    end(2 * link + 1) === now.links[2 * nowLink + 1] &&
    old.criticalLinks[link] === now.criticalLinks[nowLink];
  const most = Math.min(oldCount, nowCount);
  let at = 0;
  while (at < most && same(at, at)) at++;
  let behind = 0;
  while (behind < most - at && same(oldCount - 1 - behind, nowCount - 1 - behind)) behind++;
  if (at + behind === oldCount && oldCount === nowCount) return undefined;
  return {
    at,
    removed: oldCount - behind - at,
    pairs: now.links.slice(2 * at, 2 * (nowCount - behind)),
    critical: now.criticalLinks.slice(at, nowCount - behind),
  };
}

/** As values: both are short. */
function isSame(old: unknown, now: unknown): boolean {
  return old === now || JSON.stringify(old) === JSON.stringify(now);
}

function plainly({ workweek, holidays, workdays }: TimelineRows['calendars'][number]): unknown {
  return [workweek, [...holidays], [...workdays]];
}
