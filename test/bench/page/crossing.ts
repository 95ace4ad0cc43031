// What it costs to bring rows over to a page: in columns as we send them, beside one object a row. Runs in Chromium.
import { packRows } from '../../../src/protocol/pack';
import { type TimelineRows, textAt } from '../../../src/report/timelineRows';
import { generated } from '../../browser/fixtures/rows';

export interface Crossing {
  readonly columnsMs: number;
  readonly objectsMs: number;
}

globalThis.crossing = async (count) => {
  const rows = generated(count);
  const columns = packRows(rows);
  const objects = objectsOf(rows);
  // Both ways have been taken once when they are timed.
  await crossed(columns);
  await crossed(objects.slice(0, 1000));
  return { columnsMs: await crossed(columns), objectsMs: await crossed(objects) };
};

async function crossed(data: unknown): Promise<number> {
  const { port1, port2 } = new MessageChannel();
  const came = new Promise<unknown>((done) => {
    // It is only read once somebody asks for it.
    port2.onmessage = (event) => done(event.data);
  });
  const began = performance.now();
  port1.postMessage(data);
  await came;
  return performance.now() - began;
}

function objectsOf(rows: TimelineRows): unknown[] {
  const texts = ['refs', 'titles', 'details', 'notes', 'labels', 'tags', 'amounts'] as const;
  const numbers = Object.entries(rows).filter(
    ([name, column]) =>
      (column instanceof Int32Array || column instanceof Uint8Array) &&
      column.length === rows.count &&
      name !== 'links',
  );
  return Array.from({ length: rows.count }, (_, row) => ({
    ...Object.fromEntries(numbers.map(([name, column]) => [name, column[row]])),
    ...Object.fromEntries(texts.map((name) => [name, textAt(rows[name], row)])),
  }));
}

declare global {
  var crossing: (count: number) => Promise<Crossing>;
}
