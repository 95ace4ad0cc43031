import { describe, expect, test } from 'vitest';
import { rasterFactor } from '../../../src/drawing/rasterSize';
import { hatchPath } from '../../../src/drawing/svgIcons';
import { agreementInk, byState, ink, inkOf, tint } from '../../../src/drawing/svgInk';
import { shortened, textWidth, xmlText } from '../../../src/drawing/svgText';

/** WCAG 2.2, relative luminance and contrast. */
function contrast(a: string, b: string): number {
  const luminance = (color: string) => {
    const parts = [1, 3, 5].map((at) => {
      const share = Number.parseInt(color.slice(at, at + 2), 16) / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * (parts[0] ?? 0) + 0.7152 * (parts[1] ?? 0) + 0.0722 * (parts[2] ?? 0);
  };
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((left, right) => right - left);
  return (light + 0.05) / (dark + 0.05);
}

describe('colours', () => {
  const states = Object.values(byState(inkOf));
  test.each([ink.text, ink.muted])('words in %s can be read on every ground', (color) => {
    for (const ground of [ink.ground, ink.band, ink.closed])
      expect(contrast(color, ground)).toBeGreaterThanOrEqual(4.5);
  });

  test('words inside a bar can be read on its open part', () => {
    for (const color of states) expect(contrast(ink.text, tint(color, 0.26))).toBeGreaterThanOrEqual(4.5);
  });

  test('today stands out, as line and as words', () => {
    expect(contrast(ink.onToday, ink.today)).toBeGreaterThanOrEqual(4.5);
  });

  test('shapes stand out from every ground', () => {
    const shapes = [
      ...states,
      ...Object.values(agreementInk),
      ink.mark,
      ink.arrow,
      ink.critical,
      ink.planBar,
      ink.today,
    ];
    for (const color of shapes)
      for (const ground of [ink.ground, ink.band, ink.closed])
        expect(contrast(color, ground), color).toBeGreaterThanOrEqual(3);
  });
});

describe('texts', () => {
  test.each([
    ['a<b>&"\'`', 'a&#60;b&#62;&#38;&#34;&#39;&#96;'],
    ['Zürich · 5 %', 'Zürich · 5 %'],
    ['a\tb\r\nc\u2028d', 'a b c d'],
    ['\u0000a\u202eb\u200bc\ufeff', 'abc'],
    ['\ud800x\udc00', '\ufffdx\ufffd'],
    ['\uffff\ufffe', '\ufffd\ufffd'],
    ['👩‍💻', '👩‍💻'],
    ['&amp;', '&#38;amp;'],
  ])('%j becomes %j', (text, encoded) => {
    expect(xmlText(text)).toBe(encoded);
  });

  test('are as wide as their letters, and bold ones wider', () => {
    expect(textWidth('', 12)).toBe(0);
    expect(textWidth('iiii', 12)).toBeLessThan(textWidth('mmmm', 12));
    expect(textWidth('Design', 12, true)).toBeGreaterThan(textWidth('Design', 12));
    expect(textWidth('計画', 10)).toBeGreaterThanOrEqual(20);
    expect(textWidth('a\u0301', 12)).toBe(textWidth('a', 12));
  });

  test.each(['A long title with many words', '計画の名前はとても長い', '👩👩👩👩👩👩👩👩', 'العنوان الطويل جدا هنا'])(
    '%s is shortened to its room and not within a pair',
    (text) => {
      for (const room of [20, 40, 60, 80]) {
        const short = shortened(text, room, 13);
        expect(textWidth(short, 13)).toBeLessThanOrEqual(room);
        expect(short).not.toMatch(/[\ud800-\udbff]…$/);
      }
      expect(shortened(text, 10_000, 13)).toBe(text);
    },
  );
});

describe('the pixels of a picture', () => {
  test.each([
    [1200, 600, 2],
    [1200, 8_000, 2],
    [1200, 16_384, 1],
    [8_000, 8_000, Math.sqrt(120_000_000) / 8_000],
  ])('of %i × %i are %f times as many on each side', (width, height, factor) => {
    expect(rasterFactor(width, height)).toBeCloseTo(factor, 6);
  });

  test('stay within what a canvas holds', () => {
    for (const [width, height] of [
      [480, 100_000],
      [8_000, 32_000],
      [1, 1],
      [16_000, 16_000],
    ] as const) {
      const factor = rasterFactor(width, height);
      expect(Math.max(width, height) * factor).toBeLessThanOrEqual(16_384 + 1e-6);
      expect(width * height * factor * factor).toBeLessThanOrEqual(120_000_000 + 1);
    }
  });
});

test('hatching stays in its area, and of a long one its lines are bounded', () => {
  for (const width of [3, 40, 500, 100_000]) {
    const d = hatchPath({ x: 10, y: 5, width, height: 7 });
    const points = [...d.matchAll(/[ML]([-\d.]+) ([-\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const);
    expect(points.length).toBeLessThan(1_300);
    for (const [x, y] of points) {
      expect(x).toBeGreaterThanOrEqual(10);
      expect(x).toBeLessThanOrEqual(10 + width + 0.1);
      expect(y).toBeGreaterThanOrEqual(5);
      expect(y).toBeLessThanOrEqual(12.1);
    }
  }
});
