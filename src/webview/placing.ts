// Keeps a scroller where the window stands, and tells the person's scrolling from what was set here. Knows pixels only.
import type { Content } from './content';
import { clampView, contentHeight, domainOf, type Size, type Track, trackOf, type View } from './view';

/** Something that scrolls, and the element that gives it its length. */
export interface Surface {
  readonly scroller: HTMLElement;
  readonly space: HTMLElement;
}

/** Where a scroller stands; without `left` it goes sideways as it likes. */
interface Place {
  readonly left?: number;
  readonly top: number;
}

export interface Placing {
  /** Sets length and offset, without touching them where they are so already. */
  readonly place: (length: { readonly width?: string; readonly height: string }, at: Place) => void;
  /** What the person has scrolled; what was set here comes back as an event too and is none. */
  readonly moved: (left: number, top: number) => { readonly sideways: boolean; readonly down: boolean };
  /** For when the scroller was hidden, which loses its offset. */
  readonly forget: () => void;
}

export function placingOf({ scroller, space }: Surface): Placing {
  let placed = { left: -1, top: -1 };
  const place: Placing['place'] = ({ width, height }, { left = scroller.scrollLeft, top }) => {
    if (width !== undefined && space.style.width !== width) space.style.width = width;
    if (space.style.height !== height) space.style.height = height;
    if (Math.abs(left - placed.left) < 1 && Math.abs(top - placed.top) < 1) return;
    scroller.scrollLeft = left;
    scroller.scrollTop = top;
    placed = { left: scroller.scrollLeft, top: scroller.scrollTop };
  };
  const moved: Placing['moved'] = (left, top) => {
    const by = { sideways: left !== placed.left, down: top !== placed.top };
    placed = { left, top };
    return by;
  };
  const forget = () => {
    placed = { left: -1, top: -1 };
  };
  return { place, moved, forget };
}

/** The window within what there is, and how far it can be scrolled in both directions. */
export interface Tracks {
  readonly x: Track;
  readonly y: Track;
  /** The day at the left end of the sideways track. */
  readonly from: number;
  readonly view: View;
}

export function tracksOf(content: Content, wanted: View, { width, height }: Size): Tracks {
  const { rowHeight } = content.metrics;
  const domain = domainOf({ range: content.fit, today: content.rows.today }, wanted, width);
  const view = clampView(wanted, domain, { width, height, count: content.shown.count, rowHeight });
  const x = trackOf((domain.to - domain.from) * view.scale.pxPerDay, width);
  return { x, y: trackOf(contentHeight(content.shown.count, rowHeight), height), from: domain.from, view };
}
