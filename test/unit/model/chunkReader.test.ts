// Reading in parts gives exactly what reading whole gives, whatever happens to the text: plan, problems and every place.
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import { keepingReader } from '../../../src/model/chunkReader';
import type { PlanFile } from '../../../src/model/planFile';
import { readPlanFile } from '../../../src/model/read';
import { seed } from '../seed';
import { fixtures, mutated, type Named, randomOf, small } from './chunkTexts';

/** One reader for everything in this file: what it keeps of one text must not show in the next one. */
const reader = keepingReader({ chunkFrom: 0 });

/** Both ways of reading hold their places in different kinds of maps. */
function plainly({ places, ...file }: PlanFile): unknown {
  return { ...file, places: [...places] };
}

function differs(text: string, baseName = 'plan'): boolean {
  const inParts = plainly(reader.read(text, baseName).file);
  return !isDeepStrictEqual(inParts, plainly(readPlanFile(text, baseName)));
}

/** Stops at the first difference, showing both. */
function hold(text: string, told: string): void {
  if (!differs(text)) return;
  const fresh = keepingReader({ chunkFrom: 0 });
  const alone = plainly(fresh.read(text, 'plan').file);
  const stale = isDeepStrictEqual(alone, plainly(readPlanFile(text, 'plan')))
    ? ' (only after what was read before)'
    : '';
  expect(plainly(reader.read(text, 'plan').file), `${told}${stale}: ${JSON.stringify(text)}`).toEqual(
    plainly(readPlanFile(text, 'plan')),
  );
  throw new Error(`${told}${stale}: equal but not strictly: ${JSON.stringify(text)}`);
}

/** Far more changes, and every beginning of every text. */
const full = process.env.MILEPOST_CHUNKS === 'full';

describe('reading in parts gives what reading whole gives', () => {
  test.each([...small, ...fixtures()])('$name', ({ text, name }) => hold(text, name));

  test.each([
    'project: P\n? client\ncurrency: EUR\nmilestones:\n- title: A\n- title: B\n',
    '? client\ncurrency: EUR\nmilestones:\n- title: A\n- title: B\n',
    '\ufeff? client\ncurrency: EUR\nmilestones:\n- title: A\n- title: B\n',
    'project: P\nmilestones:\n- title: A\n- title: B\ncurrency: EUR\n? client\nstart: 2026-11-02\n',
    'project: P\n?\tclient\nmilestones:\n- title: A\n- title: B\n',
    'project: P\n?\n  client\nmilestones:\n- title: A\n- title: B\n',
  ])('a key behind a question mark: %j', (text) => hold(text, 'question mark'));

  test.each([
    'project: P\nmilestones:\n    - title: A\n#\n    -\n x',
    'project: P\nmilestones:\n    - title: A\n    # the end\n    -   \n    x-own: 1\nitle: a\n    - wrong\nx-own: 2\n',
  ])('a key farther right than the list it ends: %j', (text) => hold(text, 'key farther right'));

  test.each(small)(
    'half typed: every beginning of $name',
    ({ text, name }) => {
      for (let end = 0; end <= text.length; end++) hold(text.slice(0, end), `${name} up to ${end}`);
    },
    120_000,
  );

  test.each(fixtures())(
    'half typed: beginnings of $name',
    ({ text, name }) => {
      // Reading all beginnings of a long text whole takes minutes: with MILEPOST_CHUNKS=full.
      const every = full ? 1 : Math.max(1, Math.round((text.length / 700) ** 2));
      for (let end = seed % every; end <= text.length; end += every) hold(text.slice(0, end), `${name} up to ${end}`);
    },
    600_000,
  );

  test(`after any change (seed ${seed})`, () => {
    const random = randomOf(seed);
    const texts: readonly Named[] = [
      ...small,
      ...small,
      ...small,
      ...fixtures().filter(({ text }) => text.length < 2_500),
    ];
    const changes = full ? 200_000 : 20_000;
    let left = changes;
    let inParts = 0;
    while (left > 0) {
      const first = texts[random(texts.length)];
      let text = first?.text ?? '';
      for (let steps = 1 + random(12); steps > 0; steps--, left--) {
        text = mutated(text, random);
        hold(text, `seed ${seed}, ${left} left, ${first?.name}`);
        if (!(reader.read(text, 'plan').file.places instanceof Map)) inParts++;
        // A person takes most of what they mistyped back.
        if (random(3) === 0) text = first?.text ?? '';
      }
    }
    // Else the test would compare reading whole with itself.
    expect(inParts).toBeGreaterThan(changes / 10);
  }, 600_000);
});
