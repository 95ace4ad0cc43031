// The heads of the list's columns: buttons that sort, one tab stop with arrows inside. Knows no rows.
import type { Arrangement, Sorting } from '../report/arrangement';
import type { Content } from './content';
import { el, put, putText } from './dom';
import { icon } from './icons';
import type { ListColumn } from './listColumns';

interface Head {
  readonly column: ListColumn;
  readonly node: HTMLElement;
  readonly button: HTMLButtonElement | undefined;
  readonly text: HTMLElement;
}

export interface ListHead {
  readonly node: HTMLElement;
  readonly draw: (content: Content, columns: readonly ListColumn[]) => void;
  /** What a press on a head asks for. */
  sort: (how: Pick<Arrangement, 'sortBy' | 'descending'>) => void;
}

export function listHead(): ListHead {
  const row = el('div', { class: 'mp-list-row heads', role: 'row', 'aria-rowindex': '1' });
  const node = el('div', { class: 'mp-list-head', role: 'rowgroup' }, row);
  let heads: readonly Head[] = [];
  let drawn: readonly unknown[] = [];
  let arrangement: Arrangement | undefined;
  const draw: ListHead['draw'] = (content, columns) => {
    const next = [content.word, content.arrangement, columns];
    if (next.every((value, at) => value === drawn[at])) return;
    if (columns !== drawn[2]) {
      heads = columns.map((column, at) => makeHead(column, at));
      row.replaceChildren(...heads.map((each) => each.node));
      roam(heads, 0);
    }
    drawn = next;
    arrangement = content.arrangement;
    for (const each of heads) write(each, content);
  };
  row.addEventListener('click', (event) => {
    const pressed = heads.find(({ button }) => event.target instanceof Node && button?.contains(event.target));
    if (pressed?.column.sortBy && arrangement) made.sort(nextSort(arrangement, pressed.column.sortBy));
  });
  row.addEventListener('keydown', (event) => {
    const stops = heads.filter(({ button }) => button);
    const at = stops.findIndex(({ button }) => button === document.activeElement);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: stops.length - 1 }[event.key];
    if (to === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    const head = stops[Math.max(0, Math.min(stops.length - 1, to))];
    if (head) roam(heads, heads.indexOf(head));
    head?.button?.focus();
  });
  const made: ListHead = { node, draw, sort: () => undefined };
  return made;
}

/** Up, then down, then as in the files. */
export function nextSort(
  { sortBy, descending }: Pick<Arrangement, 'sortBy' | 'descending'>,
  pressed: Sorting,
): Pick<Arrangement, 'sortBy' | 'descending'> {
  if (sortBy !== pressed) return { sortBy: pressed, descending: false };
  return descending ? { sortBy: 'file', descending: false } : { sortBy, descending: true };
}

function makeHead(column: ListColumn, at: number): Head {
  const text = el('span');
  const mark = column.sortBy === undefined ? 'mp-cell' : 'mp-cell sortable';
  const node = el('div', {
    class: `${mark}${column.isNumber ? ' number' : ''} c-${column.name}`,
    role: 'columnheader',
  });
  put(node, 'aria-colindex', String(at + 1));
  if (column.sortBy === undefined) {
    node.append(text);
    return { column, node, button: undefined, text };
  }
  const button = el('button', { class: 'mp-list-sort', type: 'button' }, text, icon('chevron'));
  node.append(button);
  return { column, node, button, text };
}

function write({ column, node, text }: Head, { word, arrangement }: Content): void {
  putText(text, word(column.head));
  if (column.sortBy === undefined) return;
  const isBy = arrangement.sortBy === column.sortBy;
  put(node, 'aria-sort', isBy ? (arrangement.descending ? 'descending' : 'ascending') : 'none');
}

function roam(heads: readonly Head[], at: number): void {
  heads.forEach(({ button }, place) => {
    if (button) button.tabIndex = place === at ? 0 : -1;
  });
}
