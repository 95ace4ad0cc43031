// Medians and quantiles of timings.

/** @param {readonly number[]} values @param {number} part between 0 and 1 */
export function quantile(values, part) {
  const sorted = [...values].sort((a, b) => a - b);
  if (sorted.length === 0) return Number.NaN;
  const at = (sorted.length - 1) * part;
  const low = Math.floor(at);
  const high = Math.min(sorted.length - 1, low + 1);
  return sorted[low] + (sorted[high] - sorted[low]) * (at - low);
}

/** @param {readonly number[]} values */
export function median(values) {
  return quantile(values, 0.5);
}
