// Mermaid's Gantt diagram as a contender: a text becomes one picture. It has no window that could be moved.
import mermaid from 'mermaid';
import { type TimelineRows, textAt } from '../../../src/report/timelineRows';
import { offer } from './contender';
import { datesOf } from './peerRows';

mermaid.initialize({ startOnLoad: false, maxTextSize: 1e9 });
// It loads each kind of diagram when the first one is drawn, which is not measured.
await mermaid.render('first', 'gantt\n dateFormat YYYY-MM-DD\n a : 2026-01-01, 3d');

function prepare(rows: TimelineRows): string {
  const lines = Array.from({ length: rows.count }, (_, row) => {
    const { start, end, isPoint } = datesOf(rows, row);
    const [from, to] = [start, end].map((date) => date.toISOString().slice(0, 10));
    const section = rows.depth[row] === 0 ? `section ${textAt(rows.titles, row)}\n` : '';
    const what = isPoint ? `milestone, m${row}, ${from}, 0d` : `m${row}, ${from}, ${to}`;
    return `${section}${textAt(rows.titles, row)} :${what}`;
  });
  return `gantt\ndateFormat YYYY-MM-DD\n${lines.join('\n')}`;
}

offer({
  prepare,
  mount: (text) => {
    const container = document.body.appendChild(document.createElement('div'));
    void mermaid.render('picture', text).then(({ svg }) => {
      container.innerHTML = svg;
    });
  },
  shown: () =>
    document.querySelector('svg .task, svg .milestone') !== null && document.querySelector('div > #picture') !== null,
});
