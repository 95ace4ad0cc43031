// What comes into the page is anything until it has been read: hostile messages are nothing, and rows that were shown stay.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changeBetween } from '../../../src/protocol/change';
import type { RowsChange } from '../../../src/protocol/wire';
import type { TimelineRows } from '../../../src/report/timelineRows';
import { incoming } from '../../../src/webview/incoming';
import { rowsMessage, rowsOf, website } from '../../browser/fixtures/rows';
import { seen } from '../protocol/rowsFrom';

const before = rowsOf(website);
const after = rowsOf(website.map((spec, row) => (row === 6 ? { ...spec, end: '2026-11-30', details: 'later' } : spec)));
const whole = rowsMessage(before, 3);
const change = changeBetween(before, after) as RowsChange;
const changing = { type: 'change', turn: 4, base: 3, number: 4, change };

function page() {
  let lost = 0;
  const read = incoming(() => lost++);
  const rows = (value: unknown): TimelineRows | undefined => {
    const message = read(value);
    return message?.type === 'rows' ? message.rows : undefined;
  };
  return { read, rows, lost: () => lost };
}

test('all of it, then a change of it', () => {
  const { read, rows, lost } = page();
  expect(read(whole)).toMatchObject({
    type: 'rows',
    number: 3,
    locale: 'en',
    audience: 'team',
    density: 'comfortable',
  });
  expect(seen(rows(changing) ?? before)).toEqual(seen(after));
  expect(read({ ...changing, turn: 5, base: 4, words: { Week: 'Woche' } })).toMatchObject({ words: { Week: 'Woche' } });
  expect(lost()).toBe(0);
});

test('a change of what never came is asked for once, until all of it comes', () => {
  const { read, rows, lost } = page();
  expect(read(changing)).toBeUndefined();
  expect(lost()).toBe(0);
  read(whole);
  expect(read({ ...changing, base: 2 })).toBeUndefined();
  expect(read({ ...changing, base: 7 })).toBeUndefined();
  expect(lost()).toBe(1);
  expect(rows(whole)).toBeDefined();
  read({ ...changing, base: 2 });
  expect(lost()).toBe(2);
});

const rows = (more: object) => ({ ...whole, rows: { ...whole.rows, ...more } });
const numbers = (more: object) => rows({ numbers: { ...whole.rows.numbers, ...more } });
const bytes = (more: object) => rows({ bytes: { ...whole.rows.bytes, ...more } });
const { titles, refs, labels, common, criticalLinks } = whole.rows;
const count = before.count;

