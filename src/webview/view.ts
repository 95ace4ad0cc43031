// Where the window stands over the plan, and how far it can be scrolled. Pure arithmetic over days and pixels.

import { type DayRange, fitScale, type Scale } from '../drawing/scale';

export interface Size {
  /** Pixels of the drawing area, without titles and axis. */
  readonly width: number;
  readonly height: number;
}

export interface View {
  readonly scale: Scale;
  /** Pixels above the window. */
  readonly top: number;
  /** Follows the whole length of all plans, or of the first one, until the person zooms or pans. */
  readonly fitted: 'all' | 'first' | false;
}

/** Browsers stop growing an element at some tens of millions of pixels; beyond this the scrollbar is scaled. */
const longest = 8_000_000;
const bottomRoom = 16;

export function fitted(range: DayRange, width: number): Scale {
  // Room on the right for words beside the last bar, less of it in a narrow panel.
  return fitScale(range, { width, before: 28, after: Math.min(180, width / 4) });
}

/** The days the scrollbar reaches: the plan and today, with half a window around; the fitted window itself needs no scrollbar. */
export function domainOf(content: { range: DayRange; today: number }, view: View, width: number): DayRange {
  const seen = { from: view.scale.start, to: view.scale.start + width / view.scale.pxPerDay };
  const from = Math.min(content.range.from, content.today);
  const to = Math.max(content.range.to, content.today + 1);
  if (view.fitted) return { from: Math.min(seen.from, from), to: Math.max(seen.to, to) };
  const spare = (0.5 * width) / view.scale.pxPerDay;
  const missing = Math.max(0, seen.to - seen.from - (to - from)) / 2;
  return { from: from - Math.max(spare, missing), to: to + Math.max(spare, missing) };
}

export function clampView(view: View, domain: DayRange, room: Size & { count: number; rowHeight: number }): View {
  const days = room.width / view.scale.pxPerDay;
  const start = Math.max(domain.from, Math.min(domain.to - days, view.scale.start));
  const top = Math.max(0, Math.min(contentHeight(room.count, room.rowHeight) - room.height, view.top));
  if (start === view.scale.start && top === view.top) return view;
  return { ...view, scale: { start, pxPerDay: view.scale.pxPerDay }, top };
}

export function contentHeight(count: number, rowHeight: number): number {
  return count * rowHeight + bottomRoom;
}

/** Scroll offsets against content offsets where the content may be longer than an element can be. */
export interface Track {
  readonly length: number;
  readonly toScroll: (offset: number) => number;
  readonly toContent: (scroll: number) => number;
}

export function trackOf(content: number, window: number): Track {
  const length = Math.min(longest, Math.max(window, content));
  const ratio = length > window && content > length ? (content - window) / (length - window) : 1;
  return { length, toScroll: (offset) => offset / ratio, toContent: (scroll) => scroll * ratio };
}

/** The nearest top from which the row at a position is wholly seen. */
export function topShowing(
  position: number,
  view: View,
  { height, rowHeight }: { readonly height: number; readonly rowHeight: number },
): number {
  const y = position * rowHeight;
  if (y < view.top) return y;
  return Math.max(view.top, y + rowHeight - height);
}
