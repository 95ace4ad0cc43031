// The list: the same rows as the timeline's as a table that can be sorted, with only the rows in the window in the page. A tree grid to assistive technology.
import { rowsIn } from '../drawing/layout';
import { rowFlags, rowStates } from '../report/timelineRows';
import type { Content } from './content';
import { el, pool, put, putText } from './dom';
import { icon } from './icons';
import { cellText, type ListColumn, usedColumns } from './listColumns';
import { listHead } from './listHead';
import type { Picture } from './stage';

/** Pixels of the heads. */
export const listHeadHeight = 32;

interface Cell {
  readonly node: HTMLElement;
  readonly text: HTMLElement;
}

interface ListSlot {
  readonly node: HTMLElement;
  readonly state: Element;
  readonly stale: HTMLElement;
  readonly meter: HTMLElement;
  cells: ReadonlyMap<ListColumn, Cell>;
  row: number;
  content: Content | undefined;
}

export interface ListView {
  /** What holds the rows, without the heads. */
  readonly rows: HTMLElement;
  readonly scroller: HTMLElement;
  readonly space: HTMLElement;
  /** Sorts by a column, or back to the order of the files. */
  readonly head: ReturnType<typeof listHead>;
  readonly draw: (picture: Picture) => void;
  /** Marks the selected row; it, or the cell of it the person is in, takes the focus when asked. */
  readonly select: (row: number, focus: boolean) => void;
  readonly settle: () => void;
  /** The column the person is in, -1 for the row as a whole. */
  column: number;
}

export function listView(): ListView {
  const head = listHead();
  const rowsNode = el('div', { class: 'mp-list-rows', role: 'rowgroup' });
  const layer = el('div', { class: 'mp-rows', role: 'presentation' });
  rowsNode.append(layer);
  const grid = el('div', { class: 'mp-grid', role: 'treegrid' }, head.node, rowsNode);
  const space = el('div', { class: 'mp-space' }, grid);
  const scroller = el('div', { class: 'mp-scroll mp-list', hidden: '' }, space);
  const slots = pool<ListSlot>(layer, makeSlot);
  let drawn: readonly number[] = [];
  let columns: readonly ListColumn[] = [];
  let selected = -1;
  const draw: ListView['draw'] = (picture) => {
    const { content, view, size } = picture;
    const { rowHeight } = content.metrics;
    columns = usedColumns(content.received);
    put(grid, 'aria-label', content.word('Milestones'));
    put(grid, 'aria-rowcount', String(content.shown.count + 1));
    grid.style.setProperty('--row', `${rowHeight}px`);
    grid.style.setProperty('--columns', templateOf(columns));
    grid.style.height = `${size.height + listHeadHeight}px`;
    head.draw(content, columns);
    const positions = positionsOf(picture);
    drawn = positions.map((position) => content.shown.rowAt[position] ?? 0);
    slots.sync(drawn, (slot, index) => {
      const row = drawn[index] ?? 0;
      const position = positions[index] ?? 0;
      slot.node.style.transform = `translateY(${position * rowHeight - Math.round(view.top)}px)`;
      put(slot.node, 'aria-rowindex', String(position + 2));
      if (slot.row !== row || slot.content !== content) writeRow(slot, content, { row, columns });
      mark(slot, row === selected, list.column);
    });
  };
  const select: ListView['select'] = (row, focus) => {
    selected = row;
    list.column = Math.min(list.column, columns.length - 1);
    for (const each of drawn) {
      const slot = slots.get(each);
      if (slot) mark(slot, each === row || (row < 0 && each === drawn[0]), list.column, each === row);
    }
    if (focus) focusIn(scroller, slots.get(row), list.column);
  };
  const settle = () => {
    const nodes = drawn.flatMap((row) => slots.get(row)?.node ?? []);
    if (nodes.every((node, at) => at === 0 || nodes[at - 1]?.nextElementSibling === node)) return;
    const kept = nodes.find((node) => node.contains(document.activeElement)) ?? nodes[0];
    const at = kept ? nodes.indexOf(kept) : 0;
    kept?.before(...nodes.slice(0, at));
    kept?.after(...nodes.slice(at + 1));
  };
  const list: ListView = { rows: rowsNode, scroller, space, head, draw, select, settle, column: -1 };
  return list;
}

/** The first column takes what the others leave, and leaves them the greater part of a narrow window. */
function templateOf(columns: readonly ListColumn[]): string {
  return columns.map(({ width }, at) => (at === 0 ? `minmax(min(${width}px, 46vw), 1fr)` : `${width}px`)).join(' ');
}

/** The rows in the window, and the selected one wherever it is: it holds the focus and the tab stop. */
function positionsOf({ content, view, size, selected }: Picture): number[] {
  const { shown, metrics } = content;
  const { first, last } = rowsIn(shown, { top: view.top, height: size.height }, metrics);
  const own = selected < 0 ? 0 : (shown.positionOf[selected] ?? 0);
  const positions: number[] = [];
  if (own < first && shown.count > 0) positions.push(own);
  for (let position = first; position <= last; position++) positions.push(position);
  if (own > last && own < shown.count) positions.push(own);
  return positions;
}

