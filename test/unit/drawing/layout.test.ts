import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day } from '../../../src/base/day';
import { type Frame, layoutRows, type RowBox, rowsIn } from '../../../src/drawing/layout';
import { metricsOf } from '../../../src/drawing/metrics';
import { shownRows } from '../../../src/drawing/shown';
import type { RowState } from '../../../src/report/timelineRows';
import { type Row, rows } from './rows';

const start = day('2026-11-01');

/** 10 pixels a day from 1 November, a window of 600 × 280, six pixels a letter. */
function frame(specs: readonly Row[], window: Partial<Frame['viewport']> = {}): Frame {
  const plan = rows(specs);
  return {
    rows: plan,
    shown: shownRows(plan, new Set()),
    scale: { start, pxPerDay: 10 },
    viewport: { left: 0, width: 600, top: 0, height: 280, ...window },
    measure: (text) => text.length * 6,
    metrics: metricsOf.comfortable,
  };
}
const only = (spec: Row, window: Partial<Frame['viewport']> = {}): RowBox => {
  const [box] = layoutRows(frame([spec], window));
  if (!box) throw new Error('no box');
  return box;
};

describe('shapes', () => {
  test('a bar covers its first and its last day', () => {
    expect(only({ start: '2026-11-02', end: '2026-11-11', progress: 40 })).toMatchObject({
      shape: 'bar',
      x: 10,
      width: 100,
      doneWidth: 40,
    });
  });
  test('a milestone without a start is a diamond in the middle of its day', () => {
    expect(only({ end: '2026-11-11' })).toMatchObject({ shape: 'diamond', x: 98, width: 14 });
  });
  test('a start after the end is no bar', () => {
    expect(only({ start: '2026-11-12', end: '2026-11-11' }).shape).toBe('diamond');
  });
  test('a bar stays wide enough to be seen', () => {
    const tiny = { ...frame([{ start: '2026-11-02', end: '2026-11-02' }]), scale: { start, pxPerDay: 0.1 } };
    expect(layoutRows(tiny)[0]?.width).toBe(5);
  });
  test('a plan has a bar of its own kind, and a row without a day has none', () => {
    expect(only({ depth: 0, start: '2026-11-02', end: '2026-11-11' }).shape).toBe('plan');
    expect(only({ details: 'no date' })).toMatchObject({ shape: 'none', label: { place: 'hidden' } });
  });
});

describe('marks', () => {
  test('the overdue tail runs from the end to the middle of today', () => {
    expect(only({ start: '2026-11-02', end: '2026-11-18', state: 'late' }).tail).toBe(45);
    expect(only({ start: '2026-11-02', end: '2026-11-18', state: 'done' }).tail).toBe(0);
    expect(only({ start: '2026-11-02', end: '2026-11-28', state: 'late' }).tail).toBe(0);
  });
  test('the baseline is marked where it differs from the end', () => {
    expect(only({ end: '2026-11-18', baseline: '2026-11-13' }).baseline).toBe(125);
    expect(only({ end: '2026-11-18', baseline: '2026-11-18' }).baseline).toBeUndefined();
  });
  test('the deadline stands at the end of its day and says whether it is passed', () => {
    expect(only({ end: '2026-11-18', deadline: '2026-11-18' })).toMatchObject({ deadline: 180, deadlinePassed: false });
    expect(only({ end: '2026-11-19', deadline: '2026-11-18' }).deadlinePassed).toBe(true);
  });
});

