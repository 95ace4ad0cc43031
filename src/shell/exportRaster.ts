// Asks the panel's page for the pixels of a picture, which only a page can make. Waits until a page that is just opening listens.
import type { Picture } from '../drawing/svg';
import type { FromPanel, ToPanel } from '../protocol/messages';

type Raster = Extract<FromPanel, { type: 'raster' }>;

export interface Rasters {
  /** The picture as a PNG; `undefined` where the page could not make it, or does not answer. */
  ask(picture: Picture, post: (message: ToPanel) => void): Promise<Uint8Array | undefined>;
  answer(message: Raster): void;
}

const againMs = 700;
const longestMs = 30_000;
/** What the page takes as a side of a picture; the picture has no size of its own and can be told a smaller one. */
const longestSide = 32_000;
const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

export function rasters(): Rasters {
  const waiting = new Map<number, (png: Uint8Array | undefined) => void>();
  let last = 0;
  return {
    answer: ({ id, png }) =>
      waiting.get(id)?.(png && signature.every((byte, at) => png[at] === byte) ? png : undefined),
    ask: ({ svg, width, height }, post) => {
      last += 1;
      const id = last;
      const fit = Math.min(1, longestSide / Math.max(width, height));
      const size = { width: Math.max(1, Math.round(width * fit)), height: Math.max(1, Math.round(height * fit)) };
      return new Promise((done) => {
        const request = () => post({ type: 'rasterise', id, svg, ...size });
        const again = setInterval(request, againMs);
        const end = (png: Uint8Array | undefined) => {
          clearInterval(again);
          clearTimeout(late);
          waiting.delete(id);
          done(png);
        };
        const late = setTimeout(end, longestMs, undefined);
        waiting.set(id, end);
        request();
      });
    },
  };
}
