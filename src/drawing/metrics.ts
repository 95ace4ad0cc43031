// How high rows and bars are, in pixels, for each density. Knows no rows and no DOM.

export interface Metrics {
  readonly rowHeight: number;
  readonly barHeight: number;
  readonly planBarHeight: number;
}

/** By the names of the density setting. */
export const metricsOf = {
  comfortable: { rowHeight: 28, barHeight: 14, planBarHeight: 6 },
  compact: { rowHeight: 22, barHeight: 12, planBarHeight: 5 },
} as const satisfies Readonly<Record<string, Metrics>>;
