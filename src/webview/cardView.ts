// The hover card: everything that is to be told of a row, beside it. Opens after a moment of rest on a bar or a title, or by key; knows no rule.
import type { Card, CardTask } from '../protocol/messages';
import type { Cards } from './cards';
import { refAt } from './content';
import { el, put, shownText } from './dom';
import type { Panel } from './panel';
import { type Anchor, closeWhenLeft, placePopup } from './popup';
import { rowUnder, selectedBox } from './rowUnder';

const restMs = 500;
/** Time to move the pointer from the row onto the card. */
const leaveMs = 250;
const mostTasks = 12;

interface Open {
  readonly ref: string;
  readonly anchor: Anchor;
  readonly byKey: boolean;
  readonly back: Element | null;
  readonly unwatch: () => void;
}

export function cardView(panel: Panel, cards: Cards, root: HTMLElement) {
  const node = el('div', { class: 'mp-card', id: 'mp-card', tabindex: '-1', hidden: '' });
  root.append(node);
  let open: Open | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waiting = '';
  const close = (focusBack = false) => {
    clearTimeout(timer);
    waiting = '';
    if (!open) return;
    const { back, unwatch } = open;
    const hadFocus = node.contains(document.activeElement);
    open = undefined;
    unwatch();
    node.toggleAttribute('hidden', true);
    if ((focusBack || hadFocus) && back instanceof HTMLElement && back.isConnected) back.focus({ preventScroll: true });
  };
  const draw = () => {
    const card = open && cards.of(open.ref);
    if (!open || !card) return;
    fill(node, card, { panel, ref: open.ref });
    put(node, 'role', open.byKey ? 'dialog' : 'tooltip');
    put(node, 'aria-label', shownText(card.title));
    const isNew = node.hasAttribute('hidden');
    node.toggleAttribute('hidden', false);
    placePopup(node, open.anchor, 'below');
    if (isNew && open.byKey) {
      panel.yieldFocus();
      node.focus({ preventScroll: true });
    }
  };
  const show = (row: number, anchor: Anchor, byKey: boolean) => {
    const ref = panel.content && refAt(panel.content.rows, row);
    if (ref === undefined || (open?.ref === ref && !byKey)) return;
    close();
    open = {
      ref,
      anchor,
      byKey,
      back: document.activeElement,
      unwatch: closeWhenLeft((other) => node.contains(other), close),
    };
    draw();
  };
  cards.came.add((ref) => {
    if (ref === open?.ref) draw();
  });
  const rest = (event: PointerEvent) => {
    if (event.pointerType === 'touch' || (open?.byKey ?? false)) return;
    if (event.target instanceof Node && node.contains(event.target)) {
      clearTimeout(timer);
      return;
    }
    const under = event.buttons === 0 && !panel.hand?.holds ? rowUnder(panel, event) : undefined;
    const ref = under?.isOn && panel.content ? refAt(panel.content.rows, under.row) : undefined;
    if (ref === open?.ref && ref !== undefined) clearTimeout(timer);
    else if (ref === undefined || !under) {
      clearTimeout(timer);
      waiting = '';
      if (open) timer = setTimeout(close, leaveMs);
    } else if (ref !== waiting) {
      clearTimeout(timer);
      waiting = ref;
      timer = setTimeout(() => show(under.row, under.anchor, false), restMs);
    }
  };
  root.addEventListener('pointermove', rest);
  root.addEventListener('pointerleave', () => close());
  document.addEventListener(
    'keydown',
    (event) => {
      // Nothing is shown yet: whoever types is not looking at what is under the pointer, and no key is used up for it.
      if (node.hasAttribute('hidden')) close();
      if (!open) return;
      const isOwn = node.contains(document.activeElement);
      if (event.key === 'Escape') event.preventDefault();
      if (event.key === 'Escape' || !isOwn) close(event.key === 'Escape');
      if (isOwn || event.key === 'Escape') event.stopPropagation();
    },
    { capture: true },
  );
  return {
    close,
    /** Of the selected row, with the focus on it. */
    showSelected: () => {
      const anchor = selectedBox(panel);
      if (anchor) show(panel.selected, anchor, true);
    },
  };
}

function fill(node: HTMLElement, card: Card, { panel, ref }: { panel: Panel; ref: string }): void {
  const lines = card.lines.map(({ label, text }) =>
    label === undefined
      ? el('p', {}, shownLong(text))
      : el('div', {}, el('dt', {}, shownText(label)), el('dd', {}, shownLong(text))),
  );
  const isPair = (line: HTMLElement) => line.tagName === 'DIV';
  const first = lines.findIndex(isPair);
  // Why it stands where it stands comes first, what is told at length last.
  const before = lines.slice(0, Math.max(0, first));
  const pairs = lines.filter(isPair);
  const tasks = card.tasks.slice(0, mostTasks).map((task) => taskNode(task, () => tick(panel, ref, task)));
  node.replaceChildren(
    el('h2', {}, shownText(card.title)),
    ...(card.detail === '' ? [] : [el('p', { class: 'mp-card-detail' }, shownText(card.detail))]),
    ...before,
    ...(pairs.length === 0 ? [] : [el('dl', {}, ...pairs)]),
    ...lines.slice(before.length).filter((line) => !isPair(line)),
    ...(tasks.length === 0 ? [] : [el('ul', {}, ...tasks)]),
  );
}

function taskNode(task: CardTask, changed: () => void): HTMLElement {
  const box = el('input', { type: 'checkbox' });
  box.checked = task.done;
  box.addEventListener('change', changed);
  return el('li', {}, el('label', {}, box, el('span', {}, shownText(task.title))));
}

/** Ticks a task, or takes the tick away; the host compares what stood there. */
export function tick(panel: Panel, ref: string, { task, was, done }: CardTask): void {
  if (!panel.content) return;
  panel.page.send({ type: 'set', ref, number: panel.content.number, task, was, done: !done });
}

/** Sentences may be longer than a title, but not without end. */
function shownLong(text: string): string {
  return shownText(text, 600);
}
