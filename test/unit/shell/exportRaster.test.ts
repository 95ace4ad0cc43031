import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ToPanel } from '../../../src/protocol/messages';
import { rasters } from '../../../src/shell/exportRaster';

const picture = { svg: '<svg/>', width: 1200, height: 600 };
const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2]);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** What was posted, and the answer to it. */
function asking(of = picture) {
  const posted: ToPanel[] = [];
  const all = rasters();
  const answered = all.ask(of, (message) => void posted.push(message));
  const idOf = () => {
    const [first] = posted;
    return first?.type === 'rasterise' ? first.id : -1;
  };
  return { posted, answered, idOf, answer: all.answer };
}

test('the page is asked again until it listens, always by the same number', async () => {
  const { posted, answered, idOf, answer } = asking();
  expect(posted).toHaveLength(1);
  vi.advanceTimersByTime(2_200);
  expect(posted).toHaveLength(4);
  expect(new Set(posted.map((message) => JSON.stringify(message)))).toHaveLength(1);
  answer({ type: 'raster', id: idOf(), png });
  expect(await answered).toBe(png);
  vi.advanceTimersByTime(10_000);
  expect(posted).toHaveLength(4);
});

test.each([
  ['nothing', undefined],
  ['no PNG', Uint8Array.from([1, 2, 3])],
  ['something empty', new Uint8Array()],
])('an answer with %s is no picture', async (_, bytes) => {
  const { answered, idOf, answer } = asking();
  answer({ type: 'raster', id: idOf(), ...(bytes ? { png: bytes } : {}) });
  expect(await answered).toBeUndefined();
});

test('an answer to nothing that was asked changes nothing', async () => {
  const { answered, idOf, answer } = asking();
  answer({ type: 'raster', id: idOf() + 5, png });
  answer({ type: 'raster', id: idOf(), png });
  expect(await answered).toBe(png);
});

test('a page that never answers ends the wait', async () => {
  const { answered } = asking();
  vi.advanceTimersByTime(31_000);
  expect(await answered).toBeUndefined();
});

test('a picture longer than a page takes is told smaller, in its own proportions', () => {
  const { posted } = asking({ svg: '<svg/>', width: 1200, height: 64_000 });
  expect(posted[0]).toMatchObject({ width: 600, height: 32_000 });
});
