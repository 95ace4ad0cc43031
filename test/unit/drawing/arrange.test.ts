import { describe, expect, test } from 'vitest';
import { arrange, arranged } from '../../../src/drawing/arrange';
import type { GroupWords } from '../../../src/drawing/arrangeGroups';
import { type Arrangement, asInFiles, type Filter } from '../../../src/report/arrangement';
import { noDay, rowFlags, type TimelineRows } from '../../../src/report/timelineRows';
import { textsOf } from './plainColumns';
import { type Row, rows as rowsOf } from './rows';

const words: GroupWords = {
  owner: (name) => name ?? 'No owner',
  state: (state) => state,
  month: (firstDay) => (firstDay === undefined ? 'No date' : String(firstDay)),
  head: (name, count) => `${name} (${count})`,
};

interface Named extends Row {
  readonly title: string;
  readonly owner?: string;
  readonly tags?: string;
  readonly float?: number;
  readonly variance?: number;
}

function rowsNamed(specs: readonly Named[], links: readonly number[] = []): TimelineRows {
  const owners = [...new Set(specs.flatMap(({ owner }) => owner ?? []))];
  return {
    ...rowsOf(specs, links),
    titles: specs.map(({ title }) => title),
    labels: specs.map(({ title }) => `${title}, in full`),
    tags: specs.map(({ tags }) => tags ?? ''),
    owners,
    owner: Int32Array.from(specs, ({ owner }) => (owner === undefined ? -1 : owners.indexOf(owner))),
    float: Int32Array.from(specs, ({ float }) => float ?? noDay),
    variance: Int32Array.from(specs, ({ variance }) => variance ?? noDay),
  };
}

/** Two plans: the first with a milestone that holds two. */
const plans: readonly Named[] = [
  { title: 'Website', depth: 0, start: '2026-09-01', end: '2027-02-01', state: 'late' },
  { title: 'Design', depth: 1, start: '2026-10-01', end: '2026-11-20', state: 'late', owner: 'Ada', tags: 'client' },
  { title: 'Überprüfung der Texte', depth: 2, end: '2026-11-10', state: 'done', owner: 'Zoë', progress: 100 },
  { title: 'Templates', depth: 2, end: '2026-11-20', state: 'late', owner: 'Ada', progress: 60, float: -300 },
  {
    title: 'Build 10',
    depth: 1,
    start: '2026-11-01',
    end: '2027-01-15',
    owner: 'Grace',
    tags: 'code\nclient',
    float: 500,
  },
  { title: 'Build 2', depth: 1, end: '2026-12-15', owner: 'Grace', tags: 'code', float: 0, variance: 4 },
  { title: 'Someday', depth: 1 },
  { title: 'Brand guide', depth: 0, start: '2026-10-01', end: '2026-12-01' },
  { title: 'Logo', depth: 1, end: '2026-11-05', state: 'done', owner: 'ada', progress: 100, variance: -2 },
];
// Design waits for nothing; Build 10 for Design, Build 2 for Templates, Logo for Build 2.
const both = rowsNamed(plans, [1, 4, 3, 5, 5, 8]);

const how = (change: Partial<Omit<Arrangement, 'filter'>> & { readonly filter?: Partial<Filter> }): Arrangement => ({
  ...asInFiles,
  ...change,
  filter: { ...asInFiles.filter, ...change.filter },
});
const titles = (change: Parameters<typeof how>[0]) => textsOf(arrange(both, how(change), words).titles);
const outline = ({ titles: column, depth }: TimelineRows) =>
  textsOf(column).map((title, row) => `${'  '.repeat(depth[row] ?? 0)}${title}`);

test('as in the files, the rows are those that came', () => {
  expect(arrange(both, asInFiles, words)).toBe(both);
  expect(arrange(both, how({ filter: { text: '  ' } }), words)).toBe(both);
});

describe('filter', () => {
  test.each<[Partial<Filter>, readonly string[]]>([
    [{ text: 'templates' }, ['Website', '  Design', '    Templates']],
    [{ text: 'UBERPRUFUNG' }, ['Website', '  Design', '    Überprüfung der Texte']],
    [{ text: 'ü texte' }, ['Website', '  Design', '    Überprüfung der Texte']],
    [{ text: 'zoe' }, ['Website', '  Design', '    Überprüfung der Texte']],
    [{ text: 'code gra' }, ['Website', '  Build 10', '  Build 2']],
    [{ text: 'client' }, ['Website', '  Design', '  Build 10']],
    [{ text: 'brand' }, ['Brand guide']],
    [{ text: 'nothing of the kind' }, []],
    [{ owner: 'Ada' }, ['Website', '  Design', '    Templates']],
    [{ owner: 'Nobody we know' }, []],
    [{ state: 'done' }, ['Website', '  Design', '    Überprüfung der Texte', 'Brand guide', '  Logo']],
    [{ state: 'no such state' }, []],
    [{ tag: 'client' }, ['Website', '  Design', '  Build 10']],
    [{ tag: 'clien' }, []],
    [{ lateOnly: true }, ['Website', '  Design', '    Templates']],
    [{ lateOnly: true, text: 'temp' }, ['Website', '  Design', '    Templates']],
    [{ owner: 'Grace', text: '10' }, ['Website', '  Build 10']],
  ])('%j', (filter, expected) => {
    expect(outline(arrange(both, how({ filter }), words))).toEqual(expected);
  });

  test('counts the milestones it finds, not what they lie in', () => {
    const hits = (filter: Partial<Filter>) => arranged(both, how({ filter }), words).hits;
    expect([hits({}), hits({ text: 'templates' }), hits({ text: 'brand' }), hits({ owner: 'Grace' })]).toEqual([
      7, 1, 0, 2,
    ]);
  });

  test('a word is not found across two rows or two columns', () => {
    expect(titles({ filter: { text: 'designada' } })).toEqual([]);
    expect(titles({ filter: { text: 'templatesbuild' } })).toEqual([]);
  });
});

