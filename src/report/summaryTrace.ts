// Where the figures of a summary come from: the line of each in the file, and a table of all of them. Knows no editor.
import { message, type Say } from '../base/message';
import { positionsOf } from '../base/text';
import type { PlanSnapshot } from '../snapshot';
import type { Block, Run, Runs, Trace } from './document';

/** A table at the end of a summary with each figure, its field and its place; once where the same figure is told again. */
export function whereFrom(
  blocks: readonly Block[],
  say: Say,
  placeOf: (trace: Trace) => string | undefined,
): readonly Block[] {
  const rows = new Map<string, { readonly figure: Run; readonly field: string; readonly place: string }>();
  for (const run of blocks.flatMap(runsIn)) {
    if (typeof run === 'string' || run.kind !== 'figure') continue;
    const { text, trace } = run;
    const place = placeOf(trace);
    if (place === undefined) continue;
    const field = trace.key === '' ? trace.field : `${trace.key}.${trace.field}`;
    rows.set(JSON.stringify([text, field, place]), { figure: { kind: 'figure', text, trace }, field, place });
  }
  if (rows.size === 0) return [];
  const all = [...rows.values()];
  return [
    { kind: 'heading', level: 2, runs: [say(message('Where the figures come from'))] },
    {
      kind: 'table',
      columns: [
        { head: say(message('Figure')), align: 'left', cells: all.map(({ figure }) => [figure]) },
        { head: say(message('Field')), align: 'left', cells: all.map(({ field }) => [field]) },
        { head: say(message('Place')), align: 'left', cells: all.map(({ place }) => [{ kind: 'code', text: place }]) },
      ],
    },
  ];
}

export function runsIn(block: Block): Runs {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return block.runs;
    case 'list':
      return block.items.flat();
    case 'table': {
      const rows = block.columns[0]?.cells.length ?? 0;
      return Array.from({ length: rows }, (_, row) => block.columns.flatMap(({ cells }) => cells[row] ?? [])).flat();
    }
    default:
      return [];
  }
}

/** `name:line` of a figure in the file of the plan: of the field where it is written, else of the milestone, else of the plan. `undefined` for another plan's. */
export function placesIn(
  plan: Pick<PlanSnapshot, 'uri' | 'text' | 'file'>,
  name: string,
): (trace: Trace) => string | undefined {
  const positionAt = positionsOf(plan.text);
  return ({ plan: uri, key, field }) => {
    if (!plan.file.plan || (uri !== undefined && uri !== plan.uri)) return undefined;
    const places = plan.file.places.get(key);
    const span =
      key === ''
        ? (plan.file.fields.get(field) ?? plan.file.fields.get('milestones'))
        : (places?.fields.get(writtenAs(field, places.fields)) ?? places?.title);
    return `${name}:${positionAt(span?.start ?? 0).line + 1}`;
  };
}

/** What a figure that nobody wrote follows from. */
function writtenAs(field: string, written: ReadonlyMap<string, unknown>): string {
  const sources = [field, ...(followsFrom[field] ?? [])];
  return sources.find((each) => written.has(each)) ?? 'title';
}

const followsFrom: Readonly<Record<string, readonly string[]>> = {
  forecast: ['completed', 'remaining', 'effort', 'duration', 'due', 'dependsOn'],
  progress: ['tasks', 'acceptanceCriteria', 'milestones', 'completed', 'status'],
  baseline: ['due'],
  completed: ['status'],
  due: ['deadline', 'completed', 'status'],
  effort: ['tasks'],
};
