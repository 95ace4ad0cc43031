// vis-timeline as a contender: the same rows, one group each, so that every milestone has a line of its own as in a plan.
import { DataSet } from 'vis-data';
import { Timeline } from 'vis-timeline';
import 'vis-timeline/styles/vis-timeline-graph2d.css';
import { type TimelineRows, textAt } from '../../../src/report/timelineRows';
import { offer } from './contender';
import { datesOf, dayMs } from './peerRows';

let timeline: Timeline | undefined;

function prepare(rows: TimelineRows) {
  const items = Array.from({ length: rows.count }, (_, row) => {
    const { start, end, isPoint } = datesOf(rows, row);
    const content = textAt(rows.details, row);
    return isPoint
      ? { id: row, group: row, content, start: end, type: 'point' }
      : { id: row, group: row, content, start, end, type: 'range' };
  });
  const groups = Array.from({ length: rows.count }, (_, row) => ({ id: row, content: textAt(rows.titles, row) }));
  return { items, groups };
}

function mount({ items, groups }: ReturnType<typeof prepare>): void {
  const container = document.body.appendChild(document.createElement('div'));
  timeline = new Timeline(container, new DataSet(items), new DataSet(groups), {
    height: '700px',
    verticalScroll: true,
    horizontalScroll: true,
    stack: false,
    showCurrentTime: true,
    orientation: 'top',
    margin: { item: 7, axis: 7 },
  });
}

/** Its own scroll position is private, so its vertical scrollbar is moved as a person would. */
function pan(dx: number, dy: number): void {
  if (!timeline) return;
  const { start, end } = timeline.getWindow();
  const shift = (dx / 11) * dayMs;
  timeline.setWindow(start.getTime() + shift, end.getTime() + shift, { animation: false });
  document.querySelector('.vis-panel.vis-left')?.scrollBy({ top: dy, behavior: 'instant' });
}

offer({
  prepare,
  mount,
  shown: () => document.querySelector('.vis-item') !== null,
  ready: () => {
    const middle = timeline?.getWindow().start.getTime() ?? 0;
    timeline?.setWindow(middle, middle + 76 * dayMs, { animation: false });
  },
  pan,
  zoom: (factor) => {
    if (!timeline) return;
    const { start, end } = timeline.getWindow();
    const more = ((end.getTime() - start.getTime()) * (1 / factor - 1)) / 2;
    timeline.setWindow(start.getTime() - more, end.getTime() + more, { animation: false });
  },
});