describe('sort', () => {
  const inFirst = (change: Parameters<typeof how>[0]) => titles(change).slice(1, 7);
  test.each<[Parameters<typeof how>[0], readonly string[]]>([
    [{ sortBy: 'title' }, ['Build 2', 'Build 10', 'Design', 'Templates', 'Überprüfung der Texte', 'Someday']],
    [{ sortBy: 'end' }, ['Design', 'Überprüfung der Texte', 'Templates', 'Build 2', 'Build 10', 'Someday']],
    [
      { sortBy: 'end', descending: true },
      ['Build 10', 'Build 2', 'Design', 'Templates', 'Überprüfung der Texte', 'Someday'],
    ],
    [{ sortBy: 'start' }, ['Design', 'Überprüfung der Texte', 'Templates', 'Build 10', 'Build 2', 'Someday']],
    [{ sortBy: 'owner' }, ['Design', 'Templates', 'Überprüfung der Texte', 'Build 10', 'Build 2', 'Someday']],
    [
      { sortBy: 'progress', descending: true },
      ['Design', 'Überprüfung der Texte', 'Templates', 'Build 10', 'Build 2', 'Someday'],
    ],
    [{ sortBy: 'float' }, ['Build 2', 'Build 10', 'Design', 'Templates', 'Überprüfung der Texte', 'Someday']],
    [{ sortBy: 'state' }, ['Design', 'Templates', 'Überprüfung der Texte', 'Build 10', 'Build 2', 'Someday']],
    [
      { sortBy: 'file', descending: true },
      ['Someday', 'Build 2', 'Build 10', 'Design', 'Templates', 'Überprüfung der Texte'],
    ],
  ])('%j', (change, expected) => {
    expect(inFirst(change)).toEqual(expected);
  });

  test('what has no date comes last in both directions, and plans stay where they are', () => {
    for (const descending of [false, true]) {
      const found = titles({ sortBy: 'variance', descending });
      expect([found[0], found[7]]).toEqual(['Website', 'Brand guide']);
      expect(found[1]).toBe('Build 2');
    }
  });
});

describe('group', () => {
  test('by owner: flat lists under heads, nobody last, plans gone', () => {
    expect(outline(arrange(both, how({ groupBy: 'owner', sortBy: 'title' }), words))).toEqual([
      ...['Ada (2)', '  Design', '  Templates', 'ada (1)', '  Logo', 'Grace (2)', '  Build 2', '  Build 10'],
      ...['Zoë (1)', '  Überprüfung der Texte', 'No owner (1)', '  Someday'],
    ]);
  });

  test('by status: what needs somebody comes first', () => {
    const heads = titles({ groupBy: 'status' }).filter((title) => title.includes('('));
    expect(heads).toEqual(['late (2)', 'planned (3)', 'done (2)']);
  });

  test('by month of the end, no date last', () => {
    const { rows } = arranged(both, how({ groupBy: 'month' }), words);
    const november = Math.floor(Date.UTC(2026, 10, 1) / 86_400_000);
    expect(textsOf(rows.titles)[0]).toBe(`${november} (4)`);
    expect(textsOf(rows.titles).slice(-2)).toEqual(['No date (1)', 'Someday']);
  });

  test('a head spans its rows, says nothing else and has a key that does not change with its count', () => {
    const { rows, bands, source } = arranged(both, how({ groupBy: 'owner' }), words);
    const at = (column: Int32Array, row: number) => column[row];
    const ada = [...bands].find(([, key]) => key === 'owner Ada')?.[0] ?? -1;
    expect([at(rows.start, ada), at(rows.end, ada)]).toEqual([both.start[1], both.end[1]]);
    expect([rows.refs.at(ada), rows.labels.at(ada), rows.progress[ada], rows.state[ada]]).toEqual([
      '',
      'Ada (2)',
      0,
      0,
    ]);
    expect(rows.flags[ada]).toBe(rowFlags.group);
    expect([rows.inside[ada], rows.depth[ada], source[ada]]).toEqual([2, 0, -1]);
    expect(arranged(both, how({ groupBy: 'owner', filter: { text: 'design' } }), words).bands.get(0)).toBe('owner Ada');
  });

  test('a head without a dated row has no days', () => {
    const { rows } = arranged(both, how({ groupBy: 'owner', filter: { text: 'someday' } }), words);
    expect([rows.start[0], rows.end[0]]).toEqual([noDay, noDay]);
  });

  test('with a filter there are only hits, without what they lie in', () => {
    expect(titles({ groupBy: 'owner', filter: { text: 'templates' } })).toEqual(['Ada (1)', 'Templates']);
  });
});

test('links lead between the same rows as before, and only between those that are there', () => {
  const linksOf = ({ links, titles: column }: TimelineRows) =>
    Array.from({ length: links.length / 2 }, (_, link) =>
      [links[2 * link] ?? -1, links[2 * link + 1] ?? -1].map((row) => column.at(row)).join(' → '),
    );
  expect(linksOf(arrange(both, how({ sortBy: 'title', descending: true }), words))).toEqual(linksOf(both));
  expect(linksOf(arrange(both, how({ filter: { owner: 'Grace' } }), words))).toEqual([]);
  expect(linksOf(arrange(both, how({ filter: { text: 'build' }, groupBy: 'status' }), words))).toEqual([]);
  expect(linksOf(arrange(both, how({ filter: { text: 'l' }, groupBy: 'owner' }), words))).toContain('Build 2 → Logo');
});
