// What a timeline row marks of the schedule: forecast, float and the critical path, as days, flags and words. Computes no figure of its own.
import type { Day } from '../base/day';
import { counted, message, type Say } from '../base/message';
import type { Health, MilestoneSchedule, PlanSchedule } from '../schedule/schedule';
import { missingFloat } from './detail';
import type { Ground } from './ground';
import { rowFlags } from './timelineRows';

export interface Marks {
  /** `undefined` where it is the end of the bar. */
  readonly forecast: Day | undefined;
  readonly lateFinish: Day | undefined;
  /** Bits of `rowFlags`. */
  readonly flags: number;
  /** Words beside the bar. */
  readonly note: string;
  /** The same for a screen reader, each phrase after a comma. */
  readonly spoken: string;
}

export interface MarkWords {
  /** Calendar days from the end of the bar to the forecast. */
  readonly late: (days: number) => string;
  readonly critical: () => string;
  /** Working days, at least 0. */
  readonly float: (days: number) => string;
  readonly missing: (days: number) => string;
  readonly missingSpoken: (days: number) => string;
  /** A day written out. */
  readonly day: (day: Day) => string;
}

/** Each phrase is put into words once, since thousands of rows share them. */
export function markWords(say: Say, day: MarkWords['day']): MarkWords {
  let critical: string | undefined;
  return {
    late: once((days) => say(counted(days, 'forecast {count} day late', 'forecast {count} days late'))),
    critical: () => {
      critical ??= say(message('critical'));
      return critical;
    },
    float: once((days) => say(counted(days, '{count} working day of float', '{count} working days of float'))),
    missing: once((days) => say(message('−{days} d float', { days }))),
    missingSpoken: once((days) => say(counted(days, '{count} working day too few', '{count} working days too few'))),
    day,
  };
}

function once(make: (days: number) => string): (days: number) => string {
  const known = new Map<number, string>();
  return (days) => {
    const words = known.get(days) ?? make(days);
    known.set(days, words);
    return words;
  };
}

/** What is done, cancelled or on hold has none. @param end the last day of the row's bar. */
export function milestoneMarks(
  words: MarkWords,
  schedule: MilestoneSchedule,
  end: Day | undefined,
  ground: Pick<Ground, 'today' | 'tellsCritical'>,
): Marks {
  if (settled.has(schedule.health)) return noMarks;
  const late = lateOf(schedule, end);
  const float = Math.round((schedule.totalFloatDays ?? 0) * 10) / 10;
  const missing = missingFloat(schedule);
  // What is overdue and can be finished today is late by exactly what its row says already.
  const isNews = late && !(schedule.lateDays !== undefined && late.forecast === ground.today);
  const isCritical = schedule.critical && ground.tellsCritical();
  let note = isNews ? words.late(late.days) : '';
  let spoken = isNews ? spokenLate(words, late) : '';
  if (isCritical) {
    note = joined(note, words.critical());
    spoken += `, ${words.critical()}`;
  }
  if (missing > 0) {
    note = joined(note, words.missing(missing));
    spoken += `, ${words.missingSpoken(missing)}`;
  } else if (float > 0) spoken += `, ${words.float(float)}`;
  return {
    forecast: late?.forecast,
    lateFinish: float > 0 ? schedule.lateFinish : undefined,
    flags: (isCritical ? rowFlags.critical : 0) | (missing > 0 ? rowFlags.negativeFloat : 0),
    note,
    spoken,
  };
}

function joined(note: string, next: string): string {
  return note === '' ? next : `${note} · ${next}`;
}

const noMarks: Marks = { forecast: undefined, lateFinish: undefined, flags: 0, note: '', spoken: '' };

const settled: ReadonlySet<Health> = new Set(['done', 'cancelled', 'on-hold']);

/** @param told the words of the plan tell the forecast already, as they do where it misses the deadline. */
export function planMarks(words: MarkWords, schedule: PlanSchedule, end: Day | undefined, told: boolean): Marks {
  const late = lateOf(schedule, end);
  if (!late) return noMarks;
  const { forecast, days } = late;
  if (told) return { ...noMarks, forecast };
  return { ...noMarks, forecast, note: words.late(days), spoken: spokenLate(words, late) };
}

interface Late {
  readonly forecast: Day;
  readonly days: number;
}

/** A bar ends on what was agreed or has happened, else on the forecast itself, so that the two differ only where that is later. */
function lateOf({ forecast }: { readonly forecast?: Day }, end: Day | undefined): Late | undefined {
  if (forecast === undefined || end === undefined || forecast <= end) return undefined;
  return { forecast, days: forecast - end };
}

function spokenLate(words: MarkWords, { forecast, days }: Late): string {
  return `, ${words.late(days)} (${words.day(forecast)})`;
}
