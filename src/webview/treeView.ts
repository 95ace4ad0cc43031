// The title column: one tree item for each row in the viewport, reused as rows come and go.
import { format } from '../drawing/axis';
import { noDay, rowFlags, rowStates, type TimelineRows, textAt } from '../report/timelineRows';
import type { Content } from './content';
import { el, pool, put, putText, shownText } from './dom';
import { icon } from './icons';

interface TreeSlot {
  readonly node: HTMLElement;
  readonly use: Element | null;
  readonly title: HTMLElement;
  readonly date: HTMLElement;
  row: number;
  content: Content | undefined;
  /** Pixels in the layer. */
  y: number;
  /** What `mark` has written. */
  marked: string;
}

export interface TreeView {
  readonly node: HTMLElement;
  readonly draw: (content: Content, positions: readonly number[], offset: { y: number; from: number }) => void;
  /** Marks the row that is selected and, being the one tab stop, takes the focus when asked. */
  readonly select: (row: number, focus: boolean) => void;
  /** Puts the elements in reading order; for when scrolling rests. */
  readonly settle: () => void;
}

export function treeView(): TreeView {
  const node = el('div', { class: 'mp-tree', role: 'tree' });
  const layer = el('div', { class: 'mp-rows', role: 'presentation' });
  node.append(layer);
  const slots = pool<TreeSlot>(layer, makeSlot);
  let selected = -1;
  let drawn: readonly number[] = [];
  const draw: TreeView['draw'] = (content, positions, offset) => {
    put(node, 'aria-label', content.word('Milestones'));
    layer.style.transform = `translateY(${offset.from - offset.y}px)`;
    const { rowHeight } = content.metrics;
    drawn = positions.map((position) => content.shown.rowAt[position] ?? 0);
    slots.sync(drawn, (slot, index) => {
      const row = drawn[index] ?? 0;
      const y = (positions[index] ?? 0) * rowHeight - offset.from;
      if (slot.y !== y) slot.node.style.transform = `translateY(${y}px)`;
      slot.y = y;
      if (slot.row !== row || slot.content !== content) writeRow(slot, content, row);
      mark(slot, row === selected, selected);
    });
  };
  const select: TreeView['select'] = (row, focus) => {
    selected = row;
    for (const each of drawn) {
      const slot = slots.get(each);
      if (slot) mark(slot, each === row, row);
    }
    if (focus) slots.get(row)?.node.focus({ preventScroll: true });
  };
  const settle = () => reorder(drawn.flatMap((row) => slots.get(row)?.node ?? []));
  return { node, draw, select, settle };
}

function makeSlot(): TreeSlot {
  const state = icon('planned');
  const title = el('span', { class: 'mp-title' });
  const date = el('span', { class: 'mp-date' });
  const twisty = el('span', { class: 'mp-twisty' }, icon('chevron'));
  const node = el('div', { class: 'mp-row', role: 'treeitem', tabindex: '-1' }, twisty, state, title, ' ', date);
  return { node, use: state.firstElementChild, title, date, row: -1, content: undefined, y: Number.NaN, marked: '' };
}

function mark(slot: TreeSlot, isSelected: boolean, selected: number): void {
  const tab = isSelected || (selected < 0 && slot.row === 0) ? '0' : '-1';
  if (slot.marked === `${isSelected} ${tab}`) return;
  slot.marked = `${isSelected} ${tab}`;
  put(slot.node, 'aria-selected', String(isSelected));
  put(slot.node, 'tabindex', tab);
}

function writeRow(slot: TreeSlot, content: Content, row: number): void {
  const { rows } = content;
  const { node } = slot;
  const state = rowStates[rows.state[row] ?? 0] ?? 'planned';
  const depth = rows.depth[row] ?? 0;
  const stale = rows.stale[row] === 1 && depth === 0;
  slot.row = row;
  slot.content = content;
  put(
    node,
    'class',
    `mp-row s-${state}${depth === 0 ? ' plan' : ''}${isGroup(rows, row) ? ' group' : ''}${stale ? ' stale' : ''}`,
  );
  put(node, 'data-row', String(row));
  node.style.setProperty('--depth', String(Math.min(depth, 12)));
  put(node, 'aria-level', String(depth + 1));
  put(node, 'aria-posinset', String(content.siblings.place[row]));
  put(node, 'aria-setsize', String(content.siblings.size[row]));
  if ((rows.inside[row] ?? 0) > 0) put(node, 'aria-expanded', String(!content.collapsed.has(row)));
  else node.removeAttribute('aria-expanded');
  const title = shownText(textAt(rows.titles, row));
  const label = shownText(textAt(rows.labels, row)) || title;
  const mark = stale ? content.word('Out of date') : '';
  const hint = stale ? content.word('The file cannot be read now; this is its last good state') : label;
  put(node, 'aria-label', stale ? `${title} ${mark}. ${label}. ${hint}` : label);
  put(node, 'title', hint);
  if (slot.use) put(slot.use, 'href', `#mp-${stale ? 'warning' : state}`);
  putText(slot.title, title);
  putText(slot.date, mark);
  // The label tells the date in words, so what stands here is drawn by the style sheet and not read out a second time.
  put(slot.date, 'data-date', stale ? '' : dateOf(content, row));
}

/** A head that arranging has made: it stands in no state. */
function isGroup(rows: TimelineRows, row: number): boolean {
  return ((rows.flags[row] ?? 0) & rowFlags.group) !== 0;
}

/** The day a row ends on; a row without one says in words what there is to say, since it has nothing on the drawing. */
function dateOf(content: Content, row: number): string {
  const end = content.rows.end[row] ?? noDay;
  if (end === noDay) return shownText(textAt(content.rows.details, row));
  // Within nine months a day and a month name one day only.
  const near = Math.abs(end - content.rows.today) < 270;
  return format(content.locale, near ? 'day' : 'dayYear', end);
}

/** Moves the elements around the focused one, which would lose the focus if it were moved itself. */
function reorder(nodes: readonly HTMLElement[]): void {
  const kept = nodes.find((node) => node === document.activeElement) ?? nodes[0];
  if (!kept || nodes.every((node, at) => at === 0 || nodes[at - 1]?.nextElementSibling === node)) return;
  const at = nodes.indexOf(kept);
  kept.before(...nodes.slice(0, at));
  kept.after(...nodes.slice(at + 1));
}
