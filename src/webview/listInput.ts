// Pointer and keys in the list: rows as in the timeline, cells besides. Knows the pattern of a tree grid, no rows' meaning.
import { arrangeBy } from './arranging';
import { inOrOut, open, step, toggle } from './commands';
import type { Panel } from './panel';

export function connectList(panel: Panel): void {
  const { list } = panel.page;
  const { scroller } = list;
  scroller.addEventListener('scroll', () => panel.scrolled(scroller.scrollLeft, scroller.scrollTop), { passive: true });
  list.head.sort = (how) => arrangeBy(panel, how);
  list.rows.addEventListener('click', (event) => {
    const node = event.target instanceof Element ? event.target.closest('[data-row]') : null;
    if (!node) return;
    const row = Number(node.getAttribute('data-row'));
    const onTwisty = event.target instanceof Element && event.target.closest('.mp-twisty');
    if (onTwisty && (panel.content?.rows.inside[row] ?? 0) > 0) {
      toggle(panel, row);
      return;
    }
    list.column = -1;
    panel.select(row, true);
    open(panel, row);
  });
}

/** Right: expand, then into the cells. Left: back to the row, then collapse, then the parent. */
export function inOrOutOfCells(panel: Panel, direction: 1 | -1): void {
  const { list } = panel.page;
  const { content, selected } = panel;
  if (!content) return;
  if (selected < 0) {
    step(panel, 1);
    return;
  }
  const isClosed = (content.rows.inside[selected] ?? 0) > 0 && content.collapsed.has(selected);
  if (list.column < 0 && (direction < 0 || isClosed)) {
    inOrOut(panel, direction);
    return;
  }
  list.column += direction;
  panel.focus();
}

/** Of the row: the first or last row. Of a cell: the first or last cell of its row. */
export function firstOrLast(panel: Panel, direction: 1 | -1): void {
  const { list } = panel.page;
  if (list.column < 0) {
    step(panel, direction * Number.POSITIVE_INFINITY);
    return;
  }
  // The view knows how many columns there are, and stops at the last.
  list.column = direction < 0 ? 0 : Number.MAX_SAFE_INTEGER;
  panel.focus();
}
