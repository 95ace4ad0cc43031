// Frappe Gantt as a contender: every task as SVG in the page, since it knows no window.
import Gantt from 'frappe-gantt';
import '../peers/node_modules/frappe-gantt/dist/frappe-gantt.css';
import { type TimelineRows, textAt } from '../../../src/report/timelineRows';
import { offer } from './contender';
import { datesOf } from './peerRows';

function prepare(rows: TimelineRows) {
  return Array.from({ length: rows.count }, (_, row) => ({
    id: `m${row}`,
    name: textAt(rows.titles, row),
    ...datesOf(rows, row),
    progress: rows.progress[row] ?? 0,
  }));
}

offer({
  prepare,
  mount: (tasks) => {
    const container = document.body.appendChild(document.createElement('div'));
    new Gantt(container, tasks, {
      view_mode: 'Month',
      container_height: 700,
      infinite_padding: false,
      readonly: true,
      today_button: false,
      lines: 'none',
    });
  },
  shown: () => document.querySelector('.bar-wrapper') !== null,
  pan: (dx, dy) => document.querySelector('.gantt-container')?.scrollBy({ left: dx, top: dy, behavior: 'instant' }),
});
