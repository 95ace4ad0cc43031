// The table of the hostile files: what each must be read as. Knows no file and no reader.

export interface Expected {
  readonly name: string;
  /** Problems it must have, each as `code@line`. */
  readonly problems: readonly string[];
  /** How many milestones are read all the same, inner ones included; `undefined` when there is no plan. */
  readonly milestones: number | undefined;
}

export interface Hostile extends Expected {
  /** Made when it is read: some are megabytes. */
  readonly text: () => string;
}

/** The lines of `expected.txt`. */
export function expectedIn(table: string): readonly Expected[] {
  const rows = table.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return rows.map((row) => {
    const [name = '', problems = '', milestones = ''] = row.split(/ {2,}/);
    return { name, ...expected(problems, milestones === 'none' ? 'none' : Number(milestones)) };
  });
}

/** `-` for no problems, `none` for no plan. */
export function expected(problems: string, milestones: number | 'none'): Omit<Expected, 'name'> {
  return {
    problems: problems === '-' ? [] : problems.split(' '),
    milestones: milestones === 'none' ? undefined : milestones,
  };
}
