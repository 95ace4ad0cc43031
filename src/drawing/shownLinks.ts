// Dependencies between shown rows, found by either end. Rebuilt when rows or collapsing change, never per frame, and with no object for a link.
import type { TimelineRows } from '../report/timelineRows';
import type { Shown } from './shown';

/** Links between positions, in the order of the rows' links. */
export interface ShownLinks {
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** 1 where the critical path runs along the link. */
  readonly critical: Uint8Array;
  /** Entries of `linkAt` that belong to position p: `offsets[p]` to `offsets[p + 1]`. */
  readonly offsets: Int32Array;
  readonly linkAt: Int32Array;
}

/** Links whose ends are hidden in one and the same collapsed row are left out, and so are doubles. */
export function shownLinks(rows: Pick<TimelineRows, 'count' | 'links' | 'criticalLinks'>, shown: Shown): ShownLinks {
  const most = rows.links.length / 2;
  const [from, to, critical] = [new Int32Array(most), new Int32Array(most), new Uint8Array(most)];
  let count = 0;
  for (let link = 0; link < most; link++) {
    const a = shown.positionOf[rows.links[2 * link] ?? 0] ?? 0;
    const b = shown.positionOf[rows.links[2 * link + 1] ?? 0] ?? 0;
    if (a === b) continue;
    [from[count], to[count]] = [a, b];
    critical[count++] = rows.criticalLinks[link] ?? 0;
  }
  const all = { from: from.subarray(0, count), to: to.subarray(0, count), critical: critical.subarray(0, count) };
  const places = adjacency(all, shown.count);
  const links = withoutDoubles(all, firstOfSame(all, places, shown.count));
  return { ...links, ...(links === all ? places : adjacency(links, shown.count)) };
}

type Ends = Pick<ShownLinks, 'from' | 'to' | 'critical'>;

/** Of the same ones the first stays, critical if any of them is. */
function withoutDoubles(links: Ends, first: Int32Array): Ends {
  const { from, to, critical } = links;
  let kept = 0;
  for (let link = 0; link < first.length; link++) {
    if (first[link] === link) kept++;
    else if (critical[link] === 1) critical[first[link] ?? 0] = 1;
  }
  if (kept === first.length) return links;
  const isKept = (_: number, link: number) => first[link] === link;
  return { from: from.filter(isKept), to: to.filter(isKept), critical: critical.filter(isKept) };
}

/** Of each link the first with the same ends, which may be itself; looks at the links of one position after the other. */
function firstOfSame({ from, to }: Ends, { offsets, linkAt }: Places, count: number): Int32Array {
  const first = new Int32Array(from.length);
  const seenFrom = new Int32Array(count).fill(-1);
  const seenLink = new Int32Array(count);
  for (let position = 0; position < count; position++) {
    for (let at = offsets[position] ?? 0; at < (offsets[position + 1] ?? 0); at++) {
      const link = linkAt[at] ?? 0;
      if (from[link] !== position) continue;
      const end = to[link] ?? 0;
      if (seenFrom[end] !== position) {
        seenFrom[end] = position;
        seenLink[end] = link;
      }
      first[link] = seenLink[end] ?? 0;
    }
  }
  return first;
}

type Places = Pick<ShownLinks, 'offsets' | 'linkAt'>;

/** The links at each position, by either of their ends. */
function adjacency({ from, to }: Ends, count: number): Places {
  const offsets = new Int32Array(count + 1);
  for (const column of [from, to]) {
    for (let link = 0; link < column.length; link++) {
      const place = (column[link] ?? 0) + 1;
      offsets[place] = (offsets[place] ?? 0) + 1;
    }
  }
  for (let at = 0; at < count; at++) offsets[at + 1] = (offsets[at + 1] ?? 0) + (offsets[at] ?? 0);
  const next = offsets.slice();
  const linkAt = new Int32Array(offsets[count] ?? 0);
  for (const column of [from, to]) {
    for (let link = 0; link < column.length; link++) {
      const end = column[link] ?? 0;
      const slot = next[end] ?? 0;
      linkAt[slot] = link;
      next[end] = slot + 1;
    }
  }
  return { offsets, linkAt };
}
