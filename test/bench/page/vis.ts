// vis-timeline as a contender: the same rows, one group each, so that every milestone has a line of its own as in a plan.
import { DataSet } from 'vis-data';
import { Timeline } from 'vis-timeline';
import 'vis-timeline/styles/vis-timeline-graph2d.css';
import { noDay, type TimelineRows, textAt } from '../../../src/report/timelineRows';
import { timeContender } from './contender';

const dayMs = 86_400_000;
let timeline: Timeline | undefined;

function mount(rows: TimelineRows): void {
  const container = document.body.appendChild(document.createElement('div'));
  const items = Array.from({ length: rows.count }, (_, row) => {
    const end = (rows.end[row] ?? 0) * dayMs;
    const start = rows.start[row] === noDay ? undefined : (rows.start[row] ?? 0) * dayMs;
    const content = textAt(rows.details, row);
    return start === undefined
      ? { id: row, group: row, content, start: end, type: 'point' }
      : { id: row, group: row, content, start, end: end + dayMs, type: 'range' };
  });
  const groups = Array.from({ length: rows.count }, (_, row) => ({ id: row, content: textAt(rows.titles, row) }));
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

globalThis.time = (count) =>
  timeContender(
    {
      mount,
      ready: () => {
        const middle = timeline?.getWindow().start.getTime() ?? 0;
        timeline?.setWindow(middle, middle + 76 * dayMs, { animation: false });
      },
      pan,
    },
    count,
  );