describe('labels', () => {
  const details = '1234567890';
  const bar = { start: '2026-11-02', end: '2026-11-11', details };
  test('stand behind the bar, past its marks', () => {
    expect(only(bar).label).toEqual({
      place: 'end',
      x: 122,
      textX: 122,
      marks: [],
      width: 60,
      text: details,
      glyph: false,
      plate: false,
    });
    expect(only({ ...bar, deadline: '2026-11-20' }).label.x).toBe(221);
  });
  test('leave room for the glyph of a state that has one', () => {
    expect(only({ ...bar, state: 'at-risk' }).label).toMatchObject({ glyph: true, width: 76 });
  });
  test('stand before the bar where the window ends behind it', () => {
    expect(only({ start: '2026-12-20', end: '2026-12-29', details }).label).toMatchObject({ place: 'start', x: 412 });
  });
  test('stand inside a bar that fills the window, first on the part that is not done', () => {
    const long = { start: '2026-10-01', end: '2027-03-01', details };
    expect(only({ ...long, progress: 25 }).label).toMatchObject({ place: 'inside', x: 82, plate: false });
    expect(only({ ...long, progress: 100 }).label).toMatchObject({ place: 'inside', x: 12, plate: true });
  });
  test('point to a bar outside of the window', () => {
    expect(only({ start: '2026-10-01', end: '2026-10-05', details }).label).toMatchObject({ place: 'before', x: 20 });
    expect(only({ start: '2027-10-01', end: '2027-10-05', details }).label).toMatchObject({ place: 'after', x: 520 });
  });
  test('have the icon of a state that asks for something, and none of a quiet one', () => {
    const glyph = (state: RowState) => only({ ...bar, details, state }).label.glyph;
    expect([glyph('blocked'), glyph('late'), glyph('done')]).toEqual([true, true, true]);
    expect([glyph('planned'), glyph('waiting'), glyph('on-track')]).toEqual([false, false, false]);
  });
  test('go without it rather than hide the progress of a bar', () => {
    const long = { start: '2026-10-01', end: '2027-03-01', progress: 45, details };
    expect(only({ ...long, notes: 'n'.repeat(15) }).label).toMatchObject({
      place: 'inside',
      text: `${details} · ${'n'.repeat(15)}`,
      plate: false,
    });
    expect(only({ ...long, notes: 'n'.repeat(40) }).label).toMatchObject({
      place: 'inside',
      text: details,
      plate: false,
    });
    expect(only({ ...long, progress: 100, notes: 'n'.repeat(40) }).label).toMatchObject({ plate: true, width: 318 });
  });
  test('go without what the schedule adds where there is no room for it', () => {
    const notes = 'n'.repeat(40);
    expect(only({ ...bar, notes }).label).toMatchObject({ place: 'end', text: `${details} · ${notes}`, width: 318 });
    expect(only({ ...bar, notes: 'n'.repeat(80) }).label).toMatchObject({ place: 'end', text: details });
    const some = { ...bar, notes: `first · ${'n'.repeat(80)} · last` };
    expect(only(some).label).toMatchObject({ place: 'end', text: `${details} · first` });
    expect(only({ ...some, details: '' }).label).toMatchObject({ place: 'end', text: 'first' });
    const plan = { ...bar, depth: 0, details: `first · ${'n'.repeat(80)}` };
    expect(only(plan).label.text).toBe('first');
    expect(only({ ...plan, depth: 1 }).label.place).toBe('hidden');
    expect(only({ ...bar, details: '', notes }).label.text).toBe(notes);
    expect(only({ ...bar, details: '', notes: 'n'.repeat(200) }).label.place).toBe('hidden');
  });
  test('stand behind a forecast and its marks, and above the float', () => {
    expect(only({ ...bar, forecast: '2026-11-14' }).label.x).toBe(152);
    expect(only({ ...bar, forecast: '2026-11-14', short: true }).label.x).toBe(165);
    expect(only({ ...bar, lateFinish: '2026-12-14' }).label.x).toBe(122);
  });
  test('stand in the window with a forecast that reaches into it', () => {
    const early = { start: '2026-10-01', end: '2026-10-20', forecast: '2026-11-14', details };
    expect(only(early).label).toMatchObject({ place: 'end', x: 152 });
    expect(only({ ...early, forecast: '2026-10-25' }).label).toMatchObject({ place: 'before', x: 20 });
  });
  test('are left out rather than cut', () => {
    expect(only({ ...bar, details: 'x'.repeat(200) }).label.place).toBe('hidden');
  });
});

describe('the window', () => {
  const many = Array.from({ length: 1000 }, () => ({ end: '2026-11-11' }));
  test('decides which rows are laid out', () => {
    const boxes = layoutRows(frame(many, { top: 100 * 28 + 5, height: 280 }));
    expect(boxes.map((box) => box.row)).toEqual(Array.from({ length: 11 }, (_, at) => 100 + at));
    expect(boxes[0]?.y).toBe(2800);
  });
  test('holds no row beyond the last', () => {
    expect(rowsIn({ count: 3 }, { top: 5000, height: 100 }, metricsOf.comfortable)).toEqual({ first: 178, last: 2 });
    expect(layoutRows(frame([], {}))).toEqual([]);
  });
});

test('a label inside the window lies wholly in it and never on its own row’s marks, whatever the plan and the zoom', () => {
  const date = fc.integer({ min: 1, max: 28 }).map((number) => `2026-11-${String(number).padStart(2, '0')}`);
  const some = fc.record(
    {
      start: date,
      end: date,
      baseline: date,
      deadline: date,
      forecast: date,
      lateFinish: date,
      critical: fc.boolean(),
      short: fc.boolean(),
      notes: fc.string({ maxLength: 30 }),
      progress: fc.nat(100),
      details: fc.string({ maxLength: 30 }),
      state: fc.constantFrom('late', 'planned', 'blocked', 'done'),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(
      fc.array(some, { minLength: 1, maxLength: 8 }),
      fc.double({ min: 0.05, max: 90, noNaN: true }),
      fc.integer({ min: -900, max: 900 }),
      (specs, pxPerDay, left) => {
        const base = frame(specs as Row[], { left });
        for (const box of layoutRows({ ...base, scale: { start, pxPerDay } })) {
          const { place, x, width } = box.label;
          if (place === 'hidden') continue;
          expect(x).toBeGreaterThanOrEqual(left);
          expect(x + width).toBeLessThanOrEqual(left + 600);
          for (const mark of [box.baseline, box.deadline]) {
            if (mark !== undefined) expect(mark > x && mark < x + width).toBe(false);
          }
          if (place === 'end' || place === 'start') expect(x >= box.end || x + width <= box.x).toBe(true);
        }
      },
    ),
  );
});
