// SVAR's Gantt for React as a contender: its grid and its chart, which draw only the rows and columns in the window.
import { Gantt, Willow } from '@svar-ui/react-gantt';
import '@svar-ui/react-gantt/all.css';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { type TimelineRows, textAt } from '../../../src/report/timelineRows';
import { offer } from './contender';
import { datesOf, parentsOf } from './peerRows';

const scales = [
  { unit: 'year', step: 1, format: '%Y' },
  { unit: 'month', step: 1, format: '%M' },
];
const columns = [
  { id: 'text', header: 'Milestones', width: 220 },
  { id: 'end', header: 'Date', width: 100 },
];

function prepare(rows: TimelineRows) {
  const parents = parentsOf(rows);
  return Array.from({ length: rows.count }, (_, row) => {
    const { start, end, isPoint } = datesOf(rows, row);
    return {
      id: row + 1,
      text: textAt(rows.titles, row),
      start,
      end,
      type: isPoint ? 'milestone' : (rows.inside[row] ?? 0) > 0 ? 'summary' : 'task',
      parent: (parents[row] ?? -1) + 1,
      progress: rows.progress[row] ?? 0,
      open: (rows.inside[row] ?? 0) > 0,
    };
  });
}

function mount(tasks: ReturnType<typeof prepare>): void {
  const container = document.body.appendChild(document.createElement('div'));
  const parts = { tasks, links: [], scales, columns, cellWidth: 60, cellHeight: 28, readonly: true };
  // It draws the rows of its box, which must have a height for that.
  const inBox = createElement('div', { style: { width: '1200px', height: '700px' } }, createElement(Gantt, parts));
  createRoot(container).render(createElement(Willow, { fonts: false }, inBox));
}

offer({
  prepare,
  mount,
  // One bar comes first, and the rest of the window once its size is known.
  shown: () => document.querySelectorAll('.wx-bar').length > 5,
  pan: (dx, dy) => document.querySelector('.wx-chart')?.scrollBy({ left: dx, top: dy, behavior: 'instant' }),
});
