// How little crosses to the page when little changed, and when all of it does.
import { expect, test } from 'vitest';
import { changeBetween } from '../../../src/protocol/change';
import { packRows } from '../../../src/protocol/pack';
import { applyChange } from '../../../src/protocol/patch';
import { unpackRows } from '../../../src/protocol/unpack';
import { timelineRows } from '../../../src/report/timeline';
import { textAt } from '../../../src/report/timelineRows';
import { panelSender } from '../../../src/shell/panelSend';
import { generated, rowsMessage } from '../../browser/fixtures/rows';
import { english, snapshotOf } from '../report/snapshotOf';
import { bytesOf, seen } from './rowsFrom';

const plan = (due: string, more = '') => `project: Site
milestones:
${Array.from({ length: 300 }, (_, at) => `  - { id: m${at}, title: Milestone ${at}, due: 2026-12-${1 + (at % 28)} }`.replace(/-(\d) }/, '-0$1 }')).join('\n')}
  - { id: last, title: Site live, due: ${due}, dependsOn: [m3] }
  - { id: end, title: End of support, due: 2027-06-01 }
${more}`;
const rowsOf = (text: string) => timelineRows(snapshotOf(text), english);
const change = (before: string, after: string) => changeBetween(rowsOf(before), rowsOf(after));

test('one milestone that moved is less than a kilobyte, of any number of rows', () => {
  const before = rowsOf(plan('2027-02-05'));
  const after = rowsOf(plan('2027-02-09'));
  const moved = changeBetween(before, after);
  expect(bytesOf(moved)).toBeLessThan(1000);
  expect(bytesOf(packRows(after))).toBeGreaterThan(20_000);
  expect(moved?.hunks).toBeUndefined();
  expect(moved?.numbers.end).toHaveLength(2);
});

test('one milestone more, in the middle, is little more than its own row', () => {
  const more = change(
    plan('2027-02-05'),
    plan('2027-02-05').replace('  - { id: m9,', '  - { title: New }\n  - { id: m9,'),
  );
  expect([...(more?.hunks ?? [])]).toEqual([10, 0, 1]);
  expect(more?.links).toBeUndefined();
  expect(bytesOf(more)).toBeLessThan(1500);
});

test('a dependency more is one pair', () => {
  const more = change(plan('2027-02-05'), plan('2027-02-05').replace('id: m9,', 'id: m9, dependsOn: [m2],'));
  expect(more?.links?.pairs).toHaveLength(2);
});

test('nothing new is nothing', () => {
  expect(changeBetween(rowsOf(plan('2027-02-05')), rowsOf(plan('2027-02-05')))).toEqual({
    ...{ count: 303, today: 20_780, bytes: {}, numbers: {}, texts: {} },
  });
});

test('what did not change stays the very same for whoever draws from it', () => {
  const before = rowsOf(plan('2027-02-05'));
  const kept = unpackRows(packRows(before));
  const moved = changeBetween(before, rowsOf(plan('2027-02-09')));
  if (!moved) throw new Error('all of it is sent');
  const next = applyChange(kept, moved);
  const same = Object.entries(kept).filter(([name, column]) => next[name as keyof typeof next] === column);
  expect(same.map(([name]) => name)).toEqual(
    expect.arrayContaining(['refs', 'titles', 'inside', 'depth', 'links', 'start', 'owner', 'state']),
  );
  expect(next.end).not.toBe(kept.end);
});

test('100 000 rows are a fraction of what they are as values, and titles are not told twice', () => {
  const rows = generated(100_000);
  const packed = packRows(rows);
  expect(bytesOf(packed) / rows.count).toBeLessThan(140);
  expect(packed.numbers.statedDue).toBeTypeOf('number');
  const unpacked = unpackRows(packed);
  for (const row of [0, 1, 77_777, 99_999]) {
    expect(unpacked.labels.at(row)).toBe(textAt(rows.labels, row));
    expect(unpacked.refs.rowOf?.(textAt(rows.refs, row))).toBe(row);
  }
});

test('labels are told by their title and the phrases they share', () => {
  const { labels, titles } = packRows(rowsOf(plan('2027-02-05')));
  expect(labels.phrases.text).not.toContain('Milestone');
  expect(titles.text).toContain('Milestone 7Milestone 8');
  expect(labels.phrases.cuts.length).toBeLessThan(150);
});

test('a host sends all at first, then changes, and all again to a page that begins anew or did not get it', async () => {
  const sent: { type: string; turn?: number; base?: number; words?: unknown; frame?: unknown }[] = [];
  let isThere = true;
  const sender = panelSender(async (message) => {
    sent.push(message);
    return isThere;
  });
  const message = (due: string, audience: 'team' | 'client' = 'team') => ({
    ...({ type: 'rows', number: 1, rows: rowsOf(plan(due)), words: { Week: 'Week' }, audience } as const),
    ...({ locale: 'en', firstWeekday: 1, density: 'comfortable' } as const),
  });
  sender.send(message('2027-02-05'));
  sender.send(message('2027-02-09'));
  sender.send(message('2027-02-09', 'client'));
  sender.send({ type: 'select', ref: 'x' });
  expect(sent.map(({ type, turn, base }) => [type, turn, base])).toEqual([
    ['whole', 1, undefined],
    ['change', 2, 1],
    ['change', 3, 2],
    ['select', undefined, undefined],
  ]);
  expect(sent.map(({ words, frame }) => [words !== undefined, frame !== undefined])).toEqual([
    ...[
      [true, true],
      [false, false],
      [false, true],
      [false, false],
    ],
  ]);
  sender.forget();
  sender.send(message('2027-02-05'));
  isThere = false;
  sender.send(message('2027-02-09'));
  await new Promise((done) => setTimeout(done));
  sender.send(message('2027-02-05'));
  expect(sent.slice(4).map(({ type }) => type)).toEqual(['whole', 'change', 'whole']);
});

test('rows of the tests cross as those of the host do', () => {
  const rows = generated(250);
  expect(seen(unpackRows(rowsMessage(rows).rows))).toEqual(seen(rows));
});
