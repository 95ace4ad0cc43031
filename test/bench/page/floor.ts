// The floor: what a virtualised timeline costs at least in this browser. The visible rows as absolute divs with one bar each, nothing else.
import { noDay, type TimelineRows } from '../../../src/report/timelineRows';
import { timeContender } from './contender';

const rowHeight = 28;
let pxPerDay = 0.7;
let plan: TimelineRows | undefined;
const used = new Map<number, { node: HTMLElement; bar: HTMLElement }>();
const scroller = document.createElement('div');
const space = document.createElement('div');
const layer = document.createElement('div');
scroller.style.cssText = 'position:fixed;inset:0;overflow:auto';
layer.style.cssText = 'position:sticky;top:0;left:0;width:100%;height:100%;overflow:hidden';
space.append(layer);
scroller.append(space);
let asked = false;
scroller.addEventListener('scroll', () => {
  if (asked) return;
  asked = true;
  requestAnimationFrame(draw);
});

function draw(): void {
  asked = false;
  if (!plan) return;
  const { scrollTop, scrollLeft, clientHeight } = scroller;
  const first = Math.floor(scrollTop / rowHeight);
  const last = Math.min(plan.count - 1, Math.floor((scrollTop + clientHeight) / rowHeight));
  const gone = [...used.keys()].filter((row) => row < first || row > last);
  for (let row = first; row <= last; row++) {
    let slot = used.get(row);
    if (!slot) {
      const old = gone.pop();
      slot = (old === undefined ? undefined : used.get(old)) ?? made();
      if (old !== undefined) used.delete(old);
      used.set(row, slot);
    }
    const end = plan.end[row] ?? 0;
    const start = plan.start[row] === noDay ? end : (plan.start[row] ?? end);
    slot.node.style.transform = `translateY(${row * rowHeight - scrollTop}px)`;
    slot.bar.style.transform = `translateX(${(start - plan.today + 400) * pxPerDay - scrollLeft}px)`;
    slot.bar.style.width = `${Math.max(6, (end + 1 - start) * pxPerDay)}px`;
  }
}

function made() {
  const node = document.createElement('div');
  const bar = document.createElement('div');
  node.style.cssText = 'position:absolute;top:0;left:0;right:0;height:28px';
  bar.style.cssText = 'position:absolute;top:7px;left:0;height:14px;background:#59a4f9';
  node.append(bar);
  layer.append(node);
  return { node, bar };
}

globalThis.time = (count) =>
  timeContender(
    {
      mount: (rows) => {
        plan = rows;
        space.style.cssText = `width:${1600 * pxPerDay}px;height:${count * rowHeight}px`;
        document.body.append(scroller);
        requestAnimationFrame(draw);
      },
      ready: () => {
        pxPerDay = 11;
        space.style.width = `${1600 * pxPerDay}px`;
        draw();
      },
      pan: (dx, dy) => scroller.scrollBy({ left: dx, top: dy, behavior: 'instant' }),
    },
    count,
  );
