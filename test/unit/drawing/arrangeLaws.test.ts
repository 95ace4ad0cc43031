import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arranged } from '../../../src/drawing/arrange';
import { folded } from '../../../src/drawing/arrangeFilter';
import type { GroupWords } from '../../../src/drawing/arrangeGroups';
import { type Arrangement, groupings, sortings } from '../../../src/report/arrangement';
import { noDay, rowStates, type TimelineRows, textAt } from '../../../src/report/timelineRows';
import { type Row, rows as rowsOf } from './rows';

const words: GroupWords = {
  owner: (name) => name ?? 'No owner',
  state: (state) => state,
  month: (firstDay) => String(firstDay),
  head: (name, count) => `${name} (${count})`,
};
const owners = ['Ada', 'Zoë', 'Grace'];

const rowsArbitrary: fc.Arbitrary<TimelineRows> = fc
  .array(
    fc.record({
      deeper: fc.integer({ min: -2, max: 1 }),
      title: fc.constantFrom('Design', 'Übergabe', 'build 2', 'Build 10', '', 'x\ny', 'ı'),
      state: fc.constantFrom(...rowStates),
      progress: fc.integer({ min: 0, max: 100 }),
      start: fc.option(fc.integer({ min: 20_000, max: 20_400 }), { nil: noDay }),
      end: fc.option(fc.integer({ min: 20_000, max: 20_400 }), { nil: noDay }),
      float: fc.option(fc.integer({ min: -500, max: 500 }), { nil: noDay }),
      owner: fc.integer({ min: -1, max: 2 }),
      tags: fc.constantFrom('', 'client', 'client\ncode'),
      after: fc.nat(),
    }),
    { maxLength: 40 },
  )
  .map((specs) => {
    let depth = 0;
    const shaped = specs.map(({ deeper, state, progress }, at): Row => {
      depth = at === 0 ? 0 : Math.max(0, depth + deeper);
      return { depth, state, progress };
    });
    const links = specs.flatMap(({ after }, at) => (at > 0 && after % 3 === 0 ? [after % at, at] : []));
    const days = (pick: (spec: (typeof specs)[number]) => number) => Int32Array.from(specs, pick);
    return {
      ...rowsOf(shaped, links),
      titles: specs.map(({ title }) => title),
      tags: specs.map(({ tags }) => tags),
      owners,
      ...{ owner: days(({ owner }) => owner), float: days(({ float }) => float) },
      ...{ start: days(({ start }) => start), end: days(({ end }) => end) },
    };
  });

const howArbitrary: fc.Arbitrary<Arrangement> = fc.record({
  groupBy: fc.constantFrom(...groupings),
  sortBy: fc.constantFrom(...sortings),
  descending: fc.boolean(),
  filter: fc
    .record({
      text: fc.constantFrom('', 'uber', 'BUILD', 'client', 'ada', 'x y', 'zoe code'),
      owner: fc.option(fc.constantFrom(...owners, 'gone'), { nil: '' }),
      lateOnly: fc.boolean(),
    })
    .map(({ text, owner, lateOnly }) => ({ text, lateOnly, ...(owner === '' ? {} : { owner }) })),
});

/** What a row must be to be found, said once more in the plainest way. */
function fits(rows: TimelineRows, row: number, { filter }: Arrangement): boolean {
  const byFact = filter.lateOnly || filter.owner !== undefined;
  if (byFact && rows.depth[row] === 0) return false;
  const owner = rows.owners[rows.owner[row] ?? -1];
  const texts = [textAt(rows.titles, row), owner ?? '', ...textAt(rows.tags, row).split('\n')].map(folded);
  const wanted = folded(filter.text).split(' ').filter(Boolean);
  return (
    wanted.every((word) => texts.some((text) => text.includes(word))) &&
    (filter.owner === undefined || owner === filter.owner) &&
    (!filter.lateOnly || rowStates[rows.state[row] ?? 0] === 'late')
  );
}

