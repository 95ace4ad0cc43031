// Mean and variance of work from three-point estimates, and of a path of it (PERT). Knows no links and no day.

/** Working days. */
export interface ThreePoint {
  readonly optimistic: number;
  readonly likely: number;
  readonly pessimistic: number;
}

export interface Spread {
  readonly mean: number;
  readonly variance: number;
}

/** te = (o + 4m + p) ÷ 6 and σ² = ((p − o) ÷ 6)² (Malcolm, Roseboom, Clark, Fazar 1959). */
export function spreadOf({ optimistic, likely, pessimistic }: ThreePoint): Spread {
  return { mean: (optimistic + 4 * likely + pessimistic) / 6, variance: ((pessimistic - optimistic) / 6) ** 2 };
}

/** Of independent work one after the other means and variances add. */
export function together(path: readonly Spread[]): Spread {
  return {
    mean: path.reduce((sum, { mean }) => sum + mean, 0),
    variance: path.reduce((sum, { variance }) => sum + variance, 0),
  };
}

/** P(T ≤ x) = Φ((x − μ) ÷ σ) for a path; without variance it is certain. */
export function shareBy({ mean, variance }: Spread, days: number): number {
  return variance > 0 ? phi((days - mean) / Math.sqrt(variance)) : Number(days >= mean);
}

/** The standard normal distribution, to 7.5e-8 (Abramowitz and Stegun 26.2.17). */
function phi(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const sum = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const tail = (Math.exp(-(z ** 2) / 2) / Math.sqrt(2 * Math.PI)) * sum;
  return z > 0 ? 1 - tail : tail;
}
