// The folder of hostile plan files with what each must be read as. Knows no reader.
import { readFileSync } from 'node:fs';
import { expectedIn, type Hostile } from './hostileTable';

const folder = new URL('../../fixtures/hostile/', import.meta.url);

/** The files by the table `expected.txt` beside them. */
export const hostileFiles: readonly Hostile[] = expectedIn(readFileSync(new URL('expected.txt', folder), 'utf8')).map(
  (row) => {
    const text = readFileSync(new URL(`${row.name}.milestones.yaml`, folder), 'utf8');
    return { ...row, text: () => text };
  },
);
