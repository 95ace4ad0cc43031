// Which row an event is about, and where it is in the window: in the titles, in the list, or on the drawing.
import type { Panel } from './panel';
import type { Anchor } from './popup';

export interface RowUnder {
  readonly row: number;
  /** On its title, its bar or its label, not only beside them. */
  readonly isOn: boolean;
  /** The row at the event's place. */
  readonly anchor: Anchor;
}

export function rowUnder(panel: Panel, event: MouseEvent): RowUnder | undefined {
  const { content, page, view } = panel;
  if (!content || !(event.target instanceof Element)) return undefined;
  const at = (row: number, isOn: boolean, box: { top: number; bottom: number }): RowUnder => ({
    row,
    isOn,
    anchor: { left: event.clientX, right: event.clientX, top: box.top, bottom: box.bottom },
  });
  const node = event.target.closest('[data-row]');
  if (node) return at(Number(node.getAttribute('data-row')), true, node.getBoundingClientRect());
  if (!page.stage.canvas.contains(event.target)) return undefined;
  const canvas = page.stage.canvas.getBoundingClientRect();
  const found = page.stage.hit(panel.picture(content), event.clientX - canvas.left, event.clientY - canvas.top);
  if (!found) return undefined;
  const top = canvas.top + found.box.position * content.metrics.rowHeight - view.top;
  return at(found.box.row, found.on !== 'nothing', { top, bottom: top + content.metrics.rowHeight });
}

/** The element of the selected row, as far as it is in the window. */
export function selectedBox(panel: Panel): Anchor | undefined {
  const { stage, list } = panel.page;
  const holder = panel.settings.mode === 'list' ? list.rows : stage.tree.node;
  const box = holder.querySelector(`[data-row="${panel.selected}"]:not([hidden])`)?.getBoundingClientRect();
  // In the middle of a title, so that what opens there is near what it is about.
  return box && { left: box.left + 40, right: box.left + 40, top: box.top, bottom: box.bottom };
}
