// The floor: what a virtualised timeline costs at least in this browser. The visible rows as absolute divs, a title and a bar each, nothing else.
import { noDay, type TimelineRows, textAt } from '../../../src/report/timelineRows';
import { offer } from './contender';

const rowHeight = 28;
/** Browsers stop growing an element at some tens of millions of pixels. */
const longest = 8_000_000;
let pxPerDay = 0.7;
let plan: TimelineRows | undefined;
const used = new Map<number, Slot>();
const scroller = document.createElement('div');
const space = document.createElement('div');
const layer = document.createElement('div');
scroller.style.cssText = 'position:fixed;inset:0;overflow:auto;font:13px sans-serif';
layer.style.cssText = 'position:sticky;top:0;left:0;width:100%;height:100%;overflow:hidden';
space.append(layer);
scroller.append(space);
let asked = false;
scroller.addEventListener('scroll', redraw);

interface Slot {
  readonly node: HTMLElement;
  readonly title: HTMLElement;
  readonly bar: HTMLElement;
}

function redraw(): void {
  if (asked) return;
  asked = true;
  requestAnimationFrame(draw);
}

function draw(): void {
  asked = false;
  if (!plan) return;
  const { scrollTop, scrollLeft, clientHeight } = scroller;
  const first = Math.floor(scrollTop / rowHeight);
  const last = Math.min(plan.count - 1, Math.floor((scrollTop + clientHeight) / rowHeight));
  const gone = [...used.keys()].filter((row) => row < first || row > last);
  for (let row = first; row <= last; row++) {
    const { node, bar } = used.get(row) ?? taken(plan, row, gone.pop());
    const end = plan.end[row] ?? 0;
    const start = plan.start[row] === noDay ? end : (plan.start[row] ?? end);
    node.style.transform = `translateY(${row * rowHeight - scrollTop}px)`;
    bar.style.transform = `translateX(${(start - plan.today + 400) * pxPerDay - scrollLeft}px)`;
    bar.style.width = `${Math.max(6, (end + 1 - start) * pxPerDay)}px`;
  }
}

/** The elements of a row that has left the window, for one that has come into it. */
function taken(rows: TimelineRows, row: number, old: number | undefined): Slot {
  const slot = (old === undefined ? undefined : used.get(old)) ?? made();
  if (old !== undefined) used.delete(old);
  used.set(row, slot);
  slot.title.textContent = textAt(rows.titles, row);
  return slot;
}

function made(): Slot {
  const node = document.createElement('div');
  const title = document.createElement('div');
  const bar = document.createElement('div');
  node.style.cssText = 'position:absolute;top:0;left:0;right:0;height:28px';
  title.style.cssText =
    'position:absolute;z-index:1;left:0;top:0;width:320px;height:28px;overflow:hidden;white-space:nowrap;background:#fff';
  bar.style.cssText = 'position:absolute;top:7px;left:320px;height:14px;background:#59a4f9';
  node.append(title, bar);
  layer.append(node);
  return { node, title, bar };
}

function spread(): void {
  space.style.width = `${1600 * pxPerDay}px`;
}

offer<TimelineRows>({
  prepare: (rows) => rows,
  mount: (rows) => {
    plan = rows;
    spread();
    space.style.height = `${Math.min(longest, rows.count * rowHeight)}px`;
    document.body.append(scroller);
    redraw();
  },
  shown: () => used.size > 0,
  ready: () => {
    pxPerDay = 11;
    spread();
    draw();
  },
  pan: (dx, dy) => scroller.scrollBy({ left: dx, top: dy, behavior: 'instant' }),
  zoom: (factor) => {
    pxPerDay *= factor;
    spread();
    redraw();
  },
});
