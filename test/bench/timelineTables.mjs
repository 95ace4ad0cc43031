// The figures of the timeline as tables, each with its limit.
import { limitMs, peers } from './chromium.mjs';
import { ms, ratio, table } from './tables.mjs';

const titles = { svar: 'SVAR', dhtmlx: 'dhtmlxGantt', vis: 'vis-timeline', frappe: 'Frappe Gantt', mermaid: 'Mermaid' };

/** What is asked of us at a size: at most so many times the floor, at least so many times faster than the best other. */
const mountLimits = { 10000: { toFloor: 3, fromBest: 10 }, 100000: { toFloor: 6, fromBest: 10 } };

export function timelineTables({ drawing, panel, editing }) {
  mountTable(drawing);
  frameTable(drawing, 'pan');
  frameTable(drawing, 'zoom');
  ownTables(panel, editing);
}

function mountTable(results) {
  table(
    [
      ...['Milestones', 'Mount floor', 'ours', ...peers.map((name) => titles[name])],
      ...['ours ÷ floor', 'limit', 'best of the others ÷ ours', 'limit', 'elements floor / ours', 'limit'],
    ],
    results.map((r) => {
      const limit = mountLimits[r.size];
      const best = Math.min(...peers.map((name) => r[name].mountMs));
      return [
        ...[r.size, ms(r.floor.mountMs), ms(r.panel.mountMs), ...peers.map((name) => mounted(r[name]))],
        ...[ratio(r.panel.mountMs / r.floor.mountMs), limit && `${limit.toFloor} ×`],
        ...[ratio(best / r.panel.mountMs), limit && `${limit.fromBest} ×`],
        ...[`${r.floor.elements} / ${r.panel.elements}`, '2,000'],
      ];
    }),
  );
}

function mounted({ mountMs }) {
  return Number.isFinite(mountMs) ? ms(mountMs) : `over ${limitMs / 1000} s`;
}

function frameTable(results, kind) {
  const able = ['floor', 'panel', ...peers].filter((name) => results.some((r) => r[name][kind]));
  const of = (frames) => frames && `${ms(frames.p50Ms)} / ${ms(frames.p95Ms)}`;
  const first = results[0].panel[kind].p95Ms;
  table(
    [
      `Milestones (${kind})`,
      ...able.map((name) => `${{ floor: 'floor', panel: 'ours', ...titles }[name]} p50 / p95`),
      ...['limit of our p95', `our p95 to that at ${results[0].size}`, 'limit', 'between frames p95, ours'],
    ],
    results.map((r) => {
      const ours = r.panel[kind];
      return [
        r.size,
        ...able.map((name) => of(r[name][kind])),
        8,
        ratio(ours.p95Ms / first),
        '1.5 ×',
        ms(ours.intervalP95Ms),
      ];
    }),
  );
}

function ownTables({ results, gzipKb }, editing) {
  table(
    [
      ...[
        'Milestones',
        'change of one, work p50 / p95',
        'limit',
        'with waiting for the screen p50 / p95',
        'memory MB',
        'limit',
      ],
      ...['to the page in columns', 'as objects', 'script and style kB gzip', 'limit'],
    ],
    results.map((r) => [
      ...[
        r.size,
        `${ms(r.changeP50Ms)} / ${ms(r.changeP95Ms)}`,
        10,
        `${ms(r.changeWallP50Ms)} / ${ms(r.changeWallP95Ms)}`,
      ],
      ...[ms(r.heapMb), 60, ms(r.columnsMs), ms(r.objectsMs), gzipKb.toFixed(1), 60],
    ]),
  );
  table(
    [
      'Typed in VS Code, milestones',
      'file kB',
      'key to painted p50 / p95',
      'after the quiet time p50 / p95',
      'limit of p95',
    ],
    [
      [
        ...[editing.milestones, editing.kilobytes, `${ms(editing.p50Ms)} / ${ms(editing.p95Ms)}`],
        ...[`${ms(editing.afterQuietP50Ms)} / ${ms(editing.afterQuietP95Ms)}`, 150],
      ],
    ],
  );
}
