// What the panel keeps of itself for the next visit, and finds again in other rows. Knows rows by their keys, never by their place.
import { type Content, keyAt, rowOfKey } from './content';
import type { SavedState } from './savedState';
import type { View } from './view';

export interface Kept
  extends Pick<SavedState, 'arrangement' | 'audience' | 'collapsed' | 'legend' | 'overview' | 'mode'> {
  readonly view: View;
  /** The key of a row. */
  readonly selected: string | undefined;
}

export function remembered(content: Content, { view, selected, ...rest }: Kept): SavedState {
  const { shown } = content;
  const { rowHeight } = content.metrics;
  const position = Math.min(shown.count - 1, Math.floor(view.top / rowHeight));
  const ref = keyAt(content, shown.rowAt[position] ?? -1);
  return {
    ...rest,
    ...(view.fitted ? {} : { scale: view.scale }),
    ...(ref === undefined ? {} : { top: { ref, pixels: view.top - position * rowHeight } }),
    ...(selected === undefined ? {} : { selected }),
  };
}

/** The selected row and the top of the window in other rows; nothing where the row is not among them. */
export function recovered(
  content: Content,
  kept: Pick<Kept, 'selected'> & Pick<SavedState, 'top'>,
): { readonly selected: number; readonly top?: number } {
  const { shown, metrics } = content;
  const selected = shown.rowAt[shown.positionOf[rowOfKey(content, kept.selected)] ?? -1] ?? -1;
  const position = shown.positionOf[rowOfKey(content, kept.top?.ref)];
  return {
    selected,
    ...(position === undefined ? {} : { top: position * metrics.rowHeight + (kept.top?.pixels ?? 0) }),
  };
}

/** The keys of what is collapsed now, with those known before of rows that this content does not show. */
export function foldedKeys(content: Content, now: ReadonlySet<number>, known: readonly string[]): readonly string[] {
  const before = new Set([...content.collapsed].map((row) => keyAt(content, row)));
  const elsewhere = known.filter((key) => !before.has(key));
  return [...new Set([...elsewhere, ...[...now].flatMap((row) => keyAt(content, row) ?? [])])];
}
