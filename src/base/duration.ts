// Durations in working time as the author wrote them. Knows no calendar: hours and days are joined only by a given hours-per-day.

/** Working time, kept in the units it was written in. Each part may be fractional; all share one sign. */
export interface Duration {
  readonly weeks: number;
  readonly days: number;
  readonly hours: number;
}

const written = /^(-)?(?:(\d+(?:\.\d+)?)w)?\s*(?:(\d+(?:\.\d+)?)d)?\s*(?:(\d+(?:\.\d+)?)h)?$/;

/** Reads `3d`, `1.5d`, `4h`, `2w`, `1d 4h` and, for a lag, a leading minus; `undefined` for anything else. */
export function parseDuration(text: string): Duration | undefined {
  const match = written.exec(text.trim());
  if (!match || (match[2] === undefined && match[3] === undefined && match[4] === undefined)) return undefined;
  const sign = match[1] ? -1 : 1;
  const part = (value: string | undefined) => (value === undefined ? 0 : sign * Number(value));
  return { weeks: part(match[2]), days: part(match[3]), hours: part(match[4]) };
}

/** Working hours of a duration, given the hours of a working day and the working days of a week. */
export function durationHours(duration: Duration, hoursPerDay: number, daysPerWeek: number): number {
  return duration.hours + hoursPerDay * (duration.days + daysPerWeek * duration.weeks);
}

/** Whether a duration is below zero, which only a lag may be. */
export function isNegative(duration: Duration): boolean {
  return duration.weeks < 0 || duration.days < 0 || duration.hours < 0;
}
