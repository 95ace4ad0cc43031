// The words of timeline rows. Knows what is said of a milestone, not where it stands.
import type { Day } from '../base/day';
import { message, type Say } from '../base/message';
import type { Milestone } from '../model/plan';
import type { MilestoneSchedule } from '../schedule/schedule';
import type { PlanSnapshot } from '../snapshot';
import { planDetail, type Standing, standingKey, standingOf, withPercent } from './detail';
import type { Ground } from './ground';
import { type MarkWords, markWords } from './timelineMarks';
import type { RowState } from './timelineRows';
import { stateWord } from './words';

export interface RowWords {
  plan(plan: PlanSnapshot): string;
  label(title: string, state: RowState, detail: string): string;
  milestone(
    milestone: Milestone,
    schedule: MilestoneSchedule,
    ground: Ground,
  ): { readonly shown: string; readonly spoken: string };
  dates(milestone: Milestone, schedule: MilestoneSchedule): string;
  readonly marks: MarkWords;
}

/** Thousands of rows share a few hundred dates and phrases, so each is put into words once. */
export function rowWords(say: Say): RowWords {
  const days = new Map<Day, string>();
  const dayText = (day: Day) => days.get(day) ?? keep(days, day, say(message('{day}', { day: { day } })));
  const standings = new Map<string, Standing>();
  const phrases = new Map<string, string>();
  const sayOnce: Say = (text) => {
    const key = `${text.text} ${text.args.percent}`;
    return phrases.get(key) ?? keep(phrases, key, say(text));
  };
  return {
    plan: (plan) => planDetail(plan, say),
    label: (title, state, detail) => [title, say(stateWord(state)), detail].join(', '),
    milestone: (milestone, schedule, ground) => {
      const { progressPercent } = schedule;
      const key = standingKey(milestone, schedule, ground);
      const standing =
        standings.get(key) ?? keep(standings, key, standingOf(milestone, withoutOutlook(schedule), ground, say));
      return withPercent(standing, progressPercent, sayOnce);
    },
    dates: (milestone, { spanStart, spanEnd }) => {
      const end = milestone.due ?? spanEnd;
      if (end === undefined) return say(message('no date'));
      if (spanStart === undefined || spanStart >= end) return dayText(end);
      return say(message('{start} to {end}', { start: dayText(spanStart), end: dayText(end) }));
    },
    marks: markWords(say, dayText),
  };
}

/** The marks of a row tell what the schedule adds, in words of their own beside their shapes. */
function withoutOutlook(schedule: MilestoneSchedule): MilestoneSchedule {
  const { forecast: _forecast, totalFloatDays: _float, ...stated } = schedule;
  return { ...stated, critical: false };
}

function keep<Key, Value>(values: Map<Key, Value>, key: Key, value: Value): Value {
  values.set(key, value);
  return value;
}
