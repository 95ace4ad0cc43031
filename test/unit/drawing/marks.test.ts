import { describe, expect, test } from 'vitest';
import { agreementMarks } from '../../../src/drawing/agreement';
import { type Frame, layoutRows } from '../../../src/drawing/layout';
import { metricsOf } from '../../../src/drawing/metrics';
import { agreementShapes, stateIcons } from '../../../src/drawing/shapes';
import { shownRows } from '../../../src/drawing/shown';
import { type ApprovalMark, approvalMarks, type PaymentMark, paymentMarks } from '../../../src/report/timelineRows';
import { type Row, rows } from './rows';

describe('what is agreed about the work and its money', () => {
  const marks = (approval: ApprovalMark, payment: PaymentMark) =>
    agreementMarks(
      {
        approval: Uint8Array.of(approvalMarks.indexOf(approval)),
        payment: Uint8Array.of(paymentMarks.indexOf(payment)),
      },
      0,
    );
  test.each<[ApprovalMark, PaymentMark, readonly string[]]>([
    ['none', 'none', []],
    ['none', 'unfunded', []],
    ['none', 'funded', []],
    ['none', 'refunded', []],
    ['none', 'submitted', ['pay-submitted']],
    ['none', 'disputed', ['pay-disputed']],
    ['approved', 'none', ['approved']],
    ['approved', 'funded', ['approved']],
    ['approved', 'approved', ['pay-approved']],
    ['approved', 'released', ['pay-released']],
    ['approved', 'disputed', ['approved', 'pay-disputed']],
    ['changes-requested', 'submitted', ['changes-requested', 'pay-submitted']],
    ['rejected', 'released', ['rejected', 'pay-released']],
  ])('approval %s and payment %s', (approval, payment, expected) => {
    expect(marks(approval, payment)).toEqual(expected);
  });
  test('each has a shape of its own', () => {
    const shapes = [...Object.values(agreementShapes), ...Object.values(stateIcons)].map((shape) =>
      JSON.stringify(shape),
    );
    expect(new Set(shapes).size).toBe(shapes.length);
  });
});

const start = rows([{ end: '2026-11-01' }]).end[0] ?? 0;

function box(
  spec: Row & { readonly variance?: number; readonly payment?: PaymentMark },
  metrics: Frame['metrics'] = metricsOf.comfortable,
) {
  const plan = {
    ...rows([spec]),
    variance: Int32Array.of(spec.variance ?? 0),
    payment: Uint8Array.of(paymentMarks.indexOf(spec.payment ?? 'none')),
  };
  const [found] = layoutRows({
    ...{ rows: plan, shown: shownRows(plan, new Set()), scale: { start, pxPerDay: 10 }, metrics },
    ...{ viewport: { left: 0, width: 500, top: 0, height: 100 }, measure: (text: string) => text.length * 6 },
    days: (count: number) => `${count > 0 ? '+' : ''}${count} d`,
  });
  return found;
}

describe('words about marks', () => {
  test('the icons of what is agreed stand before the words, which move aside', () => {
    const label = box({
      start: '2026-11-02',
      end: '2026-11-11',
      details: '12345',
      payment: 'released',
      state: 'done',
    })?.label;
    expect(label).toMatchObject({ place: 'end', x: 122, textX: 154, width: 62, marks: ['pay-released'], glyph: true });
  });
  test('they stand there without words too', () => {
    const label = box({ start: '2026-11-02', end: '2026-11-11', payment: 'submitted' })?.label;
    expect(label).toMatchObject({ place: 'end', text: '', marks: ['pay-submitted'] });
  });
  test('a difference from the agreed date stands above the line of a diamond, past the lane of arrows', () => {
    expect(box({ end: '2026-11-25', baseline: '2026-11-10', variance: 15 })?.variance).toEqual({
      ...{ text: '+15 d', x: 103, width: 23, y: 11 },
    });
  });
  test('or outside of the agreed one, and the words of the row keep away from it', () => {
    const near = box({ end: '2026-11-12', baseline: '2026-11-10', variance: 2, details: '1234567890' });
    expect(near?.variance?.x).toBe(71);
    const late = box({ end: '2026-12-18', baseline: '2026-12-16', variance: 2, details: '1234567890' });
    expect(late?.label.place).toBe('start');
    expect((late?.label.x ?? 0) + (late?.label.width ?? 0)).toBeLessThan(late?.variance?.x ?? 0);
  });
  test('of a bar it stands beside the mark under it, and not where rows are too low for it', () => {
    const spec = { start: '2026-11-02', end: '2026-11-20', baseline: '2026-11-15', variance: 5 };
    expect(box(spec)?.variance).toEqual({ text: '+5 d', x: 119, width: 18, y: 27.5 });
    expect(box(spec, metricsOf.compact)?.variance).toBeUndefined();
  });
  test.each<[string, Row & { variance?: number }]>([
    ['without a difference', { end: '2026-11-20', baseline: '2026-11-20', variance: 0 }],
    ['without an agreed date', { end: '2026-11-20', variance: 3 }],
    ['at the edge of the window', { end: '2026-11-03', baseline: '2026-11-02', variance: 1 }],
    ['where a deadline flies', { end: '2026-11-20', baseline: '2026-11-18', deadline: '2026-11-16', variance: 2 }],
  ])('nothing %s', (_, spec) => {
    expect(box(spec)?.variance).toBeUndefined();
  });
});
