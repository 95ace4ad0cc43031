// Years, months and weeks of whole days, by integer arithmetic. Knows no time zone; used for ticks, never for rules of a plan.
// `base/day` knows them too, but through a calendar library that would make the panel's script larger by a third, for ticks drawn at each frame.

export interface Civil {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly dayOfMonth: number;
}

/** The Gregorian date of a day number. Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms". */
export function civilOf(day: number): Civil {
  const z = Math.floor(day) + 719_468;
  const era = Math.floor(z / 146_097);
  const doe = z - era * 146_097;
  const yoe = Math.floor((doe - Math.floor(doe / 1460) + Math.floor(doe / 36_524) - Math.floor(doe / 146_096)) / 365);
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100));
  const mp = Math.floor((5 * doy + 2) / 153);
  const month = mp < 10 ? mp + 3 : mp - 9;
  const year = yoe + era * 400 + (month <= 2 ? 1 : 0);
  return { year, month, dayOfMonth: doy - Math.floor((153 * mp + 2) / 5) + 1 };
}

/** The day number of the first of a month, counted as `year × 12 + month − 1`, so that months add up without carrying. */
export function firstOfMonth(monthIndex: number): number {
  const month = (((monthIndex % 12) + 12) % 12) + 1;
  const year = Math.floor(monthIndex / 12) - (month <= 2 ? 1 : 0);
  const era = Math.floor(year / 400);
  const yoe = year - era * 400;
  const doy = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5);
  return era * 146_097 + yoe * 365 + Math.floor(yoe / 4) - Math.floor(yoe / 100) + doy - 719_468;
}

/** `year × 12 + month − 1` of the month a day lies in. */
export function monthIndexOf(day: number): number {
  const { year, month } = civilOf(day);
  return year * 12 + month - 1;
}

/** 1 for Monday to 7 for Sunday. */
export function weekdayOf(day: number): number {
  return ((((Math.floor(day) + 3) % 7) + 7) % 7) + 1;
}
