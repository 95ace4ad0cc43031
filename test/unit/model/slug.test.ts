import { describe, expect, it } from 'vitest';
import { isId, slugOf } from '../../../src/model/slug';

describe('the slug of a title', () => {
  it.each([
    ['Site live', 'site-live'],
    ['  Größe & Gewicht!  ', 'größe-gewicht'],
    ['東京タワー 2', '東京タワー-2'],
    ['Cafe\u0301', 'café'],
    ['हिन्दी', 'हिन्दी'],
    ['v1.2_rc-3', 'v1-2-rc-3'],
    ['🚀️', 'milestone'],
    ['', 'milestone'],
  ])('%j is %j', (title, slug) => {
    expect(slugOf(title)).toBe(slug);
  });

  it('is cut, and does not take long for a long title', () => {
    expect(slugOf('word '.repeat(100_000)).length).toBeLessThanOrEqual(100);
  });
});

describe('an id', () => {
  it.each(['design', 'm-01', '007', '1.10', 'größe_1', '東京', 'हिन्दी', '__proto__', '-a', 'x'.repeat(200)])(
    'can be %j',
    (id) => {
      expect(isId(id)).toBe(true);
    },
  );

  it.each([
    '',
    'M 1',
    '../x',
    'a/b',
    'a~2',
    '"><b>',
    'a\u200bb',
    '\u202egpj',
    'cafe\u0301',
    '\u0301a',
    '🚀',
    'x'.repeat(201),
  ])('cannot be %j', (id) => {
    expect(isId(id)).toBe(false);
  });
});
