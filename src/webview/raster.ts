// Makes pixels of a picture: draws the host's SVG into a canvas and answers with a PNG. The SVG is loaded as an image, in which nothing can run or load.
import { rasterFactor } from '../drawing/rasterSize';
import type { FromPanel, ToPanel } from '../protocol/messages';

type Rasterise = Extract<ToPanel, { type: 'rasterise' }>;

/** Answers each request once, however often the host repeats it. */
export function rasteriser(send: (message: FromPanel) => void): (message: ToPanel) => void {
  const taken = new Set<number>();
  return (message) => {
    if (message.type !== 'rasterise' || taken.has(message.id)) return;
    taken.add(message.id);
    const { id } = message;
    drawn(message).then(
      (png) => send(png ? { type: 'raster', id, png } : { type: 'raster', id }),
      () => send({ type: 'raster', id }),
    );
  };
}

async function drawn({ svg, width, height }: Rasterise): Promise<Uint8Array | undefined> {
  const factor = rasterFactor(width, height);
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.floor(width * factor));
  canvas.height = Math.max(1, Math.floor(height * factor));
  const context = canvas.getContext('2d');
  if (!context) return undefined;
  const image = new Image(canvas.width, canvas.height);
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
  // Its memory is given back at once, not some time later.
  canvas.width = canvas.height = 0;
  return blob ? new Uint8Array(await blob.arrayBuffer()) : undefined;
}