test('exactly the rows that fit are there, with what they lie in or under the heads of groups', () => {
  fc.assert(
    fc.property(rowsArbitrary, howArbitrary, (rows, how) => {
      const { source, rows: result, hits } = arranged(rows, how, words);
      const there = new Set(source);
      let found = 0;
      for (let row = 0; row < rows.count; row++) {
        const isShown = fits(rows, row, how) && !(how.groupBy !== 'plan' && rows.depth[row] === 0);
        if (isShown) expect(there).toContain(row);
        if (fits(rows, row, how) && rows.depth[row] !== 0) found += 1;
        const holdsHit = Array.from({ length: rows.inside[row] ?? 0 }, (_, at) => row + 1 + at).some((each) =>
          fits(rows, each, how),
        );
        if (there.has(row) && !isShown) expect(how.groupBy === 'plan' && holdsHit).toBe(true);
      }
      expect(hits).toBe(found);
      expect(result.count).toBe(source.length);
    }),
    { numRuns: 300 },
  );
});

test('each row lies wholly inside the one it lay in, and inside ends where it says', () => {
  fc.assert(
    fc.property(rowsArbitrary, howArbitrary, (rows, how) => {
      const { rows: result, source } = arranged(rows, how, words);
      const ends: { row: number; last: number }[] = [];
      for (let row = 0; row < result.count; row++) {
        while (ends.length > 0 && (ends.at(-1)?.last ?? 0) < row) ends.pop();
        const holder = ends.at(-1);
        const last = row + (result.inside[row] ?? 0);
        expect(last).toBeLessThanOrEqual(holder?.last ?? result.count - 1);
        if (holder) expect(result.depth[row]).toBeGreaterThan(result.depth[holder.row] ?? 0);
        if (holder && how.groupBy === 'plan') {
          const [inner, outer] = [source[row] ?? -1, source[holder.row] ?? -1];
          expect(inner > outer && inner <= outer + (rows.inside[outer] ?? 0)).toBe(true);
        }
        if (last > row) ends.push({ row, last });
      }
    }),
    { numRuns: 300 },
  );
});

test('links lead between the rows they led between', () => {
  fc.assert(
    fc.property(rowsArbitrary, howArbitrary, (rows, how) => {
      const { rows: result, source } = arranged(rows, how, words);
      const pairs = ({ links }: TimelineRows, of: (row: number) => number) =>
        Array.from(
          { length: links.length / 2 },
          (_, link) => `${of(links[2 * link] ?? -1)} ${of(links[2 * link + 1] ?? -1)}`,
        );
      const there = new Set(source);
      const expected = pairs(rows, (row) => row).filter((pair) =>
        pair.split(' ').every((row) => there.has(Number(row))),
      );
      expect(pairs(result, (row) => source[row] ?? -1)).toEqual(expected);
      expect(result.criticalLinks.length).toBe(expected.length);
    }),
    { numRuns: 300 },
  );
});

test('in a group, rows follow their fact, those without it last, and equal ones keep their order', () => {
  fc.assert(
    fc.property(
      rowsArbitrary,
      fc.constantFrom('end', 'float', 'progress'),
      fc.boolean(),
      (rows, sortBy, descending) => {
        const filter = { text: '', lateOnly: false };
        const { source } = arranged(rows, { groupBy: 'owner', sortBy, descending, filter }, words);
        for (let at = 1; at < source.length; at++) {
          const [before, row] = [source[at - 1] ?? -1, source[at] ?? -1];
          if (before < 0 || row < 0) continue;
          const [first, second] = [rows[sortBy][before] ?? noDay, rows[sortBy][row] ?? noDay];
          if (first === second) expect(before).toBeLessThan(row);
          else if (second !== noDay) expect(first !== noDay && first > second).toBe(descending);
        }
      },
    ),
    { numRuns: 300 },
  );
});
