// Waits for a quiet moment: many small events become one piece of work.

export interface Quiet {
  /** Something happened: run once nothing more has for the quiet time, at the latest after the longest wait. */
  poke(): void;
  /** Forget what was poked, because the work is done by other means. */
  cancel(): void;
}

/** `quietMs` after the last poke, and at most `longestMs` after the first one, runs `work`. */
export function quiet(quietMs: number, longestMs: number, work: () => void): Quiet {
  let soon: ReturnType<typeof setTimeout> | undefined;
  let latest: ReturnType<typeof setTimeout> | undefined;
  const cancel = () => {
    clearTimeout(soon);
    clearTimeout(latest);
    soon = latest = undefined;
  };
  const run = () => {
    cancel();
    work();
  };
  return {
    poke: () => {
      clearTimeout(soon);
      soon = setTimeout(run, quietMs);
      latest ??= setTimeout(run, longestMs);
    },
    cancel,
  };
}
