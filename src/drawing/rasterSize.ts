// How large a picture may become as pixels. Host and page count alike, so that the host can say what the page will do.

/** What every browser's canvas can hold. */
const longestSide = 16_384;
const mostPixels = 120_000_000;
/** Twice as fine as on the screen, unless that would be too large. */
const usual = 2;

/** The factor from a picture's own pixels to those of its raster. */
export function rasterFactor(width: number, height: number): number {
  const bySide = longestSide / Math.max(1, width, height);
  const byArea = Math.sqrt(mostPixels / Math.max(1, width * height));
  return Math.min(usual, bySide, byArea);
}
