// The clock: which day it is, how long something took, and when to pause. Nothing else in the extension reads the time.
import { type Day, parseDay } from '../base/day';

/** Today in an IANA zone; in the editor's own zone when none is given or the given one does not exist. */
export function today(timeZone?: string): Day {
  const found = parseDay(formatter(timeZone).format(Date.now())) ?? parseDay(formatter(undefined).format(Date.now()));
  if (found === undefined) throw new Error('The runtime does not write days as YYYY-MM-DD');
  return found;
}

/** The day of a moment given in milliseconds since 1970, in the editor's own zone; `undefined` where no plan could name it. */
export function dayOfTime(ms: number): Day | undefined {
  return Number.isFinite(ms) && Math.abs(ms) < 1e14 ? parseDay(dayFormat(undefined).format(ms)) : undefined;
}

/** Milliseconds since 1970, to be compared with the times of files. */
export function now(): number {
  return Date.now();
}

/** Lets other work of the extension host run when more than `sliceMs` have passed since it last could. */
export function breather(sliceMs = 12): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < sliceMs) return;
    await pause(0);
    since = performance.now();
  };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(timeZone: string | undefined): Intl.DateTimeFormat {
  // The editor's own zone is asked for anew each time: a laptop travels.
  if (timeZone === undefined) return dayFormat(undefined);
  let known = formatters.get(timeZone);
  if (!known) {
    try {
      known = dayFormat(timeZone);
    } catch {
      return dayFormat(undefined);
    }
    formatters.set(timeZone, known);
  }
  return known;
}

function dayFormat(timeZone: string | undefined): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-CA', {
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    ...(timeZone === undefined ? {} : { timeZone }),
  });
}
