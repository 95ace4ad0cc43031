// dhtmlxGantt as a contender: its grid and its chart with only the rows in the window drawn, as its guide to speed advises.
import { gantt } from 'dhtmlx-gantt';
import 'dhtmlx-gantt/codebase/dhtmlxgantt.css';
import { type TimelineRows, textAt } from '../../../src/report/timelineRows';
import { offer } from './contender';
import { datesOf, parentsOf } from './peerRows';

function prepare(rows: TimelineRows) {
  const parents = parentsOf(rows);
  const data = Array.from({ length: rows.count }, (_, row) => {
    const { start, end, isPoint } = datesOf(rows, row);
    return {
      id: row + 1,
      text: textAt(rows.titles, row),
      start_date: start,
      end_date: end,
      type: isPoint ? 'milestone' : 'task',
      parent: (parents[row] ?? -1) + 1,
      progress: (rows.progress[row] ?? 0) / 100,
      open: true,
    };
  });
  return { data, links: [] };
}

function mount(data: ReturnType<typeof prepare>): void {
  const container = document.body.appendChild(document.createElement('div'));
  container.style.cssText = 'width:1200px;height:700px';
  Object.assign(gantt.config, {
    smart_rendering: true,
    smart_scales: true,
    static_background: true,
    show_task_cells: false,
    deepcopy_on_parse: false,
    open_tree_initially: true,
    readonly: true,
    row_height: 28,
    min_column_width: 60,
    grid_width: 320,
    scales: [
      { unit: 'year', step: 1, format: '%Y' },
      { unit: 'month', step: 1, format: '%M' },
    ],
  });
  gantt.init(container);
  gantt.parse(data);
}

offer({
  prepare,
  mount,
  shown: () => document.querySelector('.gantt_task_line') !== null,
  ready: () => {
    gantt.config.min_column_width = 330;
    gantt.render();
  },
  pan: (dx, dy) => {
    const { x, y } = gantt.getScrollState();
    gantt.scrollTo(x + dx, y + dy);
  },
  zoom: (factor) => {
    gantt.config.min_column_width *= factor;
    gantt.render();
  },
});