describe('rows of which anything is wrong', () => {
  test.each<[string, unknown]>([
    ['no rows', { ...whole, rows: undefined }],
    ['a list', { ...whole, rows: [] }],
    ['no turn', { ...whole, turn: undefined }],
    ['a number that is none', { ...whole, number: Number.NaN }],
    ['no frame', { ...whole, frame: undefined }],
    ['an audience nobody knows', { ...whole, frame: { ...whole.frame, audience: 'all' } }],
    ['a weekday beyond the week', { ...whole, frame: { ...whole.frame, firstWeekday: 8 } }],
    ['as many rows as anybody likes', rows({ count: 4e9 })],
    ['one row more', rows({ count: count + 1 })],
    ['a count below nothing', rows({ count: -1 })],
    ['no day for today', rows({ today: 1e12 })],
    ['no titles', rows({ titles: undefined })],
    ['cuts that go back', rows({ titles: { ...titles, cuts: titles.cuts.map((cut, at) => (at === 2 ? 0 : cut)) } })],
    ['cuts beyond the text', rows({ titles: { ...titles, text: 'short' } })],
    ['cuts as a list', rows({ titles: { ...titles, cuts: [...titles.cuts] } })],
    ['too few cuts', rows({ titles: { ...titles, cuts: titles.cuts.slice(1) } })],
    ['a head that is not there', rows({ refs: { ...refs, head: 99 } })],
    ['a phrase that is not there', rows({ labels: { ...labels, at: labels.at.map(() => 99_999) } })],
    ['a phrase before the first', rows({ labels: { ...labels, at: labels.at.map(() => -1) } })],
    ['no common texts', rows({ common: {} })],
    ['a text that is not there', rows({ common: { ...common, notes: { ...common.notes, index: 7 } } })],
    ['a column missing', numbers({ end: undefined })],
    ['a column too short', numbers({ end: before.end.slice(1) })],
    ['a column of another kind', numbers({ end: Float64Array.from(before.end) })],
    ['a day after all days', numbers({ end: 2_000_000_000 })],
    ['rows inside that end outside', numbers({ inside: before.inside.map(() => 99) })],
    [
      'rows inside each other',
      numbers({ inside: Int32Array.from({ length: count }, (_, row) => (row < 2 ? 4 : row === 4 ? 3 : 0)) }),
    ],
    ['an owner without a name', numbers({ owner: 3 })],
    ['a calendar that is not there', numbers({ calendar: 9 })],
    ['a state nobody knows', bytes({ state: 11 })],
    ['a mark nobody knows', bytes({ payment: 8 })],
    ['more than all of it', bytes({ progress: 101 })],
    ['a link from nowhere', rows({ links: Int32Array.of(-1, 2), criticalLinks: Uint8Array.of(0) })],
    ['a link to nowhere', rows({ links: Int32Array.of(1, count), criticalLinks: Uint8Array.of(0) })],
    ['half a link', rows({ links: Int32Array.of(1) })],
    ['a link that is not told of', rows({ criticalLinks: criticalLinks.slice(1) })],
    ['an overload without words', rows({ overloads: [{}] })],
    ['owners that are no names', rows({ owners: [{ toString: 1 }] })],
    [
      'a calendar that runs backwards',
      rows({ calendars: [{ workweek: 31, holidays: Int32Array.of(5, 4), workdays: new Int32Array() }] }),
    ],
    [
      'a week of eight days',
      rows({ calendars: [{ workweek: 255, holidays: new Int32Array(), workdays: new Int32Array() }] }),
    ],
  ])('%s', (_, message) => {
    const { read, rows: shown } = page();
    expect(read(message)).toBeUndefined();
    read(whole);
    expect(read(message)).toBeUndefined();
    expect(seen(shown(changing) ?? before)).toEqual(seen(after));
  });
});

describe('changes of which anything is wrong', () => {
  test.each<[string, object]>([
    ['nothing', { change: undefined }],
    ['another count', { change: { ...change, count: count + 1 } }],
    ['rows from nothing', { change: { ...change, count: 1_000_000, hunks: Int32Array.of(0, 0, 1_000_000 - count) } }],
    ['hunks that overlap', { change: { ...change, count: count - 4, hunks: Int32Array.of(3, 2, 0, 4, 2, 0) } }],
    ['hunks beyond the end', { change: { ...change, count: count - 4, hunks: Int32Array.of(count - 2, 4, 0) } }],
    ['hunks of less than nothing', { change: { ...change, count: count + 4, hunks: Int32Array.of(3, -4, 0) } }],
    ['half a hunk', { change: { ...change, hunks: Int32Array.of(3) } }],
    ['links that are left behind', { change: { ...change, count: count - 1, hunks: Int32Array.of(3, 1, 0) } }],
    ['a row beyond the last', { change: { ...change, numbers: { end: Int32Array.of(count, 5) } } }],
    ['half a pair', { change: { ...change, numbers: { end: Int32Array.of(2) } } }],
    ['a day after all days', { change: { ...change, numbers: { end: Int32Array.of(2, 2_000_000_000) } } }],
    ['an owner without a name', { change: { ...change, numbers: { owner: Int32Array.of(2, 5) } } }],
    ['a state nobody knows', { change: { ...change, bytes: { state: Int32Array.of(2, 12) } } }],
    ['a byte that is none', { change: { ...change, bytes: { flags: Int32Array.of(2, 256) } } }],
    [
      'a text that did not come',
      { change: { ...change, texts: { notes: { at: Int32Array.of(2, 1), texts: ['a'] } } } },
    ],
    ['a text that is none', { change: { ...change, texts: { notes: { at: Int32Array.of(2, 0), texts: [7] } } } }],
    [
      'links nobody has',
      { change: { ...change, links: { at: 999, removed: 1, pairs: new Int32Array(), critical: new Uint8Array() } } },
    ],
    [
      'a link to nowhere',
      { change: { ...change, links: { at: 0, removed: 0, pairs: Int32Array.of(1, 999), critical: Uint8Array.of(0) } } },
    ],
    ['a frame that is none', { frame: {} }],
    ['no turn', { turn: -1 }],
  ])('%s', (_, more) => {
    const { read, rows: shown } = page();
    read(whole);
    expect(read({ ...changing, ...more })).toBeUndefined();
    expect(seen(shown(changing) ?? before)).toEqual(seen(after));
  });
});