function makeSlot(): ListSlot {
  const state = icon('planned');
  const node = el('div', { class: 'mp-list-row', role: 'row', tabindex: '-1' });
  const stale = el('span', { class: 'mp-list-stale' });
  const meter = el('span', { class: 'mp-meter', 'aria-hidden': 'true' }, el('span'));
  return { node, state, stale, meter, cells: new Map(), row: -1, content: undefined };
}

/** Builds the cells anew where the columns have changed. */
function cellsOf(slot: ListSlot, columns: readonly ListColumn[]): ReadonlyMap<ListColumn, Cell> {
  const { cells } = slot;
  if (cells.size === columns.length && columns.every((column) => cells.has(column))) return cells;
  const made = columns.map((column, at): readonly [ListColumn, Cell] => {
    const text = el('span', { class: 'mp-cell-text' });
    const node = el('div', { class: `mp-cell c-${column.name}${column.isNumber ? ' number' : ''}`, tabindex: '-1' });
    put(node, 'role', at === 0 ? 'rowheader' : 'gridcell');
    put(node, 'aria-colindex', String(at + 1));
    if (column.name === 'title') node.append(el('span', { class: 'mp-twisty' }, icon('chevron')));
    if (column.name === 'title') node.append(slot.state);
    if (column.name === 'progress') node.append(slot.meter);
    node.append(text);
    if (column.name === 'title') node.append(slot.stale);
    return [column, { node, text }];
  });
  slot.node.replaceChildren(...made.map(([, { node }]) => node));
  return new Map(made);
}

function writeRow(
  slot: ListSlot,
  content: Content,
  { row, columns }: { row: number; columns: readonly ListColumn[] },
): void {
  const { rows } = content;
  const { node } = slot;
  const state = rowStates[rows.state[row] ?? 0] ?? 'planned';
  const depth = rows.depth[row] ?? 0;
  const isGroup = ((rows.flags[row] ?? 0) & rowFlags.group) !== 0;
  const isCritical = ((rows.flags[row] ?? 0) & rowFlags.critical) !== 0;
  const isStale = rows.stale[row] === 1 && depth === 0;
  slot.row = row;
  slot.content = content;
  slot.cells = cellsOf(slot, columns);
  put(
    node,
    'class',
    `mp-list-row s-${state}${depth === 0 ? ' plan' : ''}${isGroup ? ' group' : ''}${isCritical ? ' critical' : ''}${isStale ? ' stale' : ''}`,
  );
  put(node, 'data-row', String(row));
  node.style.setProperty('--depth', String(Math.min(depth, 12)));
  put(node, 'aria-level', String(depth + 1));
  put(node, 'aria-posinset', String(content.siblings.place[row]));
  put(node, 'aria-setsize', String(content.siblings.size[row]));
  if ((rows.inside[row] ?? 0) > 0) put(node, 'aria-expanded', String(!content.collapsed.has(row)));
  else node.removeAttribute('aria-expanded');
  if (slot.state.firstElementChild) put(slot.state.firstElementChild, 'href', `#mp-${isStale ? 'warning' : state}`);
  putText(slot.stale, isStale ? content.word('Out of date') : '');
  slot.meter.toggleAttribute('hidden', isGroup);
  if (slot.meter.firstElementChild instanceof HTMLElement)
    slot.meter.firstElementChild.style.transform = `scaleX(${(rows.progress[row] ?? 0) / 100})`;
  for (const [column, cell] of slot.cells) {
    const text = cellText(column, content, row);
    putText(cell.text, text);
    if (column.name === 'title' || column.name === 'owner') put(cell.node, 'title', text);
  }
}

function mark(slot: ListSlot, hasStop: boolean, column: number, isSelected = hasStop): void {
  put(slot.node, 'aria-selected', String(isSelected));
  put(slot.node, 'tabindex', hasStop && column < 0 ? '0' : '-1');
  let at = 0;
  for (const { node } of slot.cells.values()) put(node, 'tabindex', hasStop && at++ === column ? '0' : '-1');
}

/** The row, or one of its cells, which comes out from under the first column that stays. */
function focusIn(scroller: HTMLElement, slot: ListSlot | undefined, column: number): void {
  const cells = [...(slot?.cells.values() ?? [])];
  const cell = cells[column]?.node;
  (cell ?? slot?.node)?.focus({ preventScroll: true });
  const first = cells[0]?.node.getBoundingClientRect();
  if (!cell || column < 1 || !first) return;
  const box = cell.getBoundingClientRect();
  const room = scroller.getBoundingClientRect().left + scroller.clientWidth;
  if (box.left < first.right) scroller.scrollLeft += box.left - first.right;
  else if (box.right > room) scroller.scrollLeft += Math.min(box.right - room, box.left - first.right);
}
