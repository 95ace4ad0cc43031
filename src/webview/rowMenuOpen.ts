// Opens the menu of a row: by the right button of the mouse where it points, by the keys beside the selected row.

import { textAt } from '../report/timelineRows';
import type { Cards } from './cards';
import { refAt } from './content';
import { shownText } from './dom';
import type { Menus } from './menu';
import type { Panel } from './panel';
import { type Anchor, pointAnchor } from './popup';
import { rowEntries } from './rowMenu';
import { rowUnder, selectedBox } from './rowUnder';

/** Gives the function that opens it by key. */
export function connectRowMenu(panel: Panel, { menus, cards }: { menus: Menus; cards: Cards }): () => void {
  const openAt = (anchor: Anchor, byKey: boolean) => {
    const { content, selected } = panel;
    if (!content || selected < 0) return;
    // The tasks are asked for before anybody opens them.
    const ref = refAt(content.rows, selected);
    if (ref !== undefined) cards.of(ref);
    const label = shownText(textAt(content.rows.titles, selected));
    menus.open({ label, entries: () => rowEntries(panel, cards), anchor, byKey, back: () => panel.focus() });
  };
  cards.came.add(() => menus.refresh());
  document.addEventListener('contextmenu', (event) => {
    const { target } = event;
    if (event.defaultPrevented || (target instanceof Element && target.closest('input, [role="dialog"]'))) return;
    event.preventDefault();
    const under = rowUnder(panel, event);
    if (!under || menus.isOpen()) return;
    // Some systems send this event for the key as well, without a pointer.
    const byKey = event.button !== 2;
    panel.select(under.row, false);
    openAt(byKey ? (selectedBox(panel) ?? under.anchor) : pointAnchor(event.clientX, event.clientY), byKey);
  });
  return () => {
    const anchor = selectedBox(panel);
    if (anchor) openAt(anchor, true);
  };
}