const task = { task: 0, was: 'x', title: 'X', done: false };
const card = { title: 'A', detail: '', lines: [{ label: 'Owner', text: 'Kim' }, { text: 'More' }], tasks: [task] };
const effect = { workingDays: -2, text: 'two days earlier', moved: [{ ref: 'a#b', forecast: 20_000 }] };

describe('other messages', () => {
  test.each<object>([
    { type: 'select', ref: 'a#b' },
    { type: 'card', ref: 'a#b', card },
    { type: 'effect', id: 1, effect },
    { type: 'settled', id: 1 },
    { type: 'settled', id: 1, refused: 'The plan says otherwise by now.' },
    { type: 'rasterise', id: 1, svg: '<svg/>', width: 100, height: 50 },
  ])('%j is read', (message) => {
    expect(page().read({ ...message, more: 1 })).toEqual(message);
  });

  test.each<[unknown]>([
    [{ type: 'rows', number: 1, rows: before }],
    [{ type: 'select', ref: '' }],
    [{ type: 'card', ref: 'a#b', card: { ...card, lines: [{}] } }],
    [{ type: 'card', ref: 'a#b', card: { ...card, lines: new Array(201).fill({ text: '' }) } }],
    [{ type: 'card', ref: 'a#b', card: { ...card, tasks: [{ ...task, done: 1 }] } }],
    [{ type: 'card', card }],
    [{ type: 'effect', id: -1, effect }],
    [{ type: 'effect', id: 1, effect: { ...effect, workingDays: Number.POSITIVE_INFINITY } }],
    [{ type: 'effect', id: 1, effect: { ...effect, moved: new Array(201).fill(effect.moved[0]) } }],
    [{ type: 'effect', id: 1, effect: { ...effect, moved: [{ ref: 'a', forecast: 1e12 }] } }],
    [{ type: 'settled', id: 1, refused: 7 }],
    [{ type: 'settled', id: 1, refused: 'x'.repeat(3000) }],
    [{ type: 'rasterise', id: 1, svg: '<svg/>', width: 0, height: 50 }],
    [{ type: 'rasterise', id: 1, svg: '<svg/>', width: 100_000, height: 50 }],
  ])('%j is not', (message) => {
    expect(page().read(message)).toBeUndefined();
  });
});

test('nothing makes it throw', () => {
  const { read } = page();
  read(whole);
  const names = fc.constantFrom('whole', 'change', 'card', 'effect', 'settled', 'rasterise', 'select');
  const any = fc.anything({ withTypedArray: true, withNullPrototype: true });
  const rough = fc.record({ type: names, turn: fc.nat(9), base: fc.constant(3), number: fc.nat(9), id: fc.nat(9) });
  fc.assert(
    fc.property(rough, any, any, any, (message, a, b, c) => {
      read({ ...message, rows: a, change: a, frame: b, words: c, card: a, effect: b });
      read({ ...message, frame: whole.frame, rows: { ...whole.rows, titles: a, bytes: b, numbers: c } });
      read({ ...changing, change: { ...change, hunks: a, texts: b, links: c } });
      read(a);
    }),
    { numRuns: 300 },
  );
});
